import { useLocation } from 'preact-iso'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useShortcuts } from '../hooks/use-shortcuts.js'
import { emptySearch, readSearchState, searchPath } from '../url-state.js'
import { Icon } from './icon.js'

/** A pause in typing that means "now". */
const pauseMs = 200

/** On the search page it answers as one types; elsewhere it leads there on Enter. */
export function SearchField() {
  const { path, url, route } = useLocation()
  const isSearchPage = path === '/'
  const state = readSearchState(new URL(url, location.origin).search)
  const [text, setText] = useState(state.q)
  /** What the address was last given from here; another query in it came from Back, a link or an example. */
  const sent = useRef(state.q)
  /** The first change after the field gets the focus is a step that Back returns from; the next ones refine it. */
  const isNewStep = useRef(true)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (state.q === sent.current) return
    sent.current = state.q
    clearTimeout(timer.current)
    setText(state.q)
  }, [state.q])
  useEffect(() => () => clearTimeout(timer.current), [])
  useShortcuts({
    '/': () => {
      input.current?.focus()
      input.current?.select()
    },
  })

  const send = (value: string) => {
    clearTimeout(timer.current)
    const q = value.trim()
    if (isSearchPage && q === sent.current) return
    sent.current = q
    route(searchPath({ ...(isSearchPage ? state : emptySearch), q }), isSearchPage && !isNewStep.current)
    isNewStep.current = false
  }

  return (
    <form
      role="search"
      class="search-field"
      onSubmit={(event) => {
        event.preventDefault()
        send(text)
        // The keyboard of a phone makes room for the answer, and j and k walk through it.
        input.current?.blur()
      }}
    >
      <Icon name="search" />
      <input
        ref={input}
        data-testid="search-field"
        type="search"
        name="q"
        aria-label="Search what was said"
        placeholder="Ask, or type what you remember"
        maxLength={2000}
        autocomplete="off"
        spellcheck={false}
        enterkeyhint="search"
        dir="auto"
        value={text}
        onFocus={() => (isNewStep.current = true)}
        onInput={({ currentTarget: { value } }) => {
          setText(value)
          clearTimeout(timer.current)
          if (isSearchPage) timer.current = setTimeout(() => send(value), pauseMs)
        }}
      />
      <kbd aria-hidden="true">/</kbd>
    </form>
  )
}
