import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { estimateDifference, estimateMetrics } from '../../src/eval/bootstrap.js'
import { compareRanks } from '../../src/eval/compare-ranks.js'
import { randomizationTest } from '../../src/eval/randomization-test.js'
import { rankMetricNames, rankMetrics } from '../../src/eval/rank-metrics.js'

const rank = fc.integer({ min: 0, max: 100 })

describe('bootstrap', () => {
  test('means are those of the metrics, and lie within their intervals', () => {
    fc.assert(
      fc.property(fc.array(rank, { minLength: 1, maxLength: 40 }), (ranks) => {
        const [estimates] = estimateMetrics([Uint8Array.from(ranks)], { resamples: 200 })
        for (const name of rankMetricNames) {
          const mean = ranks.reduce((sum, each) => sum + rankMetrics[name](each), 0) / ranks.length
          expect(estimates?.[name].mean).toBeCloseTo(mean, 9)
          expect(estimates?.[name].low).toBeLessThanOrEqual(estimates?.[name].high ?? NaN)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('half of a hundred queries found at once: the interval is that of the binomial distribution', () => {
    const ranks = Uint8Array.from({ length: 100 }, (_, index) => index % 2)
    const [estimates] = estimateMetrics([ranks])
    // 95% of Binomial(100, ½) / 100 lies in [.40, .60]
    expect(estimates?.success1).toEqual({ mean: 0.5, low: 0.4, high: 0.6 })
    expect(estimates?.recall100).toEqual({ mean: 0.5, low: 0.4, high: 0.6 })
  })

  test('queries that are all alike leave no doubt', () => {
    const [estimates] = estimateMetrics([new Uint8Array(20).fill(2)], { resamples: 100 })
    expect(estimates?.mrr10).toEqual({ mean: 0.5, low: 0.5, high: 0.5 })
    expect(estimates?.success1).toEqual({ mean: 0, low: 0, high: 0 })
  })

  test('the same ranks give the same interval in every list and every time', () => {
    const ranks = Uint8Array.from([0, 1, 2, 3, 50])
    const [first, second] = estimateMetrics([ranks, ranks.slice()], { resamples: 500 })
    expect(first).toEqual(second)
    expect(estimateMetrics([ranks], { resamples: 500 })[0]).toEqual(first)
  })

  test('without queries all is 0', () => {
    const [estimates] = estimateMetrics([new Uint8Array()])
    expect(estimates?.mrr10).toEqual({ mean: 0, low: 0, high: 0 })
    expect(estimateDifference(new Float64Array())).toEqual({ mean: 0, low: 0, high: 0 })
  })
})

describe('randomisation test', () => {
  /** All 2ⁿ signs instead of a draw of them. */
  function exactP(differences: readonly number[]): number {
    const observed = Math.abs(differences.reduce((sum, each) => sum + each, 0))
    let extreme = 0
    for (let signs = 0; signs < 2 ** differences.length; signs += 1) {
      const sum = differences.reduce((total, each, at) => total + (signs & (1 << at) ? each : -each), 0)
      if (Math.abs(sum) >= observed - 1e-9) extreme += 1
    }
    return extreme / 2 ** differences.length
  }

  test('comes near the exact p of all sign flips', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(-1, -0.5, 0.25, 0.5, 1), { minLength: 1, maxLength: 9 }),
        (list) => {
          expect(Math.abs(randomizationTest(Float64Array.from(list)) - exactP(list))).toBeLessThan(0.03)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('ten wins of ten: only two of 1,024 sign flips are as extreme', () => {
    expect(randomizationTest(new Float64Array(10).fill(1))).toBeCloseTo(2 / 1024, 2)
  })

  test('queries without a difference count for nothing', () => {
    const some = Float64Array.from([1, 0.5, -0.25])
    expect(randomizationTest(Float64Array.from([0, 1, 0, 0.5, -0.25, 0]))).toBe(randomizationTest(some))
    expect(randomizationTest(new Float64Array(5))).toBe(1)
  })

  test('more than 32 queries: every one has a sign of its own', () => {
    // 70 small wins and 30 as small losses: p of a sign test is about 1e-4
    const differences = Float64Array.from({ length: 100 }, (_, at) => (at < 70 ? 0.1 : -0.1))
    expect(randomizationTest(differences)).toBeLessThan(0.002)
    const even = Float64Array.from({ length: 100 }, (_, at) => (at % 2 === 0 ? 0.1 : -0.1))
    expect(randomizationTest(even)).toBe(1)
  })
})

test('two lists of ranks are compared by MRR@10', () => {
  // 1/2 → 1, 0 → 1/4, 1 → 1: means .5 and .75
  const { queries, before, after, difference } = compareRanks(
    Uint8Array.from([2, 0, 1]),
    Uint8Array.from([1, 4, 1]),
  )
  expect({ queries, before, after, mean: difference.mean }).toEqual({
    queries: 3,
    before: 0.5,
    after: 0.75,
    mean: 0.25,
  })
})
