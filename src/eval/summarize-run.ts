import type { SearchMode } from '../search/parse-query.js'
import { estimateMetrics, type RankEstimates } from './bootstrap.js'
import { compareRanks, type Difference } from './compare-ranks.js'
import type { EvalRun, ModeRun } from './eval-run.js'
import { judgings, type Judging } from './judge.js'
import { metricTables } from './rank-metrics.js'
import { sliceQueries, type Slice } from './slice-run.js'

/** A run → what is reported of it. */

export interface RunSummary {
  slices: SliceSummary[]
  /** Hybrid against the better of the others, by kind and over all; empty unless all three were asked. */
  versusSingle: VersusSingle[]
  modes: Partial<Record<SearchMode, ModeSummary>>
}

export interface SliceSummary extends Pick<Slice, 'by' | 'value'> {
  queries: number
  modes: Partial<Record<SearchMode, Record<Judging, RankEstimates>>>
}

export interface VersusSingle extends Difference {
  kind: string
  single: 'lexical' | 'dense'
}

export interface ModeSummary {
  /** Null when no sentence is marked, or none was found. */
  seek: {
    marked: number
    found: number
    medianMs: number
    p90Ms: number
    /** What of it is more than the lead that a jump-in point may have. */
    beyondLead: { medianMs: number; p90Ms: number }
  } | null
  /** Of the queries that ask something; null when none was answered. */
  answers: { questions: number; given: number; right: number } | null
  tookMs: { median: number; p95: number; max: number }
}

/** Cost: about three seconds of a core a thousand queries in three modes, nearly all of it for the intervals. */
export function summarizeRun(run: EvalRun): RunSummary {
  const slices = sliceQueries(run.queries)
  const modes = Object.entries(run.modes) as [SearchMode, ModeRun][]
  return {
    slices: slices.map((slice) => summarizeSlice(slice, modes)),
    versusSingle: slices
      .filter(({ by }) => by === 'all' || by === 'kind')
      .flatMap((slice) => versus(slice, run)),
    modes: Object.fromEntries(modes.map(([name, mode]) => [name, summarizeMode(mode, run.queries)])),
  }
}

function summarizeSlice({ by, value, at }: Slice, modes: readonly [SearchMode, ModeRun][]): SliceSummary {
  const columns = modes.flatMap(([, mode]) => judgings.map((judging) => pick(mode[judging], at)))
  const estimates = estimateMetrics(columns)
  const byMode: SliceSummary['modes'] = {}
  for (const [index, [name]] of modes.entries()) {
    const [passage, moment] = estimates.slice(index * judgings.length)
    if (passage && moment) byMode[name] = { passage, moment }
  }
  return { by, value, queries: at.length, modes: byMode }
}

export const pick = (ranks: readonly number[], at: readonly number[]): Uint8Array =>
  Uint8Array.from(at, (index) => ranks[index] ?? 0)

/** By MRR@10 of whole passages. */
function versus({ value, at }: Slice, { modes }: EvalRun): VersusSingle[] {
  const { hybrid, lexical, dense } = modes
  if (!hybrid || !lexical || !dense) return []
  const [words, vectors] = [pick(lexical.passage, at), pick(dense.passage, at)]
  const single = sumReciprocal(words) >= sumReciprocal(vectors) ? 'lexical' : 'dense'
  const difference = compareRanks(single === 'lexical' ? words : vectors, pick(hybrid.passage, at))
  return [{ kind: value, single, ...difference }]
}

const sumReciprocal = (ranks: Uint8Array): number =>
  ranks.reduce((sum, rank) => sum + (metricTables.mrr10[rank] ?? 0), 0)

function summarizeMode(mode: ModeRun, queries: EvalRun['queries']): ModeSummary {
  const { seekErrorMs, leadErrorMs = [], tookMs, answers = [] } = mode
  const marked = queries.filter((query) => query.marked).length
  const questions = queries.filter(({ kind }) => kind === 'question').length
  const found = seekErrorMs.filter((error) => error !== null)
  const beyond = leadErrorMs.filter((error) => error !== null)
  const given = answers.filter((isRight, index) => isRight !== null && queries[index]?.kind === 'question')
  return {
    tookMs: { median: percentile(tookMs, 0.5), p95: percentile(tookMs, 0.95), max: percentile(tookMs, 1) },
    seek:
      found.length === 0
        ? null
        : {
            marked,
            found: found.length,
            medianMs: percentile(found, 0.5),
            p90Ms: percentile(found, 0.9),
            beyondLead: { medianMs: percentile(beyond, 0.5), p90Ms: percentile(beyond, 0.9) },
          },
    answers:
      given.length === 0 ? null : { questions, given: given.length, right: given.filter(Boolean).length },
  }
}

/** The value that a share of the values does not exceed (nearest rank); 0 without values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}
