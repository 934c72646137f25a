import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useFacets } from '../hooks/use-facets.js'
import { useScrollMemory } from '../hooks/use-scroll-memory.js'
import { useSearch } from '../hooks/use-search.js'
import { useSettled } from '../hooks/use-settled.js'
import type { Answer } from '../search-answers.js'
import { searchPath, type SearchState } from '../url-state.js'
import { AnswerBox } from './answer-box.js'
import { ChosenFilters } from './chosen-filters.js'
import { ConceptLine } from './concepts/concept-line.js'
import { DidYouMean, SearchedFor } from './did-you-mean.js'
import { FailureNote } from './failure-note.js'
import { FilterBar } from './filter-bar.js'
import { HitList } from './hit-list.js'
import { ListEnd } from './list-end.js'
import { NoHits } from './no-hits.js'
import { ResultLine } from './result-line.js'

export function SearchResults({ state }: { state: SearchState }) {
  const { url } = useLocation()
  const { answer, isCurrent, waiting, error, retry, more } = useSearch(state)
  const freeFacets = useFacets(state, answer, isCurrent)
  const answeredPath = answer && searchPath(answer.state)
  useStartAtTop(answeredPath)
  useScrollMemory(isCurrent, url)
  const q = state.q.trim()
  useEffect(() => {
    document.title = q === '' ? 'Cuepoint' : `${q} · Cuepoint`
  }, [q])

  return (
    <>
      <h1 class="visually-hidden">
        {q === '' ? (
          'Everything that was chosen'
        ) : (
          <>
            Results for <bdi>{q}</bdi>
          </>
        )}
      </h1>
      <FilterBar state={state} freeFacets={freeFacets} />
      <ChosenFilters
        state={state}
        understood={isCurrent ? (answer?.response.understood ?? []) : []}
        freeFacets={freeFacets}
      />
      <ResultLine
        state={state}
        total={error ? null : (answer?.response.total ?? null)}
        isCurrent={isCurrent}
        waiting={waiting}
      />
      {error && <FailureNote title="This search could not be answered." error={error} retry={retry} />}
      {answer && !error && <AnswerView answer={answer} isCurrent={isCurrent} />}
      {answer && isCurrent && answer.hits.length > 0 && (
        <ListEnd count={answer.hits.length} hasMore={answer.next !== null} more={more} />
      )}
    </>
  )
}

/** What an answer consists of; that of an earlier search keeps its place until the new one is there. */
function AnswerView({ answer: answered, isCurrent }: { answer: Answer; isCurrent: boolean }) {
  const { state, response, hits } = answered
  const { degraded, didYouMean, searchedFor, byMeaning, answer, concepts } = response
  const q = searchedFor ?? state.q
  // A word that is not typed to its end is nowhere, and the library may know it all the same.
  const isTyped = useSettled(isCurrent ? state.q : '') === state.q
  return (
    <div class="answered" data-stale={!isCurrent} aria-busy={!isCurrent} data-testid="answered">
      {degraded && (
        <p class="note" data-testid="degraded">
          Part of the search engine did not answer just now: these results may not be the best there are.
        </p>
      )}
      {searchedFor !== null
        ? isTyped && <SearchedFor state={state} text={searchedFor} />
        : didYouMean !== null && hits.length > 0 && <DidYouMean state={state} text={didYouMean} />}
      {byMeaning && isTyped && (
        <p class="note" data-testid="by-meaning">
          Nothing here says these words: what follows is nearest in meaning.
        </p>
      )}
      {answer && <AnswerBox answer={answer} hits={hits} q={q} />}
      {concepts.length > 0 && <ConceptLine concepts={concepts} />}
      {hits.length > 0 && <HitList hits={hits} q={q} />}
      {hits.length === 0 && <NoHits state={state} response={response} />}
    </div>
  )
}

/** Another answer is read from its beginning; a first one comes where the reader is, or comes back to. */
function useStartAtTop(answeredPath: string | null): void {
  const before = useRef(answeredPath)
  useLayoutEffect(() => {
    if (before.current !== answeredPath && answeredPath !== null) scrollTo(0, 0)
    before.current = answeredPath
  }, [answeredPath])
}
