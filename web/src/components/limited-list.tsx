import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { countOf } from '../words.js'

interface LimitedListProps<Item> {
  items: readonly Item[]
  /** How many are shown before the rest is asked for. */
  limit: number
  /** What they are, for the button: `document`. */
  noun: string
  class?: string
  /** Gives the <li>, with a key. */
  children: (item: Item) => ComponentChildren
}

/** A list that shows its beginning, and all of it when asked. */
export function LimitedList<Item>({ items, limit, noun, children, ...rest }: LimitedListProps<Item>) {
  const [isWhole, setWhole] = useState(false)
  // A button that hides one row saves nothing.
  const shown = isWhole || items.length <= limit + 1 ? items : items.slice(0, limit)
  return (
    <>
      <ul {...rest}>{shown.map((item) => children(item))}</ul>
      {shown.length < items.length && (
        <button type="button" class="more-toggle" onClick={() => setWhole(true)}>
          Show all {countOf(items.length, noun)}
        </button>
      )}
    </>
  )
}
