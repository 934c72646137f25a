/** Intervals as they are typed: `30m`, `6h`, `1d`. */

const unitMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 }
/** More often is rude to publishers, whose feeds change a few times a week. */
const minIntervalMs = 5 * 60_000
/** Timers and dates stay far from their limits. */
const maxIntervalMs = 365 * 86_400_000

/** What an interval may be, for messages. */
export const intervalHint = 'must be a whole number of minutes, hours or days, at least 5m: 30m, 6h, 1d'

/** Milliseconds; null when the text is no interval from 5 minutes to a year. */
export function parseInterval(text: string): number | null {
  const match = /^(\d{1,6})\s?([mhd])$/i.exec(text.trim())
  const ms = Number(match?.[1]) * (unitMs[match?.[2]?.toLowerCase() ?? ''] ?? NaN)
  return ms >= minIntervalMs && ms <= maxIntervalMs ? ms : null
}
