import type { Cue } from '../../src/domain/cue.js'
import { formatClock } from '../../src/domain/time.js'
import type { IssueLog } from '../issue-log.js'
import { markRising } from './rising-times.js'

export interface UntimedTurn {
  /** Null where nothing says when it begins. */
  startMs: number | null
  speaker: string | null
  text: string
}

/**
 * Gives turns that only say when they begin their ends: the next start, or their own for the last, which gets its end
 * from its words later. A start that lies out of line is reported and left out: its turn is estimated from those around it.
 */
export function timeTurns(turns: readonly UntimedTurn[], issues: IssueLog): Cue[] {
  const timed = turns.filter((turn) => turn.startMs !== null)
  const rising = markRising(timed.map(({ startMs }) => startMs ?? 0))
  const slips = new Set(timed.filter((_, index) => rising[index] !== true))
  for (const { startMs } of slips)
    issues.add(
      'CUE_TIMES_INVALID',
      `the turn at ${formatClock(startMs ?? 0)}`,
      'Its time does not lie between those around it; it is estimated from them',
    )
  const cues: Cue[] = []
  let followingMs: number | null = null
  for (const turn of turns.toReversed()) {
    const startMs = slips.has(turn) ? null : turn.startMs
    const endMs: number | null = startMs === null ? null : (followingMs ?? startMs)
    followingMs = startMs ?? followingMs
    if (turn.text !== '') cues.push({ startMs, endMs, speaker: turn.speaker, text: turn.text })
  }
  return cues.reverse()
}
