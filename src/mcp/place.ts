import { Type, type Static } from 'typebox'
import { Nullable, milliseconds } from '../api/schemas/common.js'
import { writeAddressRange } from '../domain/address-time.js'
import { formatClock } from '../domain/time.js'

/** A place in a document: when, on a clock too, and the address that plays or shows it. */

export const placeFields = {
  passageId: Type.String({ description: 'For read_passage and similar_passages' }),
  startMs: Nullable(milliseconds('Start; null without times')),
  endMs: Nullable(milliseconds('End, exclusive')),
  at: Nullable(
    Type.String({
      description: 'Where playing begins, as a clock shows it: 12:34 or 1:02:03; null without times',
    }),
  ),
  link: Type.String({ description: 'Plays the moment, or shows the section' }),
}

export const PlaceSchema = Type.Object(placeFields)
export type Place = Static<typeof PlaceSchema>

/** What is known of a moment wherever it comes from. */
export interface Moment {
  passageId: string
  startMs: number | null
  endMs: number | null
  jumpMs: number | null
  anchor: string | null
}

/** The server's address without a slash at the end; empty where others cannot be told it: links are paths then. */
export type LinkBase = string

export const documentLink = (base: LinkBase, documentId: string): string =>
  `${base}/d/${encodeURIComponent(documentId)}`

export function presentPlace(
  documentId: string,
  { passageId, startMs, endMs, jumpMs, anchor }: Moment,
  base: LinkBase,
): Place {
  const fragment = jumpMs === null && anchor ? `#${encodeURIComponent(anchor)}` : ''
  const range = writeAddressRange({ startMs: jumpMs, endMs: null })
  return {
    passageId,
    startMs,
    endMs,
    at: jumpMs === null ? null : formatClock(jumpMs),
    link: `${documentLink(base, documentId)}${range}${fragment}`,
  }
}

/** `12:34 (startMs 754000, endMs 790000)`; empty without times. */
export const describeTime = ({ at, startMs, endMs }: Pick<Place, 'at' | 'startMs' | 'endMs'>): string =>
  at === null || startMs === null ? '' : `${at} (startMs ${startMs}, endMs ${endMs ?? 'unknown'})`
