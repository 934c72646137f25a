import { formatClock } from '../../src/domain/time.js'
import { documentPath } from './url-state.js'

/** A place in a document, to be given to others. Half-open; without an end it is a moment, without a start the whole. */
export interface Place {
  id: string
  title: string
  sourceTitle: string
  startMs: number | null
  endMs: number | null
  /** Fragment id of a section, for posts. */
  anchor: string | null
}

/** Nobody needs a moment more exactly than this, and addresses stay short. */
const roundMs = 100

/** Where the player is, as an address says it. */
export const roundMoment = (ms: number): number => Math.round(ms / roundMs) * roundMs

export function placeUrl({ id, startMs, endMs, anchor }: Place, origin: string): string {
  return origin + documentPath({ id, startMs, endMs, anchor, q: '' })
}

/** `12:34`, `12:34–13:10`; empty without times. */
export function formatPlace({ startMs, endMs }: Pick<Place, 'startMs' | 'endMs'>): string {
  if (startMs === null) return ''
  return endMs === null ? formatClock(startMs) : `${formatClock(startMs)}–${formatClock(endMs)}`
}

/** Text with what it is from, as a line of title, show and time, and the link that plays it. */
export function quotePlace(text: string, place: Place, origin: string): string {
  const from = [place.title, place.sourceTitle, formatPlace(place)].filter((part) => part !== '').join(', ')
  return `“${text.trim()}”\n${from}\n${placeUrl(place, origin)}`
}
