import type { Job } from '../../../client/index.js'
import { countOf } from '../words.js'

/** How fast a job goes and how long it still takes. */

export interface Sample {
  atMs: number
  /** Documents done by then. */
  done: number
}

export interface Progress {
  perMinute: number
  leftMs: number
}

/** The rate is that of this long: what was unchanged goes by in a moment, and says nothing about what is new. */
const windowMs = 60_000
/** Before that a rate would jump about. */
const minElapsedMs = 3_000
const minDone = 2

/** Adds what is so now, and drops what lies too far back. A job that starts over starts anew. */
export function addSample(samples: readonly Sample[], sample: Sample): Sample[] {
  const last = samples.at(-1)
  if (last && sample.done < last.done) return [sample]
  const recent = samples.filter(({ atMs }, index) => {
    const next = samples[index + 1] ?? sample
    // The one just before the window is its edge.
    return atMs >= sample.atMs - windowMs || next.atMs >= sample.atMs - windowMs
  })
  return [...recent, sample]
}

/**
 * Null while nothing can be said. A page that was just opened has seen little: it takes the whole job until then.
 * @param samples oldest first, of this page's clock, the last one of now
 */
export function estimateProgress(
  { documentsTotal, startedAt }: Pick<Job, 'documentsTotal' | 'startedAt'>,
  samples: readonly Sample[],
): Progress | null {
  const now = samples.at(-1)
  const first = samples[0]
  if (!now || !first || documentsTotal === null) return null
  const seen = { ms: now.atMs - first.atMs, done: now.done - first.done }
  const startedMs = startedAt === null ? Number.NaN : Date.parse(startedAt)
  const whole = { ms: now.atMs - startedMs, done: now.done }
  const span = [seen, whole].find(({ ms, done }) => ms >= minElapsedMs && done >= minDone)
  if (!span) return null
  return {
    perMinute: (span.done / span.ms) * 60_000,
    leftMs: ((documentsTotal - now.done) / span.done) * span.ms,
  }
}

/** `14 a minute, about 3 min left`. */
export function describeProgress({ perMinute, leftMs }: Progress): string {
  const rate =
    perMinute >= 1.5
      ? `${Math.round(perMinute).toLocaleString('en')} a minute`
      : `${Math.max(1, Math.round(perMinute * 60)).toLocaleString('en')} an hour`
  return `${rate}, ${describeLeft(leftMs)}`
}

function describeLeft(ms: number): string {
  if (ms < 10_000) return 'a few seconds left'
  if (ms < 60_000) return 'less than a minute left'
  const minutes = Math.round(ms / 60_000)
  return minutes < 90
    ? `about ${minutes} min left`
    : `about ${countOf(Math.round(minutes / 60), 'hour')} left`
}
