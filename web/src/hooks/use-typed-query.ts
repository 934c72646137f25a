import { useLocation } from 'preact-iso'
import { useEffect, useRef, useState } from 'preact/hooks'
import { searchPace } from '../search-pace.js'
import { emptySearch, readSearchState, searchPath, type SearchState } from '../url-state.js'

export interface TypedQuery {
  text: string
  /** A key was pressed in the field: on the search page it is asked as soon as typing pauses. */
  type: (text: string) => void
  /** Asks now, whatever page this is. */
  ask: (text: string, change?: Partial<SearchState>) => void
  /** Shows another text without asking. */
  show: (text: string) => void
  /** The next change is a step that Back returns from; those after it refine it. */
  beginStep: () => void
}

/** What stands in the search field, in step with the address both ways. */
export function useTypedQuery(): TypedQuery {
  const { path, url, route } = useLocation()
  const isSearchPage = path === '/'
  const state = readSearchState(new URL(url, location.origin).search)
  const [text, setText] = useState(state.q)
  /** What the address was last given from here; another query in it came from Back, a link or an example. */
  const sent = useRef(state.q)
  const isNewStep = useRef(true)
  const latest = useRef({ isSearchPage, state })
  latest.current = { isSearchPage, state }

  useEffect(() => {
    if (state.q === sent.current) return
    sent.current = state.q
    searchPace.cancel()
    setText(state.q)
  }, [state.q])
  useEffect(() => () => searchPace.cancel(), [])

  const ask = (value: string, change: Partial<SearchState> = {}) => {
    searchPace.cancel()
    const { isSearchPage, state } = latest.current
    const q = value.trim()
    const target = searchPath({ ...(isSearchPage ? state : emptySearch), ...change, q })
    if (isSearchPage && target === searchPath(state)) return
    sent.current = q
    route(target, isSearchPage && !isNewStep.current)
    isNewStep.current = false
  }
  return {
    text,
    ask,
    type: (value) => {
      setText(value)
      if (latest.current.isSearchPage) searchPace.askSoon(() => ask(value))
    },
    show: (value) => {
      searchPace.cancel()
      setText(value)
    },
    beginStep: () => (isNewStep.current = true),
  }
}
