import { estimateDifference, type Estimate } from './bootstrap.js'
import { randomizationTest } from './randomization-test.js'
import { metricTables } from './rank-metrics.js'

/** Two lists of ranks over the same queries, by MRR@10. */
export interface Difference {
  queries: number
  before: number
  after: number
  /** After less before, with the interval of the paired differences. */
  difference: Estimate
  /** Two-sided, of the paired randomisation test. */
  p: number
}

/** @param before,after of equal length */
export function compareRanks(before: Uint8Array, after: Uint8Array): Difference {
  const table = metricTables.mrr10
  const differences = Float64Array.from(
    after,
    (rank, at) => (table[rank] ?? 0) - (table[before[at] ?? 0] ?? 0),
  )
  return {
    queries: after.length,
    before: meanReciprocal(before),
    after: meanReciprocal(after),
    difference: estimateDifference(differences),
    p: randomizationTest(differences),
  }
}

const meanReciprocal = (ranks: Uint8Array): number =>
  ranks.length === 0
    ? 0
    : ranks.reduce((sum, rank) => sum + (metricTables.mrr10[rank] ?? 0), 0) / ranks.length
