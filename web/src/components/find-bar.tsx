import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { isFindable } from '../find-in-text.js'
import type { Find } from '../hooks/use-find.js'
import { useShortcuts } from '../hooks/use-shortcuts.js'
import { countOf } from '../words.js'
import { Icon } from './icon.js'

interface FindBarProps {
  find: Find
  /** What is looked through: `transcript`. */
  noun: string
  /** Further controls at its end. */
  children?: ComponentChildren
}

/** Finds in the text of the page, and stays at the top while it is read. `f` leads to it, Ctrl+F is the browser's. */
export function FindBar({ find, noun, children }: FindBarProps) {
  const field = useRef<HTMLInputElement>(null)
  useShortcuts({
    f: () => {
      field.current?.focus({ preventScroll: true })
      field.current?.select()
    },
  })
  const { words, matches, at, setWords, step } = find
  const label = `Find in this ${noun}`
  return (
    <div class="find-bar" role="search" aria-label={label}>
      <div class="find-field">
        <Icon name="search" />
        <input
          ref={field}
          type="search"
          name="find"
          autocomplete="off"
          spellcheck={false}
          aria-label={label}
          placeholder={label}
          data-testid="find-field"
          value={words}
          onInput={({ currentTarget }) => setWords(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault()
              step(event.shiftKey ? -1 : 1)
            } else if (event.key === 'Escape') {
              event.preventDefault()
              setWords('')
              event.currentTarget.blur()
            }
          }}
        />
        <span class="find-count" role="status" data-testid="find-count">
          {isFindable(words) && describeCount(matches.length, at)}
        </span>
      </div>
      {matches.length > 0 && (
        <>
          <button type="button" class="tool" aria-label="Previous match" onClick={() => step(-1)}>
            <Icon name="up" />
          </button>
          <button type="button" class="tool" aria-label="Next match" onClick={() => step(1)}>
            <Icon name="down" />
          </button>
        </>
      )}
      {children}
    </div>
  )
}

function describeCount(count: number, at: number): string {
  if (count === 0) return 'not found'
  return at === -1 ? countOf(count, 'match', 'matches') : `${at + 1} of ${count.toLocaleString('en')}`
}
