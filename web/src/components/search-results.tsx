import { useEffect, useLayoutEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useScrollMemory } from '../hooks/use-scroll-memory.js'
import { useSearch } from '../hooks/use-search.js'
import { useShortcuts } from '../hooks/use-shortcuts.js'
import { emptySearch, searchPath, type SearchState } from '../url-state.js'
import { AnswerBox } from './answer-box.js'
import { ConceptLine } from './concepts/concept-line.js'
import { DidYouMean } from './did-you-mean.js'
import { FailureNote } from './failure-note.js'
import { FilterBar } from './filter-bar.js'
import { HitCard } from './hit-card.js'
import { NoHits } from './no-hits.js'
import { Spinner } from './spinner.js'

const noFacets = { kind: [], source: [], speaker: [], year: [] }

export function SearchResults({ state }: { state: SearchState }) {
  const { url } = useLocation()
  const { answer, facetMemory, waiting, error, retry, showMore } = useSearch(state)
  const answeredPath = answer && searchPath(answer.state)
  const isCurrent = answeredPath === searchPath(state)

  useLayoutEffect(() => {
    if (answeredPath !== null) scrollTo(0, 0)
  }, [answeredPath])
  useScrollMemory(isCurrent, url)
  useEffect(() => {
    document.title = `${state.q} · Cuepoint`
  }, [state.q])
  useShortcuts({ j: () => moveToHit(1), k: () => moveToHit(-1) })

  return (
    <>
      <h1 class="visually-hidden">
        Results for <bdi>{state.q}</bdi>
      </h1>
      <FilterBar state={state} facets={answer?.response.facets ?? noFacets} memory={facetMemory} />
      <p class="result-line" aria-live="polite">
        {error === null && answer && isCurrent && countInWords(answer.response.total)}{' '}
        <Spinner waiting={waiting} label="Searching" />
      </p>
      {error && <FailureNote title="This search could not be answered." error={error} retry={retry} />}
      {answer?.response.degraded && (
        <p class="note">
          Part of the search engine did not answer just now: these results may not be the best there are.
        </p>
      )}
      {answer && isCurrent && answer.response.didYouMean !== null && (
        <DidYouMean state={state} text={answer.response.didYouMean} />
      )}
      {answer && isCurrent && answer.response.answer && (
        <AnswerBox answer={answer.response.answer} hits={answer.hits} q={answer.state.q} />
      )}
      {answer && answer.response.concepts.length > 0 && (
        <ConceptLine concepts={answer.response.concepts} isStale={!isCurrent} />
      )}
      {answer && answer.hits.length > 0 && (
        <ol class="hits" data-stale={!isCurrent}>
          {answer.hits.map((hit) => (
            <HitCard key={hit.passageId} hit={hit} q={answer.state.q} />
          ))}
        </ol>
      )}
      {answer && isCurrent && answer.hits.length === 0 && (
        <NoHits state={state} isFiltered={searchPath(state) !== searchPath({ ...emptySearch, q: state.q })} />
      )}
      {answer && isCurrent && answer.next !== null && (
        <button type="button" class="button show-more" disabled={waiting} onClick={showMore}>
          Show more results
        </button>
      )}
    </>
  )
}

const countInWords = (total: number): string =>
  total === 0 ? 'No results' : `${total.toLocaleString('en')} ${total === 1 ? 'result' : 'results'}`

/** Moves the focus from hit to hit; it starts at the first. */
function moveToHit(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('.hit-open')]
  const card = document.activeElement?.closest('.hit')
  const current = links.findIndex((link) => card?.contains(link))
  const next = links[current === -1 ? 0 : Math.max(0, Math.min(links.length - 1, current + step))]
  next?.focus({ preventScroll: true })
  next?.closest('.hit')?.scrollIntoView({ block: 'nearest' })
}
