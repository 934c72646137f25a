/** Time expressions of TTML (W3C TTML1, 10.3.1), and the plain seconds and short clocks that Apple and others write. */

export interface TtmlRates {
  framesPerSecond: number
  ticksPerSecond: number
}

const clock = /^(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})(?:\.(\d{1,9})|:(\d{1,4})(?:\.\d{1,4})?)?$/u
const offset = /^(\d{1,12}(?:\.\d{1,9})?)(h|ms|m|s|f|t)?$/u
/** TTML's default. */
const defaultFrameRate = 30
const maxMs = 9_999 * 3_600_000

/** Rates as the root states them; what is missing or no number is TTML's default. */
export function readTtmlRates(attribute: (name: string) => string | null): TtmlRates {
  const frameRate = positive(attribute('framerate'))
  const [numerator, denominator] = (attribute('frameratemultiplier') ?? '').split(/[\s:]+/u)
  const multiplier = (positive(numerator) ?? 1) / (positive(denominator) ?? 1)
  const framesPerSecond = (frameRate ?? defaultFrameRate) * multiplier
  const subFrames = positive(attribute('subframerate')) ?? 1
  const ticksPerSecond =
    positive(attribute('tickrate')) ?? (frameRate === null ? 1 : framesPerSecond * subFrames)
  return { framesPerSecond, ticksPerSecond }
}

function positive(text: string | null | undefined): number | null {
  const value = /^\d{1,12}(?:\.\d{1,9})?$/u.test((text ?? '').trim()) ? Number(text) : 0
  return value > 0 ? value : null
}

/** Null when it is no time expression. A number without a unit is seconds. */
export function readTtmlTimeMs(text: string, { framesPerSecond, ticksPerSecond }: TtmlRates): number | null {
  const written = text.trim()
  const match = offset.exec(written)
  if (match === null) return readClock(written, framesPerSecond)
  const amount = Number(match[1])
  const msPerUnit = {
    h: 3_600_000,
    m: 60_000,
    s: 1_000,
    ms: 1,
    f: 1_000 / framesPerSecond,
    t: 1_000 / ticksPerSecond,
  }
  return checkMs(amount * msPerUnit[(match[2] ?? 's') as keyof typeof msPerUnit])
}

function readClock(written: string, framesPerSecond: number): number | null {
  const match = clock.exec(written)
  if (match === null) return null
  const [, hours, minutes, seconds, fraction, frames] = match
  if (Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return null
  const whole = (Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)
  return checkMs(
    Number(`${whole}.${fraction ?? '0'}`) * 1000 + (Number(frames ?? 0) * 1000) / framesPerSecond,
  )
}

const checkMs = (ms: number): number | null => (ms <= maxMs ? Math.round(ms) : null)
