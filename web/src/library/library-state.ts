import type { DocumentKind } from '../../../src/domain/document.js'

/** What the library page shows is in its address; this is the two-way reading of it. */

/** Documents that lack something, or all. */
export type OnlyFilter = 'without-transcript' | 'with-issues'
export type DocumentOrder = 'newest' | 'oldest' | 'title'

export interface LibraryState {
  view: 'sources' | 'documents'
  /** A source id: its documents, and itself above them. */
  source: string | null
  kind: DocumentKind | null
  only: OnlyFilter | null
  sort: DocumentOrder
  /** Words that titles must have. */
  q: string
}

export const sourcesState: LibraryState = {
  view: 'sources',
  source: null,
  kind: null,
  only: null,
  sort: 'newest',
  q: '',
}
export const documentsState: LibraryState = { ...sourcesState, view: 'documents' }

const kinds: readonly DocumentKind[] = ['episode', 'short', 'post']
const onlyFilters: readonly OnlyFilter[] = ['without-transcript', 'with-issues']
const orders: readonly DocumentOrder[] = ['newest', 'oldest', 'title']

const oneOf = <Value extends string>(values: readonly Value[], value: string | null): Value | null =>
  values.find((each) => each === value) ?? null

/** Reads `?source=…&kind=…`; what is missing, empty or impossible is left out. A filter of documents shows documents. */
export function readLibraryState(search: string): LibraryState {
  const params = new URLSearchParams(search)
  const filters = {
    source: params.get('source') || null,
    kind: oneOf(kinds, params.get('kind')),
    only: oneOf(onlyFilters, params.get('only')),
    sort: oneOf(orders, params.get('sort')) ?? 'newest',
    q: params.get('q')?.trim() ?? '',
  }
  const hasFilter = filters.source ?? filters.kind ?? filters.only ?? filters.q
  return { view: params.get('view') === 'documents' || hasFilter ? 'documents' : 'sources', ...filters }
}

/** The path of the library page in this state; the same state gives the same path. */
export function libraryPath({ view, source, kind, only, sort, q }: LibraryState): string {
  if (view === 'sources') return '/library'
  const params = new URLSearchParams()
  if (source === null) params.set('view', 'documents')
  const filters = { source, kind, only, sort: sort === 'newest' ? null : sort, q: q.trim() }
  for (const [name, value] of Object.entries(filters)) if (value) params.set(name, value)
  return `/library?${params}`
}
