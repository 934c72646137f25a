import { useLocation } from 'preact-iso'
import { useEffect, useRef, useState } from 'preact/hooks'
import { conceptPath } from '../concepts/concept-paths.js'
import { finishSearch } from '../finished-search.js'
import { useShortcuts } from '../hooks/use-shortcuts.js'
import { useSuggestions } from '../hooks/use-suggestions.js'
import { useTypedQuery } from '../hooks/use-typed-query.js'
import type { Suggestion } from '../suggest-api.js'
import { documentPath } from '../url-state.js'
import { Icon } from './icon.js'
import { suggestionId, Suggestions } from './suggestions.js'

const listId = 'suggestions'
const none = -1

/** On the search page it answers as one types; elsewhere it leads there on Enter. */
export function SearchField() {
  const { route } = useLocation()
  const query = useTypedQuery()
  const input = useRef<HTMLInputElement>(null)
  /** Typing opens the suggestions, leaving the field or Escape closes them. */
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(none)
  /** Closed by Escape: whoever does so does not want them for this question. */
  const isDeclined = useRef(false)
  const found = useSuggestions(query.text, isOpen)
  const suggestions = isOpen ? found : []

  const close = () => {
    setOpen(false)
    setActive(none)
  }
  useEffect(() => setActive(none), [found])
  useEffect(() => {
    if (!isOpen) return
    // Who scrolls reads the results.
    addEventListener('scroll', close, { passive: true })
    return () => removeEventListener('scroll', close)
  }, [isOpen])
  useEffect(() => {
    // The start page is for asking; where there is a keyboard at hand, at once.
    const isStart = location.pathname === '/' && location.search === ''
    if (isStart && matchMedia('(hover: hover) and (pointer: fine)').matches)
      input.current?.focus({ preventScroll: true })
  }, [])
  useShortcuts({
    '/': () => {
      input.current?.focus()
      input.current?.select()
    },
  })

  const finish = (text: string) => {
    close()
    query.show(text)
    query.ask(text)
    finishSearch(text)
    // The keyboard of a phone makes room for the answer, and j and k walk through it.
    input.current?.blur()
  }
  const choose = ({ kind, text, documentId, slug, sourceId }: Suggestion) => {
    const isFilter = kind === 'speaker' || kind === 'source'
    // Who looks for clips stays at the desk.
    if (kind === 'query' || (location.pathname === '/desk' && !isFilter)) return finish(text)
    close()
    query.show('')
    input.current?.blur()
    if (kind === 'speaker') query.ask('', { speaker: text })
    else if (sourceId !== undefined) query.ask('', { source: sourceId })
    else if (slug !== undefined) route(conceptPath(slug))
    else if (documentId !== undefined)
      route(documentPath({ id: documentId, startMs: null, anchor: null, q: '' }))
  }
  const step = (by: 1 | -1) => {
    // One place more than there are suggestions: none, which is the field itself.
    const places = suggestions.length + 1
    setActive(((active + 1 + by + places) % places) - 1)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter and arrows of an input method choose characters.
    if (event.isComposing) return
    // The key that leads here does so here too: no question begins with it.
    if (event.key === '/' && query.text === '') return event.preventDefault()
    if (event.key === 'Escape') {
      event.preventDefault()
      if (suggestions.length === 0) return input.current?.blur()
      isDeclined.current = true
      return close()
    }
    if (suggestions.length === 0 || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
    event.preventDefault()
    step(event.key === 'ArrowDown' ? 1 : -1)
  }

  return (
    <form
      role="search"
      class="search-field"
      onSubmit={(event) => {
        event.preventDefault()
        const chosen = suggestions[active]
        if (chosen) choose(chosen)
        else finish(query.text)
      }}
    >
      <Icon name="search" />
      <input
        ref={input}
        data-testid="search-field"
        type="text"
        inputMode="search"
        enterkeyhint="search"
        name="q"
        role="combobox"
        aria-label="Search what was said"
        aria-autocomplete="list"
        aria-expanded={suggestions.length > 0}
        aria-controls={listId}
        {...(suggestions[active] && { 'aria-activedescendant': suggestionId(listId, active) })}
        placeholder="Ask, or type what you remember"
        maxLength={2000}
        autocomplete="off"
        autocorrect="off"
        autocapitalize="none"
        spellcheck={false}
        dir="auto"
        value={query.text}
        onFocus={() => {
          query.beginStep()
          isDeclined.current = false
        }}
        onBlur={close}
        onKeyDown={onKeyDown}
        onInput={({ currentTarget: { value } }) => {
          query.type(value)
          if (value === '') isDeclined.current = false
          setOpen(!isDeclined.current)
        }}
      />
      {query.text !== '' && (
        <button
          type="button"
          class="search-clear"
          aria-label="Clear the search"
          onClick={() => {
            query.type('')
            input.current?.focus()
          }}
        >
          <Icon name="close" />
        </button>
      )}
      <kbd aria-hidden="true">/</kbd>
      <Suggestions id={listId} suggestions={suggestions} active={active} onChoose={choose} />
    </form>
  )
}
