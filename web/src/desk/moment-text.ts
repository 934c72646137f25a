/** Times as an editor writes them: to the millisecond. */

/** `12:34.500`, `1:02:03.004`. */
export function formatMoment(ms: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(ms / 3_600_000)
  const minutes = Math.floor(ms / 60_000) % 60
  const seconds = `${two(Math.floor(ms / 1000) % 60)}.${String(ms % 1000).padStart(3, '0')}`
  return hours > 0 ? `${hours}:${two(minutes)}:${seconds}` : `${minutes}:${seconds}`
}

/** `h:mm:ss.mmm`, `mm:ss`, `ss.m`, with a point or a comma; null for anything else. */
export function parseMoment(text: string): number | null {
  const match = /^(?:(?:(\d{1,3}):)?(\d{1,4}):)?(\d{1,6})(?:[.,](\d{1,3})\d*)?$/.exec(text.trim())
  if (!match) return null
  const [, hours = '0', minutes = '0', seconds = '0', fraction = ''] = match
  const isClock = match[2] !== undefined
  if (isClock && Number(seconds) >= 60) return null
  if (match[1] !== undefined && Number(minutes) >= 60) return null
  return (
    ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'))
  )
}

/** `24.3 s`, `1:12.0`: how long a clip is. */
export function formatSpan(ms: number): string {
  if (ms < 60_000) return `${(Math.round(ms / 100) / 10).toFixed(1)} s`
  const tenths = Math.round(ms / 100)
  const minutes = Math.floor(tenths / 600)
  const rest = `${((tenths % 600) / 10).toFixed(1)}`.padStart(4, '0')
  return minutes < 60
    ? `${minutes}:${rest}`
    : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`
}
