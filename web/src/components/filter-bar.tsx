import { useLocation } from 'preact-iso'
import type { SearchResponse } from '../../../src/api/schemas/search.js'
import { documentKinds } from '../../../src/domain/document.js'
import { choicesOf, type FacetMemory } from '../facet-choices.js'
import { searchPath, type SearchFilterName, type SearchState } from '../url-state.js'
import { kindPlural } from '../words.js'
import { Icon } from './icon.js'

interface FilterBarProps {
  state: SearchState
  facets: SearchResponse['facets']
  memory: FacetMemory
}

const menus = [
  ['source', 'Source', 'Any source'],
  ['speaker', 'Speaker', 'Any speaker'],
  ['year', 'Year', 'Any year'],
] as const satisfies readonly (readonly [SearchFilterName, string, string])[]

/** Kinds as chips with counts, the other filters as menus; each choice is a step in the history. */
export function FilterBar({ state, facets, memory }: FilterBarProps) {
  const { route } = useLocation()
  const kinds = choicesOf('kind', state, memory, facets)
  return (
    <div class="filters" role="group" aria-label="Filters">
      <div class="chips">
        <a class="chip" href={searchPath({ ...state, kind: null })} aria-current={state.kind === null}>
          All
        </a>
        {documentKinds.map((kind) => {
          const count = kinds.find(({ value }) => value === kind)?.count ?? 0
          return (
            <a
              key={kind}
              class="chip"
              href={searchPath({ ...state, kind })}
              aria-current={state.kind === kind}
            >
              <Icon name={kind} />
              <span class="chip-word">{kindPlural(kind)}</span>{' '}
              {/* Counted among the best hits only: none there does not mean none at all. */}
              {count > 0 && <span class="count">{count}</span>}
            </a>
          )
        })}
      </div>
      <div class="menus">
        {menus.map(([name, label, any]) => (
          <select
            key={name}
            class="menu"
            aria-label={label}
            data-set={state[name] !== null}
            value={state[name] ?? ''}
            onChange={({ currentTarget: { value } }) =>
              route(searchPath({ ...state, [name]: value || null }))
            }
          >
            <option value="">{state[name] === null ? label : any}</option>
            {choicesOf(name, state, memory, facets).map(({ value, label, count }) => (
              <option key={value} value={value}>
                {count > 0 ? `${label} (${count})` : label}
              </option>
            ))}
          </select>
        ))}
      </div>
    </div>
  )
}
