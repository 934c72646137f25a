import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import type { HitResponse, SearchResponse } from '../../../src/api/schemas/search.js'
import { isAbort, search, toApiError, type ApiError } from '../api.js'
import { rememberFacets, type FacetMemory } from '../facet-choices.js'
import { searchParams, searchPath, type SearchState } from '../url-state.js'
import { Kept } from './use-loaded.js'

/** Hits of one page: two screens on a laptop. */
const pageSize = 20

/** One answer with all pages that were asked for so far. */
export interface Answer {
  state: SearchState
  response: SearchResponse
  hits: HitResponse[]
  next: string | null
}

export interface SearchView {
  /** Of an earlier state while the new one is under way. */
  answer: Answer | null
  facetMemory: FacetMemory
  waiting: boolean
  error: ApiError | null
  retry: () => void
  showMore: () => void
}

const answers = new Kept<Answer>()
/** Survives the page, so that Back to a filtered search still offers the other choices. */
let facetMemory: FacetMemory = { q: '', facets: {} }

/** The answer to a search state with a query; stale ones are dropped, the old one stays until the new one is there. */
export function useSearch(state: SearchState): SearchView {
  const path = searchPath(state)
  const [answer, setAnswer] = useState(() => answers.get(path))
  const [error, setError] = useState<ApiError | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [cursor, setCursor] = useState<{ path: string; cursor: string } | null>(null)
  const known = answers.get(path)
  const shown = known ?? answer
  const isAnswered = shown !== null && searchPath(shown.state) === path

  useLayoutEffect(() => {
    setError(null)
    if (known) setAnswer(known)
  }, [path])

  useEffect(() => {
    const isNextPage = cursor !== null && cursor.path === path
    if (known && !isNextPage) return
    const controller = new AbortController()
    search(
      searchParams(state, { k: pageSize, cursor: isNextPage ? cursor.cursor : null }),
      controller.signal,
    ).then(
      (response) => {
        const earlier = isNextPage ? (shown?.hits ?? []) : []
        const fresh = { state, response, hits: [...earlier, ...response.hits], next: response.next }
        facetMemory = rememberFacets(facetMemory, state, response.facets)
        answers.set(path, fresh)
        setCursor(null)
        setError(null)
        setAnswer(fresh)
      },
      (failure: unknown) => {
        if (!isAbort(failure)) setError(toApiError(failure))
      },
    )
    return () => controller.abort()
  }, [path, attempt, cursor?.cursor])

  return {
    answer: shown,
    facetMemory,
    waiting: error === null && (!isAnswered || cursor?.path === path),
    error,
    retry: () => {
      setError(null)
      setAttempt((count) => count + 1)
    },
    showMore: () => {
      const next = shown?.next
      if (isAnswered && next) setCursor({ path, cursor: next })
    },
  }
}

/** After a pull the library is another one: forget what was answered. */
export function forgetAnswers(): void {
  answers.clear()
}
