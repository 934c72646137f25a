import { useLocation } from 'preact-iso'
import { useEffect, useMemo } from 'preact/hooks'
import { listConcepts } from '../concepts-api.js'
import { ConceptFilter } from '../components/concepts/concept-filter.js'
import { ConceptRow } from '../components/concepts/concept-row.js'
import { NoConcepts } from '../components/concepts/no-concepts.js'
import { FailureNote } from '../components/failure-note.js'
import { Icon } from '../components/icon.js'
import { Spinner } from '../components/spinner.js'
import {
  conceptListPath,
  conceptMapPath,
  readConceptListState,
  type ConceptListState,
} from '../concepts/concept-paths.js'
import { keptLists } from '../concepts/kept-concepts.js'
import { usePages } from '../hooks/use-pages.js'
import { useScrollMemory } from '../hooks/use-scroll-memory.js'
import { countOf } from '../words.js'

/** Two screens on a laptop. */
const pageSize = 40

/** The concepts of the library, best first, or those whose name contains what is typed. */
export function ConceptListPage() {
  const { url } = useLocation()
  const state = useMemo(() => readConceptListState(new URL(url, location.origin).search), [url])
  const path = conceptListPath(state)
  const { pages, isCurrent, waiting, error, reload, retry, showMore } = usePages(
    path,
    async (cursor, signal) => {
      const { concepts, total, next } = await listConcepts(state, { limit: pageSize, cursor }, signal)
      return { items: concepts, total, next }
    },
    keptLists,
  )
  useScrollMemory(isCurrent, url)
  useEffect(() => {
    document.title = state.q === '' ? 'Concepts · Cuepoint' : `${state.q} · Concepts · Cuepoint`
  }, [state.q])

  return (
    <div class="page page-concepts">
      <div class="concepts-head">
        <h1>{state.hidden ? 'Hidden concepts' : 'Concepts'}</h1>
        <a class="button" href={conceptMapPath({ around: null, focus: null })}>
          <Icon name="map" />
          Map
        </a>
      </div>
      <ConceptFilter state={state} />
      <p class="result-line" aria-live="polite">
        {error === null && isCurrent && pages && countInWords(pages.total ?? 0, state)}{' '}
        <Spinner waiting={waiting} label="Loading" />
      </p>
      {error && <FailureNote title="The concepts cannot be listed." error={error} retry={retry} />}
      {pages && pages.items.length > 0 && (
        <ol class="concept-list" data-stale={!isCurrent}>
          {pages.items.map((concept) => (
            <ConceptRow key={concept.slug} concept={concept} />
          ))}
        </ol>
      )}
      {isCurrent && pages?.items.length === 0 && <NoConcepts state={state} reload={reload} />}
      {isCurrent && pages && pages.next !== null && (
        <button type="button" class="button show-more" disabled={waiting} onClick={showMore}>
          Show more concepts
        </button>
      )}
      <p class="concepts-foot">
        <a href={conceptListPath({ q: '', hidden: !state.hidden })}>
          {state.hidden ? 'Back to the concepts that are shown' : 'Concepts that were hidden'}
        </a>
      </p>
    </div>
  )
}

/** Nothing at all is said by the note below. */
const countInWords = (total: number, { q }: ConceptListState): string =>
  total === 0 ? '' : q === '' ? `${countOf(total, 'concept')}, best first` : countOf(total, 'concept')
