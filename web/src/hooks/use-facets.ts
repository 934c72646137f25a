import { useEffect, useMemo, useReducer } from 'preact/hooks'
import { search } from '../api.js'
import { facetKey, filterNames, freeState, isSet, type Facets } from '../facet-choices.js'
import type { Answer } from '../search-answers.js'
import { isBlank, searchParams, type SearchFilterName, type SearchState } from '../url-state.js'
import { Kept } from './use-loaded.js'

/** Who types on or goes on choosing is not to wait for counts. */
const restMs = 250

const known = new Kept<Facets>()

/** Facets of the search without this filter; null while they are not known. */
export type FreeFacets = (name: SearchFilterName) => Facets | null

/**
 * The facets that count freely. Those of the answer do for filters that are not set; for the others the search without
 * the filter is asked once, when there is nothing more urgent.
 */
export function useFacets(state: SearchState, answer: Answer | null, isCurrent: boolean): FreeFacets {
  const [, render] = useReducer<number, undefined>((count) => count + 1, 0)
  // Once for each answer: an old one must not come back after it was forgotten.
  useMemo(() => answer && known.set(facetKey(answer.state), answer.response.facets), [answer])
  const freeOf: FreeFacets = (name) => {
    const own = answer?.response.facets ?? null
    if (!isSet(name, state)) return own
    // A filter alone is never asked without: its own answer knows what it is called, and counts no other kind.
    return known.get(facetKey(freeState(name, state))) ?? (name === 'kind' ? null : own)
  }

  const missing = filterNames
    .map((name) => freeState(name, state))
    .filter((free) => !isBlank(free) && known.get(facetKey(free)) === null)
  const key = isCurrent ? missing.map(facetKey).join('\n') : ''
  useEffect(() => {
    if (key === '') return
    const controller = new AbortController()
    const timer = setTimeout(() => {
      // Without counts the choices still work.
      askForFacets(missing, controller.signal, () => render(undefined)).catch(() => {})
    }, restMs)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [key])
  return freeOf
}

async function askForFacets(
  states: readonly SearchState[],
  signal: AbortSignal,
  onKnown: () => void,
): Promise<void> {
  for (const state of states) {
    const { facets } = await search(searchParams(state, { k: 1, cursor: null }), signal)
    known.set(facetKey(state), facets)
    onKnown()
  }
}
