/**
 * Time inside Cuepoint is integer milliseconds; ranges are half-open [startMs, endMs).
 * Seconds and clock strings exist only at borders (parsers, `#t=`, media elements), and are converted here.
 */

export interface TimeRange {
  startMs: number
  endMs: number
}

/** Rounds to the nearest millisecond. @throws {RangeError} for a negative, infinite or NaN number of seconds. */
export function secondsToMs(seconds: number): number {
  if (!Number.isFinite(seconds) || seconds < 0) throw new RangeError(`seconds must be ≥ 0, got ${seconds}`)
  return Math.round(seconds * 1000)
}

/** `754000` → `12:34`, `3723000` → `1:02:03`. Fractions of a second are cut off, as clocks do. */
export function formatClock(ms: number): string {
  const totalSeconds = Math.floor(ms / 1000)
  const hours = Math.floor(totalSeconds / 3600)
  const minutes = Math.floor((totalSeconds % 3600) / 60)
  const seconds = String(totalSeconds % 60).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`
}

/** `3723004` → `01:02:03.004`, WebVTT's form; SRT writes `,` for the separator. */
export function formatTimestamp(ms: number, decimalSeparator: '.' | ',' = '.'): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(ms / 3_600_000)
  const minutes = Math.floor(ms / 60_000) % 60
  const seconds = Math.floor(ms / 1000) % 60
  return `${two(hours)}:${two(minutes)}:${two(seconds)}${decimalSeparator}${String(ms % 1000).padStart(3, '0')}`
}

/** Two half-open ranges overlap when each begins before the other ends; touching ranges do not. */
export function overlaps(a: TimeRange, b: TimeRange): boolean {
  return a.startMs < b.endMs && b.startMs < a.endMs
}
