import { readAddressRange } from '../../src/domain/address-time.js'
import type { DocumentKind } from '../../src/domain/document.js'
import { quoteWords, writeOperator } from './query-text.js'

/** What the search page shows is in its address; this is the two-way reading of it. */

export interface SearchState {
  q: string
  kind: DocumentKind | null
  /** A source id. */
  source: string | null
  speaker: string | null
  /** Four digits: published in that year. Excludes `from` and `to`. */
  year: string | null
  /** First day of publication, `2024-05-31`. */
  from: string | null
  /** Last day of publication, itself included. */
  to: string | null
  sort: 'relevance' | 'date'
  /** The words in a row, as they are. */
  exact: boolean
}

/** A filter whose values are counted: one of them, or null for any. */
export type SearchFilterName = 'kind' | 'source' | 'speaker' | 'year'

export const emptySearch: SearchState = {
  q: '',
  kind: null,
  source: null,
  speaker: null,
  year: null,
  from: null,
  to: null,
  sort: 'relevance',
  exact: false,
}

/** What leaves any source, speaker, kind and date; words, order and exactness stay. */
export const withoutFilters = (state: SearchState): SearchState => ({
  ...emptySearch,
  q: state.q,
  sort: state.sort,
  exact: state.exact,
})

export const hasFilters = ({ kind, source, speaker, year, from, to }: SearchState): boolean =>
  [kind, source, speaker, year, from, to].some((value) => value !== null)

/** Nothing is asked and nothing is chosen: the start page. */
export const isBlank = (state: SearchState): boolean => state.q.trim() === '' && !hasFilters(state)

const kinds: readonly string[] = ['episode', 'short', 'post'] satisfies DocumentKind[]
const isKind = (value: string | null): value is DocumentKind => value !== null && kinds.includes(value)

/** A day of the calendar, `2024-05-31`. */
export function isDay(value: string | null): value is string {
  if (value === null || !/^[12]\d{3}-\d{2}-\d{2}$/.test(value)) return false
  const ms = Date.parse(value)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(value)
}

/** Reads `?q=…&kind=…`; what is missing, empty or impossible is left out. */
export function readSearchState(search: string): SearchState {
  const params = new URLSearchParams(search)
  const kind = params.get('kind')
  const [year, from, to] = [params.get('year'), params.get('from'), params.get('to')]
  const hasYear = year !== null && /^[12]\d{3}$/.test(year)
  return {
    q: params.get('q') ?? '',
    kind: isKind(kind) ? kind : null,
    source: params.get('source') || null,
    speaker: params.get('speaker') || null,
    year: hasYear ? year : null,
    from: !hasYear && isDay(from) ? from : null,
    to: !hasYear && isDay(to) ? to : null,
    sort: params.get('sort') === 'date' ? 'date' : 'relevance',
    exact: params.get('exact') === '1',
  }
}

/** The path of the search page in this state; the same state gives the same path. */
export function searchPath(state: SearchState): string {
  const { sort, exact, ...values } = state
  const query = toParams({
    ...values,
    sort: sort === 'relevance' ? null : sort,
    exact: exact ? '1' : null,
  }).toString()
  return query === '' ? '/' : `/?${query}`
}

function toParams(values: Record<string, string | null>): URLSearchParams {
  const params = new URLSearchParams()
  for (const name of ['q', 'kind', 'source', 'speaker', 'year', 'from', 'to', 'sort', 'exact'])
    if (values[name]) params.set(name, values[name])
  return params
}

/**
 * The parameters of `GET /api/v1/search` for this state: dates become the half-open range that they are, exactness
 * becomes quotes. Without words the filters are asked by their operators, which lists what they leave.
 */
export function searchParams(
  state: SearchState,
  page: { k: number; cursor: string | null },
): URLSearchParams {
  const { kind, source, speaker, year, from, to, sort, exact } = state
  const q = state.q.trim()
  const params = toParams({
    q: q === '' ? filterQuery(state) : exact ? quoteWords(q) : q,
    kind,
    source,
    speaker,
  })
  if (sort === 'date') params.set('sort', sort)
  const after = year ?? from
  const before = year === null ? to && dayAfter(to) : String(Number(year) + 1).padStart(4, '0')
  if (after !== null) params.set('after', after)
  if (before !== null) params.set('before', before)
  params.set('k', String(page.k))
  if (page.cursor !== null) params.set('cursor', page.cursor)
  return params
}

/** One filter is enough to ask by: all of them stand beside it. */
function filterQuery({ kind, source, speaker, year, from, to }: SearchState): string {
  if (kind !== null) return `kind:${kind}`
  if (source !== null) return writeOperator('source', source)
  if (speaker !== null) return writeOperator('speaker', speaker)
  const first = year ?? from
  return first !== null ? `after:${first}` : to !== null ? `before:${dayAfter(to)}` : ''
}

const dayMs = 86_400_000

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10)
}

export interface DocumentAddress {
  id: string
  /** Where to begin, or null for the beginning. */
  startMs: number | null
  /** Where a clip that begins there ends; null or left out for none. */
  endMs?: number | null
  /** Fragment id of a section. */
  anchor: string | null
  /** The query that led here, whose words are marked. */
  q: string
  /** What is looked for in the text. */
  find?: string
}

/** `/d/{id}?t=754.2&end=790&q=…&find=…#anchor`: seconds, as everywhere in addresses. */
export function documentPath({ id, startMs, endMs = null, anchor, q, find = '' }: DocumentAddress): string {
  const params = new URLSearchParams()
  if (startMs !== null) params.set('t', String(startMs / 1000))
  if (startMs !== null && endMs !== null) params.set('end', String(endMs / 1000))
  if (q.trim() !== '') params.set('q', q.trim())
  if (find.trim() !== '') params.set('find', find.trim())
  const query = params.toString()
  return `/d/${encodeURIComponent(id)}${query && `?${query}`}${anchor ? `#${encodeURIComponent(anchor)}` : ''}`
}

/** What `?t=…&end=…&q=…&find=…` says of a document; an end that is not after its start is none. */
export function readDocumentAddress(
  id: string,
  query: Partial<Record<string, string>>,
  hash: string,
): Required<DocumentAddress> {
  return {
    id,
    ...readAddressRange(query['t'], query['end']),
    anchor: readAnchor(hash),
    q: query['q'] ?? '',
    find: query['find'] ?? '',
  }
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
