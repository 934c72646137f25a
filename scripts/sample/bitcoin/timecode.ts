import { SampleError } from './sample-error.js'

/**
 * Milliseconds of a clock time as transcripts write it: `m:ss` or `h:mm:ss`.
 * @throws SAMPLE_TIME_INVALID
 */
export function parseClock(clock: string): number {
  if (!/^\d+(:[0-5]\d){1,2}$/.test(clock))
    throw new SampleError('SAMPLE_TIME_INVALID', `not a time: "${clock}"`)
  return clock.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0) * 1000
}

/** WebVTT's `hh:mm:ss.ttt`; hours are always written. */
export function formatVttTime(ms: number): string {
  const whole = Math.floor(ms / 1000)
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  return `${parts.map((part) => String(part).padStart(2, '0')).join(':')}.${String(ms % 1000).padStart(3, '0')}`
}
