import { AppError } from '../../src/errors.js'
import type { HostQueue, Turn } from './host-queue.js'

/** One request in the turn of its host, again after a while when what went wrong may pass. */

const maxAttempts = 3
/** Before the second attempt; doubled before the third. Half of it is chance. */
const backoffMs = 1_000
/** On this machine or its network a failure is soon over or stays. */
const nearBackoffMs = 100
/** The longest `Retry-After` that is waited for in place; a pull must not stand still for longer. */
const maxHoldMs = 10_000
/** Nobody means more, and a misread date must not close a host for years. */
const maxClosedMs = 86_400_000

/** A failure that may pass: the network's, 429, or 5xx. */
export class TransientFailure extends Error {
  /** As the server asked; null when it did not. */
  readonly retryAfterMs: number | null
  /** It concerns all that the host has, not one file of it. */
  readonly isOfHost: boolean

  constructor(
    readonly failure: AppError,
    { retryAfterMs, isOfHost }: { retryAfterMs: number | null; isOfHost: boolean },
  ) {
    super(failure.message)
    this.retryAfterMs = retryAfterMs
    this.isOfHost = isOfHost
  }
}

/**
 * At most three attempts. `Retry-After` up to two minutes is waited for, by all requests to the host.
 * @throws FETCH_FAILED, also when the host wants to be left alone for longer: the message says until when
 */
export async function askPolitely<Answer>(
  host: string,
  queue: HostQueue,
  turn: Turn,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const { clock } = queue
  for (let attempt = 1; ; attempt++) {
    try {
      return await queue.run(host, turn, ask)
    } catch (error) {
      if (!(error instanceof TransientFailure)) throw error
      const { failure, retryAfterMs, isOfHost } = error
      if (retryAfterMs !== null && retryAfterMs > maxHoldMs) {
        const untilMs = clock.now() + Math.min(retryAfterMs, maxClosedMs)
        queue.close(host, untilMs, 'it asked to be left alone until then')
        throw new AppError(
          'FETCH_FAILED',
          `${failure.message}; the server asks to come back after ${new Date(untilMs).toISOString()}`,
          { cause: failure },
        )
      }
      if (attempt === maxAttempts) {
        if (isOfHost && !turn.isNear) queue.noteFailure(host)
        throw failure
      }
      if (retryAfterMs !== null) queue.hold(host, clock.now() + retryAfterMs)
      const baseMs = (turn.isNear ? nearBackoffMs : backoffMs) * 2 ** (attempt - 1)
      await clock.pause(baseMs * (0.5 + clock.random() / 2), turn.signal)
    }
  }
}

/**
 * `Retry-After` as milliseconds from now: a number of seconds, or a date. Null when it is neither; a date that is past
 * gives 0.
 */
export function readRetryAfterMs(header: string | null, nowMs: number): number | null {
  const value = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000
  // Every HTTP date begins with the name of a day; Date.parse alone would take "-5" for a date too.
  const dateMs = /^[a-z]{3,9},? /i.test(value) ? Date.parse(value) : NaN
  return Number.isNaN(dateMs) ? null : Math.max(0, dateMs - nowMs)
}
