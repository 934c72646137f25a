import { expect, test } from 'vitest'
import type { DocumentEvidence, TermCount } from '../../../src/concepts/extract/evidence.js'
import { rankTerm } from '../../../src/concepts/resolve/rank-terms.js'
import { anEnglish, anEvidence, aTable, aTerm } from '../evidence-builder.js'

const english = anEnglish({ people: 6, usual: 6.5 })

/** Termhood of a phrase of a library. @param key `conceptKey` */
function rank(key: string, ...documents: Partial<DocumentEvidence>[]): number {
  const table = aTable(...documents.map(anEvidence))
  const term = table.get(key)
  if (!term) throw new RangeError(`no term ${key}`)
  return rankTerm(term, table, english)
}
const of = (...terms: TermCount[]) => ({ terms })

test('weirdness × ln(1 + spread) × independence × persistence, as by hand', () => {
  // Two episodes, each with 1,000 other words: 4 of 2,004 words; 2 in a billion of general English.
  const weirdness = Math.log10(4 / 2004) + 9 - 2
  // Two times a document: 0.4 + 0.3 × (2 − 1). Always alone. Spread over two recordings.
  const expected = weirdness * Math.log(3) * 1 * 0.7
  expect(rank('levain', of(aTerm('levain', { count: 2 })), of(aTerm('levain', { count: 2 })))).toBeCloseTo(
    expected,
    12,
  )
})

test('what is as usual in English at large is no term', () => {
  const usual = of(aTerm('usual', { count: 3 }))
  expect(rank('usual', usual, usual)).toBe(0)
})

test('what is said in more documents, more than once, alone and in recordings ranks higher', () => {
  const said = (fields: Partial<TermCount>, kind: DocumentEvidence['kind'] = 'episode') => ({
    kind,
    terms: [aTerm('levain', { count: 4, ...fields })],
  })
  const plain = rank('levain', said({}), said({}))
  expect(rank('levain', said({}), said({}), said({}))).toBeGreaterThan(plain)
  expect(rank('levain', said({ count: 1, alone: 1 }), said({ count: 1, alone: 1 }))).toBeLessThan(plain)
  expect(rank('levain', said({ alone: 0 }), said({ alone: 0 }))).toBeCloseTo(0.3 * plain, 12)
  expect(rank('levain', said({}, 'post'), said({}, 'post'))).toBeLessThan(plain)
})

test('a phrase whose parts merely meet is worth less than one whose parts belong together', () => {
  const together = of(aTerm('oven spring', { count: 4 }))
  const meeting = of(
    aTerm('oven spring', { count: 4 }),
    aTerm('oven', { count: 200 }),
    aTerm('spring', { count: 200 }),
  )
  expect(rank('oven spring', meeting, meeting)).toBeLessThan(0.5 * rank('oven spring', together, together))
})

test('a proper name of familiar parts keeps what a composed phrase loses', () => {
  const parts = [aTerm('oven', { count: 9 }), aTerm('spring', { count: 9 })]
  const composed = of(...parts, aTerm('oven spring', { count: 4 }))
  const proper = of(...parts, aTerm('oven spring', { count: 4, capital: 4 }))
  expect(rank('oven spring', composed, composed)).toBeCloseTo(0.5 * rank('oven spring', proper, proper), 12)
})

test('a general word is an idea only where it is said far more often than elsewhere', () => {
  // 4 of 2,004 words are 6.3 above one of a billion.
  const rankAt = (word: string, frequency: number) => {
    const table = aTable(...[1, 2].map(() => anEvidence(of(aTerm(word, { count: 2 })))))
    const term = table.get(word)
    return term && rankTerm(term, table, anEnglish({ [word]: frequency }))
  }
  expect([rankAt('code', 4.7), rankAt('levain', 4.7)]).toEqual([0, expect.closeTo(1.23, 2)])
  expect(rankAt('code', 4.5)).toBe(rankAt('levain', 4.5))
})

test('a proper name that is said only inside longer ones is none by itself', () => {
  const said = of(aTerm('Core', { count: 40, alone: 1, capital: 40 }))
  expect(rank('core', said, said)).toBe(0)
  const small = of(aTerm('core', { count: 40, alone: 1 }))
  expect(rank('core', small, small)).toBeGreaterThan(0)
})
