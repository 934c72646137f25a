import { ndcgAt } from './metrics/ndcg.js'
import { recallAt } from './metrics/recall.js'
import { reciprocalRankAt } from './metrics/reciprocal-rank.js'
import { successAt } from './metrics/success.js'

/** How many hits are asked for and judged. */
export const depth = 100

/** The means that are reported, each of a figure between 0 and 1 that follows from the rank of the first relevant hit. */
export const rankMetrics = {
  mrr10: (rank) => reciprocalRankAt(rank, 10),
  success1: (rank) => successAt(rank, 1),
  success5: (rank) => successAt(rank, 5),
  success10: (rank) => successAt(rank, 10),
  recall100: (rank) => recallAt(rank, depth),
  ndcg10: (rank) => ndcgAt(rank, 10),
} as const satisfies Record<string, (rank: number) => number>

export type RankMetric = keyof typeof rankMetrics
export const rankMetricNames = Object.keys(rankMetrics) as RankMetric[]

/** Metric → its value for each rank from 0 to `depth`. */
export const metricTables: Readonly<Record<RankMetric, Float64Array>> = {
  mrr10: tabulate('mrr10'),
  success1: tabulate('success1'),
  success5: tabulate('success5'),
  success10: tabulate('success10'),
  recall100: tabulate('recall100'),
  ndcg10: tabulate('ndcg10'),
}

function tabulate(name: RankMetric): Float64Array {
  return Float64Array.from({ length: depth + 1 }, (_, rank) => rankMetrics[name](rank))
}
