import { useLocation } from 'preact-iso'
import { useMemo } from 'preact/hooks'
import { readDeskState, deskPath } from '../../desk/desk-state.js'
import type { DeskToolProps } from '../../desk/tool-props.js'
import { useSearch } from '../../hooks/use-search.js'
import { useStatus } from '../../hooks/use-status.js'
import { documentKinds } from '../../../../src/domain/document.js'
import { isBlank, type SearchState } from '../../url-state.js'
import { countOf, kindPlural } from '../../words.js'
import { FailureNote } from '../failure-note.js'
import { Icon } from '../icon.js'
import { SearchField } from '../search-field.js'
import { Spinner } from '../spinner.js'
import { DeskHit } from './desk-hit.js'

/** The search of the search page, in a column: hits are heard where they stand, and added. */
export function SearchTool({ collection, onAdd }: DeskToolProps) {
  const { url } = useLocation()
  const { search } = useMemo(() => readDeskState(new URL(url, location.origin).search), [url])
  return (
    <>
      <SearchField />
      {isBlank(search) ? <BeforeSearch /> : <Found state={search} collection={collection} onAdd={onAdd} />}
    </>
  )
}

const pathOf = (search: SearchState): string => deskPath({ ...readDeskState(location.search), search })

function BeforeSearch() {
  const examples = useStatus()?.examples ?? []
  return (
    <div class="desk-teach">
      <p>
        What is found can be heard here, and added with its button or the key <kbd>a</kbd>.
      </p>
      {examples.length > 0 && (
        <ul class="desk-examples" aria-label="Ask, for example">
          {examples.slice(0, 4).map((q) => (
            <li key={q}>
              <a href={pathOf({ ...readDeskState(location.search).search, q })} dir="auto">
                {q}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Found({ state, collection, onAdd }: DeskToolProps & { state: SearchState }) {
  const { answer, isCurrent, waiting, error, retry, more } = useSearch(state)
  const total = answer?.response.total
  const { didYouMean = null, searchedFor = null } = (isCurrent && answer?.response) || {}
  return (
    <>
      <ul class="chips" aria-label="Kinds">
        <li>
          <a class="chip" href={pathOf({ ...state, kind: null })} aria-current={state.kind === null}>
            All
          </a>
        </li>
        {documentKinds.map((kind) => (
          <li key={kind}>
            <a class="chip" href={pathOf({ ...state, kind })} aria-current={state.kind === kind}>
              <Icon name={kind} />
              <span class="chip-word">{kindPlural(kind)}</span>
            </a>
          </li>
        ))}
      </ul>
      <p class="desk-line" role="status">
        {isCurrent &&
          !error &&
          total !== undefined &&
          (total === 0 ? 'Nothing was found' : countOf(total, 'hit'))}{' '}
        <Spinner waiting={waiting} label="Searching" />
      </p>
      {error && <FailureNote title="This search could not be answered." error={error} retry={retry} />}
      {didYouMean !== null && (
        <p>
          {searchedFor === null ? 'Did you mean' : 'Nothing says this. Results for'}{' '}
          <a href={pathOf({ ...state, q: didYouMean })} dir="auto">
            {didYouMean}
          </a>
          {searchedFor === null ? '?' : '.'}
        </p>
      )}
      {isCurrent && total === 0 && (
        <p class="dim">Try fewer or other words, or ask the way you would ask a person.</p>
      )}
      {answer && !error && (
        <ol class="desk-hits" data-stale={!isCurrent} data-testid="desk-hits">
          {answer.hits.map((hit) => (
            <DeskHit
              key={hit.passageId}
              hit={hit}
              q={state.q}
              clips={collection?.clips ?? []}
              onAdd={onAdd}
            />
          ))}
        </ol>
      )}
      {more.error && <FailureNote title="More could not be fetched." error={more.error} retry={more.load} />}
      {answer && isCurrent && answer.next !== null && !more.error && (
        <button type="button" class="button show-more" disabled={more.waiting} onClick={more.load}>
          Show more
        </button>
      )}
    </>
  )
}
