import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InvertedIndex, type IndexedText } from '../../../src/index/embedded/inverted-index.js'

const aText = (label: number, text: string, fields: Partial<IndexedText> = {}): IndexedText => ({
  label,
  documentId: 'd',
  ordinal: label,
  language: 'xx', // without a stemmer: a word is its own form
  title: '',
  chapter: '',
  text,
  abbreviations: '',
  ...fields,
})
const term = (word: string) => ({ word, forms: [word] })
const indexOf = (...texts: IndexedText[]): InvertedIndex => {
  const index = new InvertedIndex()
  for (const text of texts) index.add(text)
  return index
}

/** BM25 of one term by the book, over all passages anew. */
function bm25(texts: readonly IndexedText[], word: string, label: number): number {
  const count = (line: string) => line.split(/[ \n]/).filter((each) => each === word).length
  const length = (line: string) => line.split(/[ \n]/).filter(Boolean).length
  const weighted = (measure: (line: string) => number, { title, chapter, text }: IndexedText) =>
    0.6 * measure(title) + 0.6 * measure(chapter) + measure(text)
  // A passage without a word has the least length there is: a twentieth of a word.
  const lengthOf = (text: IndexedText) => Math.max(0.05, weighted(length, text))
  const own = texts.find((text) => text.label === label)
  if (!own) return 0
  const holders = texts.filter((text) => weighted(count, text) > 0).length
  const mean = texts.reduce((sum, text) => sum + lengthOf(text), 0) / texts.length
  const tf = weighted(count, own)
  const idf = Math.log(1 + (texts.length - holders + 0.5) / (holders + 0.5))
  return (idf * tf * 1.8) / (tf + 0.8 * (0.25 + (0.75 * lengthOf(own)) / mean))
}

describe('scores', () => {
  test('are those of BM25, computed by hand', () => {
    const index = indexOf(aText(1, 'wave wave shore'), aText(2, 'wave and stone and sand'))
    // both hold it: idf = ln(1 + 0.5 / 2.5); lengths 3 and 5, mean 4
    const idf = Math.log(1.2)
    const { scores } = index.score([term('wave')])
    expect(scores[1]).toBeCloseTo((idf * 2 * 1.8) / (2 + 0.8 * (0.25 + 0.75 * 0.75)), 12)
    expect(scores[2]).toBeCloseTo((idf * 1 * 1.8) / (1 + 0.8 * (0.25 + 0.75 * 1.25)), 12)
  })

  test('of a query are the same however many were asked before, and follow what comes and goes', () => {
    const words = ['wave', 'shore', 'stone', 'sand', 'and', 'gull', 'tide', 'rock', 'foam']
    const texts = words.map((word, position) => aText(position + 1, `${word} wave`))
    const index = indexOf(...texts)
    const ask = (word: string) => {
      const { scores, masks } = index.score([term(word)])
      return { scores: [...scores], masks: [...masks] }
    }
    const first = words.map(ask)
    expect(words.map(ask)).toEqual(first)
    expect(words.toReversed().map(ask)).toEqual(first.toReversed())
    const tenth = aText(10, 'sand and gull')
    index.add(tenth)
    expect(ask('sand').scores[10]).toBeCloseTo(bm25([...texts, tenth], 'sand', 10), 12)
    index.remove(texts[3] ?? tenth)
    const left = [...texts.filter(({ label }) => label !== 4), tenth]
    expect(ask('sand').scores[10]).toBeCloseTo(bm25(left, 'sand', 10), 12)
  })

  test('stay those of BM25 over what is there, whatever was added and removed', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 8 })
    const line = words.map((list) => list.join(' '))
    const passage = fc.record({ title: line, chapter: line, text: fc.array(line, { maxLength: 3 }) })
    fc.assert(
      fc.property(fc.array(fc.tuple(passage, fc.boolean()), { maxLength: 12 }), (passages) => {
        const all = passages.map(([fields, isRemoved], position) => ({
          text: aText(position + 1, fields.text.join('\n'), { title: fields.title, chapter: fields.chapter }),
          isRemoved,
        }))
        const index = indexOf(...all.map(({ text }) => text))
        for (const { text, isRemoved } of all) if (isRemoved) index.remove(text)
        const left = all.filter(({ isRemoved }) => !isRemoved).map(({ text }) => text)
        expect(index.size).toBe(left.length)
        for (const word of ['a', 'b', 'z']) {
          const { scores } = index.score([term(word)])
          for (const { label } of left) expect(scores[label] ?? 0).toBeCloseTo(bm25(left, word, label), 9)
        }
      }),
    )
  })

  test('of several terms add up, an alternative counts less, and a mask says which are there', () => {
    const index = indexOf(aText(1, 'wave shore'), aText(2, 'wave'), aText(3, 'stone'))
    const [wave, shore] = [index.score([term('wave')]).scores, index.score([term('shore')]).scores]
    const { scores, masks, typed, implications } = index.score([
      term('wave'),
      { ...term('shore'), standsFor: { group: 0, from: 2, to: 3 } },
      term('none'),
    ])
    expect(scores[1]).toBeCloseTo((wave[1] ?? 0) + 0.6 * (shore[1] ?? 0), 12)
    // typed terms have the first bits
    expect([...masks.slice(1)]).toEqual([0b101, 0b001, 0])
    expect({ typed, implications }).toEqual({ typed: 2, implications: [{ needs: 0b100, gives: 0b010 }] })
  })

  test('a query of a hundred terms keeps bits for the rarest 32', () => {
    const common = Array.from({ length: 100 }, (_, index) => `w${index}`)
    const index = indexOf(aText(1, common.join(' ')), aText(2, common.slice(0, 68).join(' ')))
    const { weights, masks, scores } = index.score(common.map(term))
    expect(weights).toHaveLength(32)
    expect(masks[1]).toBe(0xffffffff)
    expect(masks[2]).toBe(0)
    expect(scores[2]).toBeGreaterThan(0)
  })
})

