import { useLocation } from 'preact-iso'
import type { Source } from '../../../../client/index.js'
import { documentKinds } from '../../../../src/domain/document.js'
import { libraryPath, type LibraryState } from '../../library/library-state.js'
import { kindPlural } from '../../words.js'
import { Icon } from '../icon.js'
import { FilterSelect } from './filter-select.js'
import { TitleFilter } from './title-filter.js'

interface DocumentFiltersProps {
  state: LibraryState
  sources: readonly Source[]
}

/** What narrows and sorts the list; each choice is a step in the history. */
export function DocumentFilters({ state, sources }: DocumentFiltersProps) {
  const { route } = useLocation()
  const go = (change: Partial<LibraryState>) => route(libraryPath({ ...state, ...change }))
  const shown = sources.filter(({ id }) => state.source === null || id === state.source)
  const count = (part: (source: Source) => number) => shown.reduce((total, source) => total + part(source), 0)
  const withoutTranscript = count((source) => source.withoutTranscript)
  return (
    <div class="filters" role="group" aria-label="Filters">
      <ul class="chips">
        <li>
          <a class="chip" href={libraryPath({ ...state, kind: null })} aria-current={state.kind === null}>
            All
          </a>
        </li>
        {documentKinds.map((kind) => {
          const number = count(({ kinds }) => kinds[kind])
          return (
            <li key={kind}>
              <a
                class="chip"
                href={libraryPath({ ...state, kind })}
                aria-current={state.kind === kind}
                data-none={number === 0}
              >
                <Icon name={kind} />
                <span class="chip-word">{kindPlural(kind)}</span>{' '}
                <span class="count">{number.toLocaleString('en')}</span>
              </a>
            </li>
          )
        })}
      </ul>
      <div class="filter-row">
        <FilterSelect
          label="Source"
          value={state.source ?? ''}
          options={[
            { value: '', label: 'All sources' },
            ...sources.map(({ id, title, location }) => ({ value: id, label: title || location })),
          ]}
          onChoose={(source) => go({ source: source || null })}
        />
        <FilterSelect
          label="Condition"
          value={state.only ?? ''}
          options={[
            { value: '', label: 'Any state' },
            {
              value: 'without-transcript',
              label: `Without a transcript (${withoutTranscript.toLocaleString('en')})`,
            },
            { value: 'with-issues', label: 'With issues' },
          ]}
          onChoose={(only) => go({ only: only || null })}
        />
        <FilterSelect
          label="Order"
          value={state.sort}
          options={[
            { value: 'newest', label: 'Newest first' },
            { value: 'oldest', label: 'Oldest first' },
            { value: 'title', label: 'By title' },
          ]}
          onChoose={(sort) => go({ sort })}
        />
        <TitleFilter state={state} />
      </div>
    </div>
  )
}
