/**
 * The time line of WebVTT and SubRip. Both are read with the same leniency: hours optional, `.` or `,`, one to three
 * digits of fraction, no space needed around the arrow, anything after the end time ignored (settings, coordinates).
 */

const clock = String.raw`(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,3}))?`
const timeLine = new RegExp(String.raw`^\s*${clock}\s*-->\s*${clock}(?:\D.*)?$`, 'u')

export interface CueTiming {
  startMs: number
  endMs: number
}

/** Null when the line is no time line, or has seconds, or minutes beside hours, over 59. The end may lie before the start. */
export function readCueTiming(line: string): CueTiming | null {
  // The longest line worth a try: two clocks, an arrow and settings.
  const match = line.length > 500 ? null : timeLine.exec(line)
  if (match === null) return null
  const startMs = clockToMs(match[1], match[2], match[3], match[4])
  const endMs = clockToMs(match[5], match[6], match[7], match[8])
  return startMs === null || endMs === null ? null : { startMs, endMs }
}

const clockOnly = new RegExp(`^${clock}$`, 'u')

/** One time by itself, as inside of a cue; null when it is none. */
export function readClock(text: string): number | null {
  const match = text.length > 20 ? null : clockOnly.exec(text)
  return match === null ? null : clockToMs(match[1], match[2], match[3], match[4])
}

function clockToMs(hours: string | undefined, minutes = '0', seconds = '0', fraction = '0'): number | null {
  // Without hours, `75:30` is what some writers put for an hour and a quarter.
  if ((hours !== undefined && Number(minutes) > 59) || Number(seconds) > 59) return null
  // `.5` is half a second in a decimal fraction: writers who leave digits out mean that, not five milliseconds.
  const fractionMs = Number(fraction.padEnd(3, '0'))
  return ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + fractionMs
}
