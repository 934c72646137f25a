/** No recording is longer than a thousand hours; a larger number is not one of seconds. */
const maxDurationMs = 1000 * 3_600_000

/** `HH:MM:SS`, `MM:SS` or seconds, with or without a fraction → ms; null for anything else and for zero. */
export function parseDuration(text: string): number | null {
  const written = text.trim()
  if (!/^\d{1,7}(?::\d{1,3}){0,2}(?:\.\d{1,6})?$/.test(written)) return null
  const seconds = written.split(':').reduce((total, part) => total * 60 + Number(part), 0)
  const durationMs = Math.round(seconds * 1000)
  return durationMs > 0 && durationMs <= maxDurationMs ? durationMs : null
}
