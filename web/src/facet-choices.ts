import type { SearchResponse } from '../../src/api/schemas/search.js'
import type { SearchFilterName, SearchState } from './url-state.js'

/** What each filter offers. An answer counts only what passed the filters, so a chosen one would hide its alternatives. */

type Facets = SearchResponse['facets']
export type FacetValue = Facets['kind'][number]

/** The facets of the latest answer to `q` in which the filter was not set, by filter. */
export interface FacetMemory {
  q: string
  facets: Partial<Facets>
}

const filterNames: readonly SearchFilterName[] = ['kind', 'source', 'speaker', 'year']

/** Remembers of a new answer what it counted freely. */
export function rememberFacets(memory: FacetMemory, state: SearchState, facets: Facets): FacetMemory {
  const kept = memory.q === state.q ? memory.facets : {}
  const free = filterNames.filter((name) => state[name] === null).map((name) => [name, facets[name]] as const)
  return { q: state.q, facets: { ...kept, ...Object.fromEntries(free) } }
}

/** The choices of one filter, the chosen one always among them. */
export function choicesOf(
  name: SearchFilterName,
  state: SearchState,
  memory: FacetMemory,
  facets: Facets,
): FacetValue[] {
  const chosen = state[name]
  const counted = facets[name]
  if (chosen === null) return counted
  const offered = (memory.q === state.q && memory.facets[name]) || counted
  if (offered.some(({ value }) => value === chosen)) return offered
  return [
    counted.find(({ value }) => value === chosen) ?? { value: chosen, label: chosen, count: 0 },
    ...offered,
  ]
}
