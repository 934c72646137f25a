import { describe, expect, test } from 'vitest'
import type { Mention } from '../../../src/concepts/relate/concept-mentions.js'
import { relateConcepts, type RelateInput } from '../../../src/concepts/relate/relate-concepts.js'
import { aPassageOf, aTableOf } from './mention-builder.js'

function relate(documents: Mention[][], fields: Partial<RelateInput> = {}) {
  const concepts = 1 + Math.max(1, ...documents.flat().map(({ concept }) => concept))
  return relateConcepts({
    mentions: aTableOf(documents),
    concepts,
    passages: 20,
    posts: [],
    vectors: Array.from({ length: concepts }, () => undefined),
    ...fields,
  })
}
/** Documents of one passage each: `both` hold 0 and 1, others one of them. */
const meeting = (both: number, only0: number, only1: number): Mention[][] =>
  [
    ...Array<number[]>(both).fill([0, 1]),
    ...Array<number[]>(only0).fill([0]),
    ...Array<number[]>(only1).fill([1]),
  ].map((concepts, at) => aPassageOf(`document-${at}`, 0, concepts))

test('what is said together is related by normalised pointwise mutual information, as by hand', () => {
  // p(a) = 8/20, p(b) = 10/20, p(ab) = 8/20: ln(0.4 / 0.2) / −ln 0.4 = 0.6931 / 0.9163 = 0.756; eight is enough.
  const [a, b] = relate(meeting(8, 0, 2))
  expect(a).toEqual([
    {
      concept: 1,
      score: 0.76,
      reason: 'together',
      passages: 8,
      example: { documentId: 'document-0', passageId: 'document-0-0' },
    },
  ])
  expect(b).toEqual([{ ...a?.[0], concept: 0 }])
  // 2 of 3 and 4, in 10: ln(20 / 12) / −ln 0.2 = 0.317, for two passages only ln 3 / ln 9 of it.
  expect(relate(meeting(2, 1, 2), { passages: 10 })[0]).toMatchObject([{ score: 0.16, passages: 2 }])
})

describe('nothing is related', () => {
  test.each<[string, Mention[][], Partial<RelateInput>]>([
    ['by one meeting', meeting(1, 0, 0), {}],
    ['by two meetings in a large library of what is said often', meeting(2, 9, 9), { passages: 1000 }],
    ['by meeting as often as by chance', meeting(4, 4, 6), { passages: 20 }],
    ['by being in every passage', meeting(5, 0, 0), { passages: 5 }],
  ])('%s', (_, documents, fields) => expect(relate(documents, fields)).toEqual([[], []]))
})

describe('a concept with few relations has those that are hardly chance', () => {
  const large = { passages: 1000 }
  test('two meetings of what is said seldom', () => {
    // 10 × 10 of 1,000: 0.1 are to be expected. ln(0.002 / 0.0001) / −ln 0.002 = 0.482, × ln 3 / ln 13.
    expect(relate(meeting(2, 8, 8), large)[0]).toMatchObject([{ concept: 1, score: 0.21, passages: 2 }])
    expect(relate(meeting(2, 8, 9), large)[0]).toEqual([])
  })
  test('one meeting of those whose names are alike', () => {
    const likeness = (cosine: number) => ({
      ...large,
      vectors: [Float32Array.of(1, 0), Float32Array.of(cosine, Math.sqrt(1 - cosine ** 2))],
    })
    expect(relate(meeting(1, 2, 2), likeness(0.76))[0]).toMatchObject([{ concept: 1, passages: 1 }])
    expect(relate(meeting(1, 2, 2), likeness(0.74))[0]).toEqual([])
  })
  test('up to four in all, in their order', () => {
    const often = [1, 2, 3].flatMap((other) => Array<number[]>(3).fill([0, other]))
    const seldom = [4, 5].flatMap((other) => Array<number[]>(2).fill([0, other]))
    const documents = [...often, ...seldom].map((concepts, at) => aPassageOf(`document-${at}`, 0, concepts))
    // 13 × 3 and 13 × 2 of 1,000: both are improbable, and the fourth place is for one of them.
    expect(relate(documents, large)[0]?.map(({ concept }) => concept)).toEqual([1, 2, 3, 4])
  })
})

