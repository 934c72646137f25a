import { documentKinds } from '../../../src/domain/document.js'
import { choicesOf, isSet } from '../facet-choices.js'
import type { FreeFacets } from '../hooks/use-facets.js'
import { searchPath, type SearchState } from '../url-state.js'
import { describeDates, kindPlural } from '../words.js'
import { ChoiceList } from './choice-list.js'
import { DateRangeForm } from './date-range-form.js'
import { FilterMenu } from './filter-menu.js'
import { Icon } from './icon.js'

interface FilterBarProps {
  state: SearchState
  freeFacets: FreeFacets
}

const nameMenus = [
  ['source', 'Source', 'Any source'],
  ['speaker', 'Speaker', 'Any speaker'],
] as const

/** Kinds as chips with counts, the other filters as menus; each choice is a step in the history. */
export function FilterBar({ state, freeFacets }: FilterBarProps) {
  const anyDate = { year: null, from: null, to: null }
  return (
    <div class="filters" role="group" aria-label="Filters">
      <KindChips state={state} freeFacets={freeFacets} />
      <div class="menus">
        {nameMenus.map(([name, title, any]) => {
          const choices = choicesOf(name, state, freeFacets(name))
          const chosen = choices.find(({ value }) => value === state[name])?.label ?? null
          return (
            <FilterMenu key={name} name={title} chosen={chosen}>
              {(close) => (
                <ChoiceList
                  any={any}
                  chosen={state[name]}
                  choices={choices}
                  pathOf={(value) => searchPath({ ...state, [name]: value })}
                  onChoose={close}
                />
              )}
            </FilterMenu>
          )
        })}
        <FilterMenu name="Date" chosen={isSet('year', state) ? describeDates(state) : null}>
          {(close) => (
            <>
              <ChoiceList
                any="Any date"
                chosen={state.year ?? (isSet('year', state) ? '' : null)}
                choices={choicesOf('year', state, freeFacets('year'))}
                pathOf={(year) => searchPath({ ...state, ...anyDate, year })}
                onChoose={close}
              />
              <DateRangeForm state={state} onChoose={close} />
            </>
          )}
        </FilterMenu>
      </div>
    </div>
  )
}

function KindChips({ state, freeFacets }: FilterBarProps) {
  const free = freeFacets('kind')
  return (
    <ul class="chips">
      <li>
        <a class="chip" href={searchPath({ ...state, kind: null })} aria-current={state.kind === null}>
          All
        </a>
      </li>
      {documentKinds.map((kind) => {
        const count = free && (free.kind.find(({ value }) => value === kind)?.count ?? 0)
        return (
          <li key={kind}>
            <a
              class="chip"
              href={searchPath({ ...state, kind })}
              aria-current={state.kind === kind}
              data-none={count === 0}
            >
              <Icon name={kind} />
              <span class="chip-word">{kindPlural(kind)}</span>{' '}
              <span class="count">{count?.toLocaleString('en')}</span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}
