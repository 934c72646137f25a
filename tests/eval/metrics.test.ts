import { expect, test } from 'vitest'
import { ndcgAt } from '../../src/eval/metrics/ndcg.js'
import { recallAt } from '../../src/eval/metrics/recall.js'
import { reciprocalRankAt } from '../../src/eval/metrics/reciprocal-rank.js'
import { seekErrorMs } from '../../src/eval/metrics/seek-error.js'
import { successAt } from '../../src/eval/metrics/success.js'

/** Worked out by hand; rank 0: nothing relevant was found. */
const ranks = [0, 1, 2, 3, 10, 11]

test('the reciprocal rank at 10 is 1 / rank, and 0 from rank 11 on', () => {
  expect(ranks.map((rank) => reciprocalRankAt(rank, 10))).toEqual([0, 1, 0.5, 1 / 3, 0.1, 0])
})

test('success at k asks whether the first k hold a relevant hit', () => {
  expect(ranks.map((rank) => successAt(rank, 1))).toEqual([0, 1, 0, 0, 0, 0])
  expect(ranks.map((rank) => successAt(rank, 10))).toEqual([0, 1, 1, 1, 1, 0])
})

test('recall of one labelled span is 1 when it was found within the depth', () => {
  expect([0, 1, 100, 101].map((rank) => recallAt(rank, 100))).toEqual([0, 1, 1, 0])
})

test('nDCG gives the gain of the first relevant hit, discounted by log2(rank + 1)', () => {
  // rank 3: 1 / log2(4) = 1/2; rank 1: 1 / log2(2) = 1
  expect([0, 1, 3, 7, 11].map((rank) => ndcgAt(rank, 10))).toEqual([0, 1, 1 / 2, 1 / 3, 0])
  expect(ndcgAt(2, 10)).toBeCloseTo(0.6309, 4)
})

test('the seek error is the distance from the sentence less the lead, before it as well as after it', () => {
  expect(seekErrorMs(58_500, 60_000)).toBe(0)
  expect(seekErrorMs(55_000, 60_000)).toBe(3_500)
  expect(seekErrorMs(62_000, 60_000)).toBe(3_500)
})

test('a sentence at the very beginning is to be heard from the beginning', () => {
  expect(seekErrorMs(0, 400)).toBe(0)
})
