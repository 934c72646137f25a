import type { Catalog } from '../../catalog/catalog.js'
import type { SavedSearch } from '../../domain/saved-search.js'
import type { Embedder } from '../../embed/embedder.js'
import { knowsLanguage } from '../../embed/known-models.js'
import type { QueryTerm } from '../../index/analyze.js'
import type { SearchFilter, SearchIndex } from '../../index/search-index.js'
import { parseQuery, type Query } from '../../search/parse-query.js'
import { resolveOperators } from '../../search/resolve-operators.js'

/** What it takes to ask a saved search of the library. */
export interface StandingDependencies {
  catalog: Catalog
  index: SearchIndex
  embedder: Embedder
  /** Primary language subtags of the library, most passages first. */
  languages: () => Promise<readonly string[]>
}

export type AskedSearch = Pick<SavedSearch, 'query' | 'mode' | 'filter'>

/** A query as it is asked of everything that comes. */
export interface StandingSearch {
  query: Query
  /** Those of the query and other ways in which the library writes them. */
  terms: readonly QueryTerm[]
  /** Null where meaning decides nothing. */
  vector: Float32Array | null
}

/** @throws QUERY_EMPTY, QUERY_TOO_LONG, QUERY_INVALID, EMBEDDER_UNAVAILABLE, INDEX_UNAVAILABLE */
export async function prepareSearch(
  { query: text, mode, filter }: AskedSearch,
  { catalog, index, embedder, languages }: StandingDependencies,
): Promise<StandingSearch> {
  const options = { mode, filter: filter satisfies SearchFilter, languages: await languages() }
  const query = await resolveOperators(parseQuery(text, options), catalog, options)
  const asksMeaning =
    query.question !== '' && mode !== 'lexical' && knowsLanguage(embedder.identity.model, query.language)
  const [alternatives, vector] = await Promise.all([
    index.findAlternatives(query.terms),
    asksMeaning ? embedder.embedQuery(query.question) : null,
  ])
  return { query, terms: [...query.terms, ...alternatives], vector }
}
