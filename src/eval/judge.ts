import type { Answer, Moment } from '../search/search-result.js'
import { overlaps, type TimeRange } from '../domain/time.js'
import type { EvalQuery } from './eval-query.js'
import { leadErrorMs } from './metrics/lead-error.js'
import { seekErrorMs } from './metrics/seek-error.js'

/** Which hits of a query are relevant, judged in two ways beside each other. */

export const judgings = ['passage', 'moment'] as const
/**
 * - `passage`: the hit is of the labelled document and its passage overlaps the labelled range
 * - `moment`: the same for what lies around its jump-in point only, so that a long passage gains nothing
 */
export type Judging = (typeof judgings)[number]

export type JudgedHit = Pick<Moment, 'startMs' | 'endMs' | 'jumpMs' | 'anchor'> & { document: { id: string } }

/** Where the labelled range lies: in which document of the library. */
export type Judgment = Pick<EvalQuery, 'startMs' | 'endMs' | 'anchor' | 'sentenceStartsMs'> & {
  documentId: string
}

export interface Outcome {
  /** Of the first relevant hit, from 1; 0 when none is. */
  ranks: Record<Judging, number>
  /**
   * Of the first relevant hit (`passage`) among the first ten, from the nearest of the marked sentences; null without
   * such a hit, or without a marked sentence.
   */
  seekErrorMs: number | null
  /** The same beyond the lead that the jump-in point may have. */
  leadErrorMs: number | null
}

/** Half of the minute that a listener gives a hit. */
const reachMs = 30_000
/** A hit that nobody scrolls to plays nothing. */
const maxSeekRank = 10

export function judgeHits(hits: readonly JudgedHit[], judgment: Judgment): Outcome {
  const rankOf = (judging: Judging) => hits.findIndex((hit) => isRelevant(hit, judgment, judging)) + 1
  const ranks = { passage: rankOf('passage'), moment: rankOf('moment') }
  const { sentenceStartsMs } = judgment
  const jumpMs = ranks.passage > maxSeekRank ? null : (hits[ranks.passage - 1]?.jumpMs ?? null)
  const isMeasured = jumpMs !== null && sentenceStartsMs.length > 0
  const nearest = (measure: typeof seekErrorMs): number | null =>
    isMeasured ? Math.min(...sentenceStartsMs.map((startMs) => measure(jumpMs, startMs))) : null
  return { ranks, seekErrorMs: nearest(seekErrorMs), leadErrorMs: nearest(leadErrorMs) }
}

/** A recogniser's marks, and an editor's, are not to the second. */
const answerToleranceMs = 2_000

/** Whether an answer begins in the labelled range, or with a marked sentence; null without an answer. */
export function judgeAnswer(answer: Answer | null, judgment: Judgment): boolean | null {
  const [sentence] = answer?.sentences ?? []
  if (!sentence) return null
  const { documentId, startMs, endMs, anchor, sentenceStartsMs } = judgment
  if (sentence.documentId !== documentId) return false
  // Which section an answer is of is not told: only rows that mean the whole document can be judged.
  if (startMs === null || endMs === null) return anchor === null ? true : null
  if (sentence.startMs === null) return false
  const at = sentence.startMs
  return (
    (at >= startMs - answerToleranceMs && at < endMs) ||
    sentenceStartsMs.some((ms) => Math.abs(at - ms) <= answerToleranceMs)
  )
}

/** Ranges are half-open; one without length lasts a millisecond. A marked sentence elsewhere answers as the range does. */
export function isRelevant(hit: JudgedHit, judgment: Judgment, judging: Judging): boolean {
  if (hit.document.id !== judgment.documentId) return false
  const { startMs, endMs, anchor } = judgment
  if (startMs === null || endMs === null)
    return hit.startMs === null && (anchor === null || hit.anchor === anchor)
  const found = judging === 'passage' ? passageRange(hit) : momentRange(hit)
  const answers = [
    { startMs, endMs: Math.max(endMs, startMs + 1) },
    ...judgment.sentenceStartsMs.map((ms) => ({ startMs: ms, endMs: ms + 1 })),
  ]
  return found !== null && answers.some((range) => overlaps(found, range))
}

function passageRange({ startMs, endMs }: JudgedHit): TimeRange | null {
  if (startMs === null || endMs === null) return null
  return { startMs, endMs: Math.max(endMs, startMs + 1) }
}

/**
 * The at most 60 s around the jump-in point, inside the hit's own passage. Playing may begin in the passage before; where
 * the two do not touch it is the millisecond of the passage that is nearest.
 */
export function momentRange(hit: JudgedHit): TimeRange | null {
  const passage = passageRange(hit)
  if (!passage) return null
  const jumpMs = hit.jumpMs ?? passage.startMs
  const startMs = Math.min(Math.max(passage.startMs, jumpMs - reachMs), passage.endMs - 1)
  const endMs = Math.max(Math.min(passage.endMs, jumpMs + reachMs), startMs + 1)
  return { startMs, endMs }
}
