import { writeAddressRange, type AddressRange } from './address-time.js'

export interface PagePlace extends AddressRange {
  /** Fragment id of a section; what counts where there is no time. */
  anchor: string | null
}

/** Path of the page that plays the moment or clip, or shows the section. */
export function pagePath(documentId: string, { anchor, ...range }: PagePlace): string {
  const path = `/d/${encodeURIComponent(documentId)}`
  if (range.startMs !== null) return path + writeAddressRange(range)
  return anchor === null || anchor === '' ? path : `${path}#${encodeURIComponent(anchor)}`
}