test('concepts that one post explains are related, and so are explained ones that mean nearly the same', () => {
  const vectors = [Float32Array.of(1, 0), Float32Array.of(0, 1), Float32Array.of(0.9, Math.sqrt(0.19))]
  const relations = relate([], { concepts: 3, posts: [[0, 1], [2]], vectors })
  // 0.6 × (0.9 − 0.75) / 0.25
  const alike = { score: 0.36, reason: 'meaning', passages: 0, example: null }
  const samePost = { score: 0.3, reason: 'post', passages: 0, example: null }
  expect(relations).toEqual([
    [
      { ...alike, concept: 2 },
      { ...samePost, concept: 1 },
    ],
    [{ ...samePost, concept: 0 }],
    [{ ...alike, concept: 0 }],
  ])
})

test('several reasons weigh more than the best of them, which is the one that is told', () => {
  const [both] = relate(meeting(8, 0, 2), { posts: [[0, 1]] })
  expect(both).toMatchObject([{ score: Math.round((0.7565 + 0.1 * 0.3) * 100) / 100, reason: 'together' }])
})

test('at most twelve, nearest first, ties by position', () => {
  const posts = [Array.from({ length: 20 }, (_, at) => at)]
  const [first] = relate([], { concepts: 20, posts, vectors: Array.from({ length: 20 }, () => undefined) })
  expect(first?.map(({ concept }) => concept)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
})

test('a passage that names everything pairs only what it is most about', () => {
  const list = aPassageOf(
    'list',
    0,
    Array.from({ length: 20 }, (_, at) => at),
  ).map((mention) => ({ ...mention, focus: mention.concept < 16 ? 0.9 : 0.1 }))
  const relations = relate([list, list.map((mention) => ({ ...mention, documentId: 'again' }))])
  expect(relations.map((list) => list.length > 0)).toEqual(Array.from({ length: 20 }, (_, at) => at < 16))
})

test('the example is the passage that is most about both', () => {
  const [weak, strong] = [0.3, 0.8].map((focus, at) =>
    aPassageOf(`document-${at}`, at, [0, 1]).map((mention) => ({ ...mention, focus })),
  )
  expect(relate([weak ?? [], strong ?? []], { passages: 10 })[0]?.[0]?.example).toEqual({
    documentId: 'document-1',
    passageId: 'document-1-1',
  })
})

test('an example that is shown already goes behind one that is not, unless that is far worse', () => {
  const examplesWith = (focus: number) => {
    const about = (documentId: string, concepts: number[], own: number) =>
      aPassageOf(documentId, 0, concepts).map((mention) => ({ ...mention, focus: own }))
    const documents = [
      about('all', [0, 1, 2], 0.9),
      about('one', [0, 1], focus),
      ...['two', 'more'].map((id) => about(id, [0, 2], 0.4)),
    ]
    const [related] = relate(documents, { passages: 50 })
    return related?.map(({ concept, example }) => [concept, example?.documentId])
  }
  expect(examplesWith(0.7)).toEqual([
    [2, 'all'],
    [1, 'one'],
  ])
  expect(examplesWith(0.1)).toEqual([
    [2, 'all'],
    [1, 'all'],
  ])
})

test('what names everything is an example of nothing, where there is another', () => {
  const list = aPassageOf('list', 0, [0, 1, 2, 3, 4, 5, 6, 7]).map((mention) => ({ ...mention, focus: 0.7 }))
  expect(relate([list, aPassageOf('both', 0, [0, 1])])[0]?.[0]?.example?.documentId).toBe('both')
})
