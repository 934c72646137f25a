import type { Suggestion } from '../suggest-api.js'
import { splitByMarks } from '../text-marks.js'
import { Icon } from './icon.js'
import { MarkedText } from './marked-text.js'

interface SuggestionsProps {
  id: string
  suggestions: readonly Suggestion[]
  /** Index of the one that Enter would choose; -1 for none. */
  active: number
  onChoose: (suggestion: Suggestion) => void
}

const kinds = {
  title: { icon: 'post', word: 'open' },
  concept: { icon: 'concept', word: 'concept' },
  speaker: { icon: 'person', word: 'speaker' },
  source: { icon: 'library', word: 'source' },
  query: { icon: 'search', word: 'search' },
} as const

export const suggestionId = (listId: string, index: number): string => `${listId}-${index}`

/** The list under the search field; the focus stays in the field, which says which one is active. */
export function Suggestions({ id, suggestions, active, onChoose }: SuggestionsProps) {
  return (
    <ul
      id={id}
      class="suggestions"
      role="listbox"
      aria-label="Suggestions"
      data-testid="suggestions"
      hidden={suggestions.length === 0}
    >
      {suggestions.map((suggestion, index) => {
        const { kind, text, ranges } = suggestion
        return (
          <li
            key={`${kind}:${text}`}
            id={suggestionId(id, index)}
            role="option"
            aria-selected={index === active}
            data-kind={kind}
            // A press must not take the focus, and with it the keyboard of a phone, from the field.
            onPointerDown={(event) => event.preventDefault()}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(suggestion)}
          >
            <Icon name={kinds[kind].icon} />
            <span class="suggestion-text" dir="auto">
              <MarkedText parts={splitByMarks(text, ranges)} />
            </span>{' '}
            <span class="suggestion-kind">{kinds[kind].word}</span>
          </li>
        )
      })}
    </ul>
  )
}
