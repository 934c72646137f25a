import type { SearchResult } from '../../../client/index.js'
import { choicesOf, isSet } from '../facet-choices.js'
import type { FreeFacets } from '../hooks/use-facets.js'
import { locateUnderstood } from '../query-text.js'
import { searchPath, withoutFilters, type SearchState } from '../url-state.js'
import { describeDates, describeUnderstood } from '../words.js'
import { Icon } from './icon.js'

interface ChosenFiltersProps {
  state: SearchState
  /** Of this query; empty until it is answered. */
  understood: SearchResult['understood']
  freeFacets: FreeFacets
}

interface Chosen {
  words: string
  /** The search without it. */
  path: string
}

/** What narrows the search, by filter or by a sign in the query, each to be taken away with one press. */
export function ChosenFilters({ state, understood, freeFacets }: ChosenFiltersProps) {
  const named = (['source', 'speaker'] as const).flatMap((name): Chosen[] => {
    const chosen = choicesOf(name, state, freeFacets(name)).find(({ value }) => value === state[name])
    return chosen ? [{ words: chosen.label, path: searchPath({ ...state, [name]: null }) }] : []
  })
  const dates = isSet('year', state)
    ? [{ words: describeDates(state), path: searchPath({ ...state, year: null, from: null, to: null }) }]
    : []
  const signs = locateUnderstood(state.q, understood).map((part) => ({
    words: describeUnderstood(part),
    path: searchPath({ ...state, q: part.rest }),
  }))
  const chosen = [...named, ...dates, ...signs]
  if (chosen.length === 0) return null
  const filterCount = named.length + dates.length + (state.kind === null ? 0 : 1)
  return (
    <ul class="chosen" aria-label="Narrowed by" data-testid="chosen">
      {chosen.map(({ words, path }) => (
        <li key={words}>
          <a class="chosen-chip" href={path} aria-label={`Remove: ${words}`}>
            <span dir="auto">{words}</span>
            <Icon name="close" />
          </a>
        </li>
      ))}
      {filterCount > 1 && (
        <li>
          <a class="chosen-none" href={searchPath(withoutFilters(state))}>
            Remove all filters
          </a>
        </li>
      )}
    </ul>
  )
}
