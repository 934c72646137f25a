import type { Choice } from '../facet-choices.js'

interface ChoiceListProps {
  any: string
  chosen: string | null
  choices: readonly Choice[]
  pathOf: (value: string | null) => string
  onChoose: () => void
}

/** The values of one filter as links with counts; "any" first. */
export function ChoiceList({ any, chosen, choices, pathOf, onChoose }: ChoiceListProps) {
  return (
    <ul class="choices">
      <li>
        <a href={pathOf(null)} aria-current={chosen === null} onClick={onChoose}>
          {any}
        </a>
      </li>
      {choices.map(({ value, label, count }) => (
        <li key={value}>
          <a href={pathOf(value)} aria-current={chosen === value} onClick={onChoose}>
            <span class="choice-label" dir="auto">
              {label}
            </span>{' '}
            {count !== null && <span class="count">{count.toLocaleString('en')}</span>}
          </a>
        </li>
      ))}
    </ul>
  )
}
