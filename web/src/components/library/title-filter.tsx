import { useLocation } from 'preact-iso'
import { useEffect, useRef, useState } from 'preact/hooks'
import { libraryPath, type LibraryState } from '../../library/library-state.js'
import { Icon } from '../icon.js'

/** A pause in typing that means "now". */
const pauseMs = 200

/** Narrows the list as one types; the address follows, without a step in the history for each letter. */
export function TitleFilter({ state }: { state: LibraryState }) {
  const { route } = useLocation()
  const [text, setText] = useState(state.q)
  /** What the address was last given from here; another one in it came from Back or a link. */
  const sent = useRef(state.q)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  useEffect(() => {
    if (state.q === sent.current) return
    sent.current = state.q
    clearTimeout(timer.current)
    setText(state.q)
  }, [state.q])
  useEffect(() => () => clearTimeout(timer.current), [])

  const send = (value: string) => {
    clearTimeout(timer.current)
    const q = value.trim()
    if (q === sent.current) return
    sent.current = q
    route(libraryPath({ ...state, q }), true)
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
