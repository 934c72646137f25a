import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toMatchColumns } from '../../../src/concepts/match/match-columns.js'
import type { NameMatch } from '../../../src/concepts/match/match-document.js'
import { gatherMentions, type MatchedDocument } from '../../../src/concepts/relate/concept-mentions.js'
import { aNaming } from '../evidence-builder.js'
import { listMentions } from './mention-builder.js'

const aMatch = (key: string, ordinal: number, fields: Partial<NameMatch> = {}): NameMatch => ({
  key,
  passageId: `p${ordinal}`,
  ordinal,
  startMs: ordinal * 1000,
  endMs: ordinal * 1000 + 500,
  anchor: null,
  sentence: 1,
  count: 1,
  strength: 0,
  focus: 0.3,
  text: '',
  headed: false,
  ...fields,
})

const conceptOf = new Map([
  ['vae', 0],
  ['variational autoencoder', 0],
  ['attention', 1],
])
const gather = (matches: NameMatch[], document: Partial<MatchedDocument> = {}) =>
  listMentions(
    gatherMentions(
      [{ documentId: 'd', kind: 'episode', named: [], ...document, matches: toMatchColumns(matches) }],
      conceptOf,
      2,
    ),
  )

test('a match of a known name is a mention of its concept; of any other it is none', () => {
  const match = aMatch('vae', 3, { strength: 0.5, text: 'A VAE is.', count: 2 })
  expect(gather([aMatch('unknown', 1), match])).toEqual([
    {
      concept: 0,
      documentId: 'd',
      kind: 'episode',
      passageId: 'p3',
      ordinal: 3,
      startMs: 3000,
      endMs: 3500,
      anchor: null,
      sentence: 1,
      count: 2,
      strength: 0.5,
      focus: 0.3,
      text: 'A VAE is.',
      // 0.5² × (0.6 + 0.2 × 0.3 + 0.2 × 2/6)
      quality: expect.closeTo(0.25 * (0.6 + 0.06 + 0.2 / 3), 10) as number,
    },
  ])
})

test('mentions come by ordinal, then by concept', () => {
  const found = gather([aMatch('attention', 2), aMatch('vae', 2), aMatch('attention', 0)])
  expect(found.map(({ ordinal, concept }) => [ordinal, concept])).toEqual([
    [0, 1],
    [2, 0],
    [2, 1],
  ])
})

test('two names of one concept in a passage are one mention, by the sentence that says more', () => {
  const [mention, ...others] = gather([
    aMatch('vae', 0, { strength: 0.2, focus: 0.9, text: '', sentence: 0 }),
    aMatch('variational autoencoder', 0, { strength: 0.7, text: 'It is one.', sentence: 4, startMs: 70 }),
  ])
  expect(others).toEqual([])
  expect(mention).toMatchObject({
    count: 2,
    focus: 0.9,
    strength: 0.7,
    text: 'It is one.',
    sentence: 4,
    startMs: 70,
  })
  // Of equals the first.
  expect(gather([aMatch('vae', 0, { sentence: 2 }), aMatch('variational autoencoder', 0)])[0]?.sentence).toBe(
    2,
  )
})

describe('the section that explains a concept', () => {
  const named = [aNaming(['Variational autoencoder', 'VAE'], { anchor: 's' })]
  const inSection = { anchor: 's', headed: true, text: 'Said.', strength: 0.3, sentence: 2 }

  test('does so in its first passage, from its first sentence on; the rest says what it says', () => {
    const found = gather([aMatch('vae', 4, inSection), aMatch('vae', 5, inSection)], { kind: 'post', named })
    expect(found.map(({ strength, focus, text, sentence }) => [strength, focus, text, sentence])).toEqual([
      [1, 1, '', 0],
      [0.3, 0.3, 'Said.', 2],
    ])
  })

  test('does so once, though its heading gives two names', () => {
    const found = gather(
      [
        aMatch('vae', 4, inSection),
        aMatch('variational autoencoder', 4, inSection),
        aMatch('vae', 5, inSection),
      ],
      { named },
    )
    expect(found.map(({ strength, count }) => [strength, count])).toEqual([
      [1, 2],
      [0.3, 1],
    ])
  })

  test.each([
    ['another section', { anchor: 't' }],
    ['a passage that is headed otherwise', { headed: false }],
    ['a passage that is in no section', { anchor: null }],
  ])('is not %s', (_, fields) => {
    expect(gather([aMatch('vae', 4, { ...inSection, ...fields })], { named })[0]).toMatchObject({
      strength: 0.3,
      text: 'Said.',
    })
  })

  test('is not one whose heading names it beside something else', () => {
    const others = [aNaming(['Attention in VAEs'], { anchor: 's' })]
    expect(gather([aMatch('vae', 4, inSection)], { named: others })[0]).toMatchObject({ strength: 0.3 })
  })

  test('is not one that the document does not explain it by', () => {
    const unsure = named.map((each) => ({ ...each, sure: false }))
    expect(gather([aMatch('vae', 4, inSection)], { named: unsure })[0]).toMatchObject({ strength: 0.3 })
  })
})

