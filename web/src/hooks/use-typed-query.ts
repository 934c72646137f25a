import { useLocation } from 'preact-iso'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { deskPath, readDeskState } from '../desk/desk-state.js'
import { searchPace } from '../search-pace.js'
import { SentQueries } from '../sent-queries.js'
import { emptySearch, readSearchState, searchPath, type SearchState } from '../url-state.js'

export interface TypedQuery {
  text: string
  /** A key was pressed in the field: where it is answered it is asked as soon as typing pauses. */
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
  const { q } = readSearchState(new URL(url, location.origin).search)
  const [text, setText] = useState(q)
  const sent = useRef(new SentQueries()).current
  const isFirst = useRef(true)
  const isNewStep = useRef(true)

  useLayoutEffect(() => {
    if (isFirst.current) isFirst.current = false
    else if (!sent.receive(q)) {
      searchPace.cancel()
      setText(q)
    }
  }, [q])
  useEffect(() => () => searchPace.cancel(), [])

  const ask = (value: string, change: Partial<SearchState> = {}) => {
    searchPace.cancel()
    // As it is now: the page may be a step behind.
    const isHere = answersHere(location.pathname)
    const now = readSearchState(location.search)
    const asked = value.trim()
    const target = pathHere({ ...(isHere ? now : emptySearch), ...change, q: asked })
    if (isHere && target === pathHere(now)) return
    if (asked !== now.q) sent.send(asked)
    route(target, isHere && !isNewStep.current)
    isNewStep.current = false
  }
  return {
    text,
    ask,
    type: (value) => {
      setText(value)
      if (answersHere(path)) searchPace.askSoon(() => ask(value))
    },
    show: (value) => {
      searchPace.cancel()
      setText(value)
    },
    beginStep: () => (isNewStep.current = true),
  }
}

/** On the search page and the desk it is answered as one types; elsewhere it leads to the search page. */
const answersHere = (path: string): boolean => path === '/' || path === '/desk'

const pathHere = (search: SearchState): string =>
  location.pathname === '/desk'
    ? deskPath({ ...readDeskState(location.search), tool: 'search', search })
    : searchPath(search)
