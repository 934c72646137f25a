import { depth, metricTables, rankMetricNames, type RankMetric } from './rank-metrics.js'
import { reportSeed, seededRandom } from './random.js'

/** Means with percentile bootstrap intervals (Efron, 1979) over queries. */

export interface Estimate {
  mean: number
  /** The interval that 95% of the resampled means lie in. */
  low: number
  high: number
}

export type RankEstimates = Record<RankMetric, Estimate>

const bootstrapResamples = 10_000
/** 95% lie between. */
const lowShare = 0.025
const highShare = 0.975

/**
 * Estimates of every metric for each list of ranks; the lists answer the same queries, and each resample draws the same
 * queries for all. Cost: lists × queries × resamples.
 * @param columns of equal length, ranks from 0 to `depth`
 */
export function estimateMetrics(
  columns: readonly Uint8Array[],
  { resamples = bootstrapResamples, seed = reportSeed } = {},
): RankEstimates[] {
  const size = columns[0]?.length ?? 0
  if (size === 0) return columns.map(() => sameFor({ mean: 0, low: 0, high: 0 }))
  const samples = columns.map(() => metricColumns(resamples))
  const drawn = new Uint32Array(size)
  const random = seededRandom(seed)
  const counts = new Uint32Array(depth + 1)
  const gaining = columns.map(findGaining)
  for (let at = 0; at < resamples; at += 1) {
    for (let draw = 0; draw < size; draw += 1) drawn[draw] = random() % size
    for (const [index, ranks] of columns.entries()) {
      counts.fill(0)
      for (let draw = 0; draw < size; draw += 1) {
        const rank = ranks[drawn[draw] ?? 0] ?? 0
        counts[rank] = (counts[rank] ?? 0) + 1
      }
      for (const metric of rankMetricNames) {
        const column = samples[index]?.[metric]
        if (column) column[at] = sumGains(counts, metricTables[metric], gaining[index]?.[metric] ?? []) / size
      }
    }
  }
  return columns.map((ranks, index) => describe(ranks, samples[index] ?? metricColumns(0)))
}

type MetricColumns = Record<RankMetric, Float64Array>

const metricColumns = (length: number): MetricColumns =>
  Object.fromEntries(rankMetricNames.map((name) => [name, new Float64Array(length)])) as MetricColumns

const sameFor = (estimate: Estimate): RankEstimates =>
  Object.fromEntries(rankMetricNames.map((name) => [name, estimate])) as RankEstimates

function describe(ranks: Uint8Array, samples: MetricColumns): RankEstimates {
  const counts = new Uint32Array(depth + 1)
  for (const rank of ranks) counts[rank] = (counts[rank] ?? 0) + 1
  const gaining = findGaining(ranks)
  const entries = rankMetricNames.map((name): [RankMetric, Estimate] => {
    const sorted = samples[name].sort()
    const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0
    const mean = sumGains(counts, metricTables[name], gaining[name]) / ranks.length
    return [name, { mean, low: at(lowShare), high: at(highShare) }]
  })
  return Object.fromEntries(entries) as RankEstimates
}

/** Of the ranks that there are, those that a metric gives anything for. */
function findGaining(ranks: Uint8Array): Record<RankMetric, number[]> {
  const distinct = [...new Set(ranks)]
  const of = (name: RankMetric) => distinct.filter((rank) => (metricTables[name][rank] ?? 0) > 0)
  return Object.fromEntries(rankMetricNames.map((name) => [name, of(name)])) as Record<RankMetric, number[]>
}

function sumGains(counts: Uint32Array, table: Float64Array, gaining: readonly number[]): number {
  let sum = 0
  for (const rank of gaining) sum += (counts[rank] ?? 0) * (table[rank] ?? 0)
  return sum
}

/** Mean of paired differences with its interval; two runs over the same queries. Cost as above for one list. */
export function estimateDifference(
  differences: Float64Array,
  { resamples = bootstrapResamples, seed = reportSeed } = {},
): Estimate {
  const size = differences.length
  if (size === 0) return { mean: 0, low: 0, high: 0 }
  const random = seededRandom(seed)
  const means = new Float64Array(resamples)
  for (let at = 0; at < resamples; at += 1) {
    let sum = 0
    for (let draw = 0; draw < size; draw += 1) sum += differences[random() % size] ?? 0
    means[at] = sum / size
  }
  means.sort()
  const at = (share: number) => means[Math.round(share * (resamples - 1))] ?? 0
  return { mean: sumOf(differences) / size, low: at(lowShare), high: at(highShare) }
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0)