describe('removing', () => {
  test('most passages leaves the rest as if the others had never been', () => {
    const texts = Array.from({ length: 3_000 }, (_, at) => aText(at + 1, `word number${at}`))
    const index = indexOf(...texts)
    for (const text of texts) if (text.label % 3 !== 0) index.remove(text)
    const left = texts.filter(({ label }) => label % 3 === 0)
    const found = [...index.labelsWith(index.termsOf(term('word')))]
    expect(found).toEqual(expect.arrayContaining(left.map(({ label }) => label)))
    // 2,000 were removed, 1,001 or more at a time are forgotten for good
    expect(found.length).toBeLessThan(2_000)
    expect(index.countPassages('word')).toBe(1_000)
    expect(index.termsOfWord('number0')).toEqual([])
    expect(index.score([term('number2')]).masks[3]).toBe(1)
  })

  test('what is not there changes nothing', () => {
    const index = indexOf(aText(1, 'wave'))
    index.remove(aText(2, 'wave'))
    expect(index.size).toBe(1)
    expect(index.countPassages('wave')).toBe(1)
  })
})

test('a word is found in the form of each language that holds it, and counted over all of them', () => {
  const index = indexOf(
    aText(1, 'rivers', { language: 'en' }),
    aText(2, 'river', { language: 'en' }),
    aText(3, 'rivers', { language: 'fr' }),
  )
  expect(index.score([{ word: 'river', forms: ['river'] }]).masks.slice(1, 3)).toEqual(
    new Uint32Array([1, 1]),
  )
  expect(index.countPassages('rivers')).toBe(2)
  expect([...index.words()]).toEqual([
    { word: 'rivers', passages: 1 },
    { word: 'river', passages: 1 },
    { word: 'rivers', passages: 1 },
  ])
})
