import type { DocumentKind } from '../../src/domain/document.js'

/** What the search page shows is in its address; this is the two-way reading of it. */

export interface SearchState {
  q: string
  kind: DocumentKind | null
  /** A source id. */
  source: string | null
  speaker: string | null
  /** Four digits: published in that year. */
  year: string | null
}

/** A value of a filter, or null for any. */
export type SearchFilterName = 'kind' | 'source' | 'speaker' | 'year'

export const emptySearch: SearchState = { q: '', kind: null, source: null, speaker: null, year: null }

const kinds: readonly string[] = ['episode', 'short', 'post'] satisfies DocumentKind[]
const isKind = (value: string | null): value is DocumentKind => value !== null && kinds.includes(value)

/** Reads `?q=…&kind=…`; what is missing, empty or impossible is left out. */
export function readSearchState(search: string): SearchState {
  const params = new URLSearchParams(search)
  const kind = params.get('kind')
  const year = params.get('year')
  return {
    q: params.get('q') ?? '',
    kind: isKind(kind) ? kind : null,
    source: params.get('source') || null,
    speaker: params.get('speaker') || null,
    year: year !== null && /^\d{4}$/.test(year) ? year : null,
  }
}

/** The path of the search page in this state; the same state gives the same path. */
export function searchPath(state: SearchState): string {
  const query = toParams(state).toString()
  return query === '' ? '/' : `/?${query}`
}

function toParams({ q, kind, source, speaker, year }: SearchState): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ q, kind, source, speaker, year }))
    if (value) params.set(name, value)
  return params
}

/** The parameters of `GET /api/v1/search` for this state: a year becomes the range of dates that it is. */
export function searchParams(
  state: SearchState,
  page: { k: number; cursor: string | null },
): URLSearchParams {
  const params = toParams({ ...state, q: state.q.trim(), year: null })
  if (state.year !== null) {
    params.set('after', state.year)
    params.set('before', String(Number(state.year) + 1).padStart(4, '0'))
  }
  params.set('k', String(page.k))
  if (page.cursor !== null) params.set('cursor', page.cursor)
  return params
}

export interface DocumentAddress {
  id: string
  /** Where to begin, or null for the beginning. */
  startMs: number | null
  /** Fragment id of a section. */
  anchor: string | null
  /** The query that led here, whose words are marked. */
  q: string
}

/** `/d/{id}?t=754.2&q=…#anchor`: seconds, as everywhere in addresses. */
export function documentPath({ id, startMs, anchor, q }: DocumentAddress): string {
  const params = new URLSearchParams()
  if (startMs !== null) params.set('t', String(startMs / 1000))
  if (q.trim() !== '') params.set('q', q.trim())
  const query = params.toString()
  return `/d/${encodeURIComponent(id)}${query && `?${query}`}${anchor ? `#${encodeURIComponent(anchor)}` : ''}`
}

/** `t` in seconds (`754`, `754.2`) or as a clock (`12:34`, `1:02:03`) → milliseconds; null for anything else. */
export function readTime(t: string | undefined): number | null {
  if (t === undefined || !/^(\d{1,3}:){0,2}\d{1,7}(\.\d{1,6})?$/.test(t)) return null
  const seconds = t.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
  return Math.round(seconds * 1000)
}

/** A fragment (`#a%20b`) as the anchor it names; null without one. */
export function readAnchor(hash: string): string | null {
  try {
    return decodeURIComponent(hash.replace(/^#/, '')) || null
  } catch {
    // A stray `%` typed by hand: take it as it stands.
    return hash.replace(/^#/, '')
  }
}
