import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWorthReading, orderByRelevance, rerankDepth } from '../../src/search/rerank.js'
import { parseQuery, type SearchMode } from '../../src/search/parse-query.js'

const ranking = (...scores: number[]) => scores.map((score, index) => ({ passageId: `p${index}`, score }))
const order = (scores: number[], relevances: (number | undefined)[]) =>
  orderByRelevance(
    ranking(...scores),
    new Map(relevances.flatMap((each, index) => (each === undefined ? [] : [[`p${index}`, each]]))),
  )

describe('the order of the cross-encoder', () => {
  test('holds, and each has its own score but never more than the one before it', () => {
    expect(order([0.9, 0.8, 0.7, 0.6], [-4, 2, 7, 1])).toEqual([
      { passageId: 'p2', score: 0.7 }, // the first one's own
      { passageId: 'p1', score: 0.7 }, // .8 of its own
      { passageId: 'p3', score: 0.6 },
      { passageId: 'p0', score: 0.6 }, // .9 of its own
    ])
  })

  test('leaves equals in the order that they had, and passages that were not read behind the others', () => {
    const ids = (hits: { passageId: string }[]) => hits.map(({ passageId }) => passageId)
    expect(ids(order([4, 3, 2, 1], [1, 1, 1, 1]))).toEqual(['p0', 'p1', 'p2', 'p3'])
    expect(ids(order([4, 3, 2, 1], [undefined, -9, undefined, 0]))).toEqual(['p3', 'p1', 'p0', 'p2'])
  })

  test('is asked of the first twenty only', () => {
    const scores = Array.from({ length: 25 }, (_, index) => 25 - index)
    const found = order(
      scores,
      scores.map((_, index) => index),
    )
    expect(found.map(({ passageId }) => passageId)).toEqual(
      [19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 20, 21, 22, 23, 24].map(
        (index) => `p${index}`,
      ),
    )
  })

  test('loses and adds none, keeps the rest, and lets scores only fall, whatever the model says', () => {
    const read = fc.option(fc.double({ noNaN: true }), { nil: undefined })
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.double({ noNaN: true }), read), { maxLength: 40 }), (rows) => {
        const scores = rows.map(([score]) => score).sort((a, b) => b - a)
        const found = order(
          scores,
          rows.map(([, relevance]) => relevance),
        )
        expect(new Set(found.map(({ passageId }) => passageId)).size).toBe(rows.length)
        expect(found.slice(rerankDepth)).toEqual(ranking(...scores).slice(rerankDepth))
        for (const [index, { score }] of found.slice(1).entries())
          expect(score).toBeLessThanOrEqual(found[index]?.score ?? NaN)
      }),
    )
  })
})

test.each<[string, SearchMode, boolean]>([
  ['why do rivers freeze in winter', 'hybrid', true],
  ['why do rivers freeze in winter', 'dense', false],
  ['why do rivers freeze in winter', 'lexical', false],
  ['rivers that freeze every winter', 'hybrid', true],
  ['"rivers that freeze every winter"', 'hybrid', true],
  ['what is BIP 324?', 'hybrid', true],
  ['BIP 324', 'hybrid', false], // a name
  ['frozen rivers', 'hybrid', false], // two words are one, too
  ['kind:episode', 'hybrid', false], // a listing
])('%s, %s: worth reading is %s', (text, mode, expected) => {
  expect(isWorthReading(parseQuery(text, { mode, filter: {}, languages: ['en'] }))).toBe(expected)
})
