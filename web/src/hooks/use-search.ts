import { useEffect, useRef, useState } from 'preact/hooks'
import { isAbort, toApiError, type ApiError } from '../api.js'
import { keptAnswer, loadAnswer, loadNextPage, type Answer } from '../search-answers.js'
import { searchPace } from '../search-pace.js'
import { searchPath, type SearchState } from '../url-state.js'

export interface SearchView {
  /** Of an earlier state while the new one is under way. */
  answer: Answer | null
  isCurrent: boolean
  /** Until the first hits are there. */
  waiting: boolean
  error: ApiError | null
  retry: () => void
  more: {
    waiting: boolean
    error: ApiError | null
    load: () => void
  }
}

interface Failure {
  path: string
  error: ApiError
}

/** The answer to a search state; stale ones are dropped, the old one stays until the new one is there. */
export function useSearch(state: SearchState): SearchView {
  const path = searchPath(state)
  const [shown, setShown] = useState<Answer | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [retries, setRetries] = useState({ path, count: 0 })
  const retry = retries.path === path ? retries.count : 0
  const isShown = shown !== null && searchPath(shown.state) === path
  const answer = isShown ? shown : (keptAnswer(path) ?? shown)
  const isCurrent = answer !== null && searchPath(answer.state) === path

  useEffect(() => {
    if (isCurrent) return setShown(answer)
    const controller = new AbortController()
    const settle = searchPace.begin()
    loadAnswer(state, controller.signal)
      .then(setShown, (thrown: unknown) => {
        if (!isAbort(thrown)) setFailure({ path, error: toApiError(thrown) })
      })
      .finally(settle)
    return () => {
      controller.abort()
      settle()
    }
  }, [path, retry])

  const error = !isCurrent && failure?.path === path ? failure.error : null
  return {
    answer,
    isCurrent,
    waiting: error === null && !isCurrent,
    error,
    retry: () => {
      setFailure(null)
      setRetries({ path, count: retry + 1 })
    },
    more: useNextPage(isCurrent ? answer : null, setShown),
  }
}

function useNextPage(answer: Answer | null, onLoaded: (answer: Answer) => void): SearchView['more'] {
  const path = answer && searchPath(answer.state)
  const underWay = useRef<AbortController | null>(null)
  const [waiting, setWaiting] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    setFailure(null)
    return () => {
      underWay.current?.abort()
      underWay.current = null
      setWaiting(false)
    }
  }, [path])

  return {
    waiting,
    error: failure?.path === path ? failure.error : null,
    load: () => {
      if (answer === null || path === null || answer.next === null || underWay.current) return
      const controller = new AbortController()
      underWay.current = controller
      setWaiting(true)
      setFailure(null)
      loadNextPage(answer, controller.signal)
        .then(onLoaded, (thrown: unknown) => {
          if (!isAbort(thrown)) setFailure({ path, error: toApiError(thrown) })
        })
        .finally(() => {
          if (underWay.current !== controller) return
          underWay.current = null
          setWaiting(false)
        })
    },
  }
}
