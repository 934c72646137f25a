/** One time of a JSON transcript, which is a number of seconds or milliseconds, or a text of one, or a clock. */

const decimal = /^-?\d{1,12}(?:[.,]\d{1,12})?(?=s?$)/u
const clock = /^(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,9}))?$/u
/** As long as WebVTT's clocks go here: no recording is longer, so what lies beyond is no time. */
const maxMs = 9_999 * 3_600_000
/** Recognisers that shift their windows begin the first word a little before the recording. */
const earliestMs = -1_000

/** `text` of numbers is read like the number; clocks (`1:02:03.5`) are the same in both units. Null when it is no time. */
export function readTimeMs(value: unknown, unit: 's' | 'ms'): number | null {
  if (typeof value === 'number') return checkMs(unit === 's' ? value * 1000 : value)
  if (typeof value !== 'string' || value.length > 40) return null
  const text = value.trim()
  const number = decimal.exec(text)?.[0]
  if (number !== undefined) {
    const amount = Number(number.replace(',', '.'))
    return checkMs(unit === 's' || text.endsWith('s') ? amount * 1000 : amount)
  }
  const match = clock.exec(text)
  if (match === null) return null
  const [, hours, minutes, seconds, fraction = ''] = match
  if (Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return null
  const whole = (Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)
  return checkMs(Number(`${whole}.${fraction === '' ? '0' : fraction}`) * 1000)
}

function checkMs(ms: number): number | null {
  if (!Number.isFinite(ms) || ms < earliestMs || ms > maxMs) return null
  return Math.max(0, Math.round(ms))
}

/** No time was given, as opposed to one that cannot be read. */
export const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === ''
