/** Times in addresses (`?t=754&end=790`): the one place beside media elements where seconds are written. */

/** Seconds (`754`, `754.2`) or a clock (`12:34`, `1:02:03`) → milliseconds; null for anything else. */
export function readAddressTime(text: string | null | undefined): number | null {
  if (!text || !/^(\d{1,3}:){0,2}\d{1,7}(\.\d{1,6})?$/.test(text)) return null
  const seconds = text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
  return Math.round(seconds * 1000)
}

/** A moment, or a clip with an end; times are null where the address gives none. */
export interface AddressRange {
  startMs: number | null
  endMs: number | null
}

/** An end that is not after its start, or that has none, means nothing. */
export function readAddressRange(t: string | null | undefined, end: string | null | undefined): AddressRange {
  const startMs = readAddressTime(t)
  const endMs = readAddressTime(end)
  return { startMs, endMs: startMs !== null && endMs !== null && endMs > startMs ? endMs : null }
}

/** `?t=754&end=790`; empty for no time. */
export function writeAddressRange({ startMs, endMs }: AddressRange): string {
  if (startMs === null) return ''
  return `?t=${startMs / 1000}${endMs === null ? '' : `&end=${endMs / 1000}`}`
}
