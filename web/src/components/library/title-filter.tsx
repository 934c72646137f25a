import { useLocation } from 'preact-iso'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { libraryPath, readLibraryState, type LibraryState } from '../../library/library-state.js'
import { SentQueries } from '../../sent-queries.js'
import { Icon } from '../icon.js'

/** A pause in typing that means "now". */
const pauseMs = 200

/** Narrows the list as one types; the address follows, without a step in the history for each letter. */
export function TitleFilter({ state }: { state: LibraryState }) {
  const { route } = useLocation()
  const [text, setText] = useState(state.q)
  const sent = useRef(new SentQueries()).current
  const isFirst = useRef(true)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  useLayoutEffect(() => {
    if (isFirst.current) isFirst.current = false
    else if (!sent.receive(state.q)) {
      clearTimeout(timer.current)
      setText(state.q)
    }
  }, [state.q])
  useEffect(() => () => clearTimeout(timer.current), [])

  const send = (value: string) => {
    clearTimeout(timer.current)
    // As it is now: the page may be a step behind.
    const now = readLibraryState(location.search)
    const q = value.trim()
    // Left already, for a page that is still loading.
    if (!location.pathname.startsWith('/library') || now.view !== 'documents') return
    if (q === now.q) return
    sent.send(q)
    route(libraryPath({ ...now, q }), true)
  }
  return (
    <form
      class="search-field title-filter"
      onSubmit={(event) => {
        event.preventDefault()
        send(text)
      }}
    >
      <Icon name="search" />
      <input
        data-testid="title-filter"
        type="search"
        name="q"
        aria-label="Words in the title"
        placeholder="Words in the title"
        maxLength={200}
        autocomplete="off"
        spellcheck={false}
        enterkeyhint="search"
        dir="auto"
        value={text}
        onInput={({ currentTarget: { value } }) => {
          setText(value)
          clearTimeout(timer.current)
          timer.current = setTimeout(() => send(value), pauseMs)
        }}
      />
    </form>
  )
}