describe('an explanation is better', () => {
  const qualityOf = (fields: Partial<NameMatch>, ...around: NameMatch[]) =>
    gather([aMatch('vae', 10, { strength: 0.8, ...fields }), ...around]).find(({ ordinal }) => ordinal === 10)
      ?.quality ?? 0

  test('the more it says what it is, first of all', () => {
    const vague = { strength: 0.7, focus: 1, count: 6 }
    expect(qualityOf({ strength: 1, focus: 0.3 })).toBeGreaterThan(qualityOf(vague))
  })

  test('the more its passage and the two on either side are about it', () => {
    const plain = qualityOf({})
    expect(qualityOf({ focus: 0.6 })).toBeGreaterThan(plain)
    expect(qualityOf({ count: 3 })).toBeGreaterThan(plain)
    for (const ordinal of [8, 9, 11, 12]) expect(qualityOf({}, aMatch('vae', ordinal))).toBeGreaterThan(plain)
  })

  test('but not by what stands further off, or is about something else', () => {
    const plain = qualityOf({})
    for (const other of [
      aMatch('vae', 7),
      aMatch('vae', 13),
      aMatch('attention', 10),
      aMatch('attention', 9),
    ])
      expect(qualityOf({}, other)).toBe(plain)
  })

  test('up to six times: then the talk is all about it', () => {
    expect(qualityOf({ count: 6 })).toBe(qualityOf({ count: 60 }))
    expect(qualityOf({ strength: 1, focus: 1, count: 6 })).toBe(1)
  })

  test('and is none without saying anything', () => {
    expect(qualityOf({ strength: 0, focus: 1, count: 6 })).toBe(0)
  })
})

test('as the formula says it, whatever is mentioned where', () => {
  const match = fc
    .tuple(fc.constantFrom('vae', 'attention', 'unknown'), fc.nat(12), fc.integer({ min: 0, max: 4 }))
    .map(([key, ordinal, count]) => aMatch(key, ordinal, { count, strength: 0.5, focus: 0.5 }))
  const matches = fc.uniqueArray(match, { selector: ({ key, ordinal }) => `${key} ${ordinal}` })
  fc.assert(
    fc.property(matches, (list) => {
      for (const { concept, ordinal, quality } of gather(list)) {
        const near = list
          .filter(
            ({ key, ordinal: other }) => conceptOf.get(key) === concept && Math.abs(other - ordinal) <= 2,
          )
          .reduce((sum, { count }) => sum + count, 0)
        expect(quality).toBeCloseTo(0.25 * (0.6 + 0.2 * 0.5 + 0.2 * Math.min(1, near / 6)), 10)
      }
    }),
  )
})

test('documents come one after the other, and what is said in one makes no other better', () => {
  const documents = ['a', 'b', 'c'].map((documentId, at) => ({
    ...{ documentId, kind: 'episode' as const, named: [] },
    matches: toMatchColumns(at === 1 ? [] : [aMatch('vae', 0, { strength: 0.5 }), aMatch('attention', 0)]),
  }))
  const found = gatherMentions(documents, conceptOf, 2)
  const [alone] = gather([aMatch('vae', 0, { strength: 0.5 })])
  const told = listMentions(found).map(({ documentId, concept, quality }) => [documentId, concept, quality])
  expect(told).toEqual([
    ['a', 0, alone?.quality],
    ['a', 1, 0],
    ['c', 0, alone?.quality],
    ['c', 1, 0],
  ])
  expect([0, 1, 2, 3].map(found.rangeOf)).toEqual([
    [0, 2],
    [2, 2],
    [2, 4],
    [4, 4],
  ])
})
