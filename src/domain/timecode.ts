/**
 * Frames and SMPTE timecode (ST 12-1). All of it is whole numbers: a rate is a fraction, a moment a count of frames, so
 * that ten hours are as exact as ten seconds.
 */

export interface FrameRate {
  /** As editors write it. */
  name: string
  /** Frames a second as a fraction: 30000/1001. */
  numerator: number
  denominator: number
  /** Frames that a timecode counts to before it counts a second. */
  timebase: number
  /** Frame numbers left out at each minute but every tenth, so that timecode keeps to the clock; 0 for none. */
  droppedPerMinute: number
}

const exactly = (timebase: number): FrameRate => ({
  name: String(timebase),
  numerator: timebase,
  denominator: 1,
  timebase,
  droppedPerMinute: 0,
})
const slowed = (name: string, timebase: number, droppedPerMinute: number): FrameRate => ({
  name,
  numerator: timebase * 1000,
  denominator: 1001,
  timebase,
  droppedPerMinute,
})

/** 23.976 has no drop-frame timecode: its clock runs 0.1% slow, as everybody's does. */
export const frameRates = [
  slowed('23.976', 24, 0),
  exactly(24),
  exactly(25),
  slowed('29.97', 30, 2),
  exactly(30),
  exactly(50),
  slowed('59.94', 60, 4),
  exactly(60),
] as const satisfies readonly FrameRate[]

export const frameRateNames = ['23.976', '24', '25', '29.97', '30', '50', '59.94', '60'] as const
export type FrameRateName = (typeof frameRateNames)[number]

/** @throws {RangeError} for a name that is none of `frameRateNames` */
export function frameRateOf(name: string): FrameRate {
  const rate = frameRates.find((each) => each.name === name)
  if (!rate) throw new RangeError(`There is no frame rate ${name}: use one of ${frameRateNames.join(', ')}`)
  return rate
}

/** The nearest frame, the later one of two that are as near. @param ms a whole number ≥ 0, up to some thousand hours */
export function msToFrames(ms: number, { numerator, denominator }: FrameRate): number {
  const divisor = 2000 * denominator
  const dividend = 2 * ms * numerator + 1000 * denominator
  return (dividend - (dividend % divisor)) / divisor
}

/** The first frame that begins at or after it: what holds all of a duration. */
export function msToFramesUp(ms: number, { numerator, denominator }: FrameRate): number {
  const divisor = 1000 * denominator
  const dividend = ms * numerator + divisor - 1
  return (dividend - (dividend % divisor)) / divisor
}

/**
 * `01:02:03:04`; with a semicolon before the frames where frame numbers are dropped. Hours go on after 24.
 * @param frames a whole number ≥ 0
 */
export function framesToTimecode(frames: number, { timebase, droppedPerMinute }: FrameRate): string {
  const count = droppedPerMinute === 0 ? frames : addDropped(frames, timebase, droppedPerMinute)
  const seconds = Math.floor(count / timebase)
  const two = (value: number) => String(value).padStart(2, '0')
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':')
  return `${clock}${droppedPerMinute === 0 ? ':' : ';'}${two(count % timebase)}`
}

/** The number that a frame carries: with all that were left out before it. */
function addDropped(frames: number, timebase: number, dropped: number): number {
  const perMinute = 60 * timebase - dropped
  const perTenMinutes = 10 * perMinute + dropped
  const tens = Math.floor(frames / perTenMinutes)
  const rest = frames % perTenMinutes
  // The first minute of ten is a whole one.
  const minutes = rest < 60 * timebase ? 0 : 1 + Math.floor((rest - 60 * timebase) / perMinute)
  return frames + dropped * (9 * tens + minutes)
}

/**
 * Seconds as a fraction, `1001/30000s`, or whole ones, `5s`: FCPXML's time, always on a frame.
 * @param frames a whole number ≥ 0
 */
export function framesToRationalSeconds(frames: number, { numerator, denominator }: FrameRate): string {
  const dividend = frames * denominator
  return dividend % numerator === 0 ? `${dividend / numerator}s` : `${dividend}/${numerator}s`
}

/** `12.345`, `12.5`, `12`: seconds without an error, from whole ms ≥ 0. */
export function msToSecondsText(ms: number): string {
  const fraction = String(ms % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '')
  return `${Math.floor(ms / 1000)}${fraction && '.'}${fraction}`
}
