import { createHash } from 'node:crypto'
import type { PullHistory } from '../catalog/catalog.js'
import type { Source } from '../domain/source.js'

/** When a source is pulled by itself. Pure: the catalog keeps the history, so that a restart forgets no failure. */

export interface PullSchedule {
  /** Null: never by time. */
  everyMs: number | null
  /** Whether local sources are pulled when they change. */
  watches: boolean
}

/** A source that fails is asked half as often each time, down to this. */
const maxBackoffMs = 86_400_000
/** Part of the interval, so that sources that were added together do not stay together. */
const jitterShare = 0.1

/**
 * Milliseconds since 1970; in the past when it is due. Infinity for one that is gone: only the user has it asked again.
 * @param history null before its first pull has ended
 */
export function nextPullMs(
  { id, goneAt }: Pick<Source, 'id' | 'goneAt'>,
  history: PullHistory | null,
  everyMs: number,
): number {
  if (goneAt !== null) return Infinity
  if (history === null) return 0
  const { lastEndedAt, failuresInRow } = history
  const waitMs = Math.max(everyMs, Math.min(everyMs * 2 ** failuresInRow, maxBackoffMs))
  // Never before the interval is over, and the same however often it is asked.
  return Date.parse(lastEndedAt) + waitMs + fractionOf(`${id} ${lastEndedAt}`) * jitterShare * everyMs
}

/** A number in [0, 1) that looks like chance. */
const fractionOf = (text: string): number =>
  createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32
