import type { SearchResult } from '../../client/index.js'
import { searchPath, type SearchFilterName, type SearchState } from './url-state.js'

/** What each filter offers. An answer counts only what passed the filters, so a chosen one would hide its alternatives. */

export type Facets = SearchResult['facets']
export interface Choice {
  value: string
  label: string
  /** Of the hits there would be; null when it is not known. */
  count: number | null
}

export const filterNames: readonly SearchFilterName[] = ['kind', 'source', 'speaker', 'year']

export const isSet = (name: SearchFilterName, state: SearchState): boolean =>
  state[name] !== null || (name === 'year' && (state.from !== null || state.to !== null))

/** The state whose facets count freely what this filter chooses from: a range of days is a choice of years too. */
export function freeState(name: SearchFilterName, state: SearchState): SearchState {
  const dates = name === 'year' ? { from: null, to: null } : {}
  return { ...state, ...dates, [name]: null, sort: 'relevance' }
}

/** Facets are the same in whatever order hits come. */
export const facetKey = (state: SearchState): string => searchPath({ ...state, sort: 'relevance' })

/**
 * The choices of one filter, the chosen one always among them; years newest first, others as counted.
 * @param free of the state without this filter; null while they are not known
 */
export function choicesOf(name: SearchFilterName, state: SearchState, free: Facets | null): Choice[] {
  const counted: Choice[] = free?.[name] ?? []
  const chosen = state[name]
  const isOffered = chosen === null || counted.some(({ value }) => value === chosen)
  const choices = isOffered ? [...counted] : [{ value: chosen, label: chosen, count: free && 0 }, ...counted]
  return name === 'year' ? choices.sort((a, b) => (a.value < b.value ? 1 : -1)) : choices
}
