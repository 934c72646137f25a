import { loadResults } from '../../search/load-results.js'
import type { Hit } from '../../search/collapse.js'
import type { PassageResult } from '../../search/search-result.js'
import {
  prepareSearch,
  type AskedSearch,
  type StandingDependencies,
  type StandingSearch,
} from './standing-search.js'

/**
 * Passages as a search for the query would show them: where to begin, the best sentence, what matches. In the order of
 * the ids; what is no more is left out.
 */
export async function describePassages(
  search: AskedSearch,
  passageIds: readonly string[],
  dependencies: StandingDependencies,
): Promise<PassageResult[]> {
  if (passageIds.length === 0) return []
  const standing = await prepareSearch(search, dependencies)
  const places = await dependencies.catalog.locatePassages(passageIds)
  const hits = places.map((place) => ({ place, score: 0, more: [] }))
  return describeMoments(standing, hits, dependencies)
}

/** In the order of the hits. */
export async function describeMoments(
  { query, terms, vector }: StandingSearch,
  hits: readonly Hit[],
  { catalog, index }: StandingDependencies,
): Promise<PassageResult[]> {
  const shown = hits.map((hit) => ({ ...hit, more: [] }))
  const sentences = await index.gatherSentences(
    shown.map(({ place }) => place.passageId),
    { terms, vector },
  )
  const results = await loadResults(catalog, shown, { terms, phrases: query.phrases, sentences })
  return results.map((result) => ({ ...result, concepts: [] }))
}
