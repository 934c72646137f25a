import { documentKinds, type DocumentKind } from '../../../src/domain/document.js'

/** Addresses of the concept pages; what they show is in them. */

export interface ConceptListState {
  /** What a name must contain. */
  q: string
  /** The ones that a user hid, instead of the others. */
  hidden: boolean
}

/** How the documents of a concept are listed: those that explain it first, or by date; of one kind, or all. */
export interface DocumentListing {
  order: 'best' | 'date'
  kind: DocumentKind | null
}

const bestOfAll: DocumentListing = { order: 'best', kind: null }

export function conceptPath(slug: string, { order, kind }: DocumentListing = bestOfAll): string {
  const params = new URLSearchParams()
  if (order !== 'best') params.set('order', order)
  if (kind !== null) params.set('kind', kind)
  const query = params.toString()
  return `/concepts/${encodeURIComponent(slug)}${query === '' ? '' : `?${query}`}`
}

/** Reads `?order=date&kind=post`; anything else is the best of all first. */
export function readDocumentListing(query: Readonly<Record<string, string>>): DocumentListing {
  return {
    order: query['order'] === 'date' ? 'date' : 'best',
    kind: documentKinds.find((kind) => kind === query['kind']) ?? null,
  }
}

/** Reads `?q=…&hidden=1`; anything else is left out. */
export function readConceptListState(search: string): ConceptListState {
  const params = new URLSearchParams(search)
  return { q: params.get('q') ?? '', hidden: params.get('hidden') === '1' }
}

/** The path of the list in this state; the same state gives the same path. */
export function conceptListPath({ q, hidden }: ConceptListState): string {
  const params = new URLSearchParams()
  if (q.trim() !== '') params.set('q', q.trim())
  if (hidden) params.set('hidden', '1')
  const query = params.toString()
  return query === '' ? '/concepts' : `/concepts?${query}`
}

export interface ConceptMapState {
  /** Slug: the map shows it and its ring, not the best concepts. */
  around: string | null
  /** Slug of the concept that is looked at. */
  focus: string | null
}

/** Reads `?around=…&focus=…`; anything else is left out. */
export function readConceptMapState(search: string): ConceptMapState {
  const params = new URLSearchParams(search)
  return { around: params.get('around') || null, focus: params.get('focus') || null }
}

export function conceptMapPath({ around, focus }: ConceptMapState): string {
  const params = new URLSearchParams()
  if (around !== null) params.set('around', around)
  if (focus !== null) params.set('focus', focus)
  const query = params.toString()
  return query === '' ? '/concepts/map' : `/concepts/map?${query}`
}
