import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fuseByScore } from '../../src/search/fuse.js'

const ranking = (...scores: [id: string, score: number][]) =>
  scores.map(([passageId, score]) => ({ passageId, score }))

test('scores of unlike scales are weighed after min-max normalisation', () => {
  const fused = fuseByScore([
    { weight: 0.7, ranking: ranking(['a', 30], ['b', 20], ['c', 10]) },
    { weight: 0.3, ranking: ranking(['c', 0.9], ['b', 0.6]) },
  ])
  // a: .7·1 = .7; b: .7·(20−10)/(30−10) + .3·0 = .35; c: .7·0 + .3·1 = .3
  expect(fused.map(({ passageId }) => passageId)).toEqual(['a', 'b', 'c'])
  expect(fused.map(({ score }) => score)).toEqual(
    [0.7, 0.35, 0.3].map((score) => expect.closeTo(score, 12) as number),
  )
})

test('a ranking of equal scores gives each passage the full weight, ties by id', () => {
  expect(fuseByScore([{ weight: 0.5, ranking: ranking(['b', 7], ['a', 7]) }])).toEqual(
    ranking(['a', 0.5], ['b', 0.5]),
  )
})

test('no rankings and empty rankings give nothing', () => {
  expect(fuseByScore([])).toEqual([])
  expect(fuseByScore([{ weight: 1, ranking: [] }])).toEqual([])
})

test('fusing one ranking keeps its order, and scores stay between 0 and the sum of the weights', () => {
  const distinct = fc.uniqueArray(fc.tuple(fc.string(), fc.integer()), {
    selector: ([id]) => id,
    minLength: 1,
  })
  fc.assert(
    fc.property(distinct, (entries) => {
      const one = ranking(...entries).sort(
        (a, b) => b.score - a.score || (a.passageId < b.passageId ? -1 : 1),
      )
      const fused = fuseByScore([{ weight: 0.7, ranking: one }])
      expect(fused.map(({ passageId }) => passageId)).toEqual(one.map(({ passageId }) => passageId))
      expect(fused.every(({ score }) => score >= 0 && score <= 0.7)).toBe(true)
    }),
  )
})
