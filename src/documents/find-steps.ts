import type { Sibling } from '../catalog/catalog.js'
import type { Document } from '../domain/document.js'

/** A neighbour in the order of publication. */
export interface Step {
  id: string
  title: string
}

export interface Steps {
  previous: Step | null
  next: Step | null
}

/**
 * What came before and after `document` among the documents of its kind and source: by date, then by the numbers and
 * words of their titles, which is all the order that undated ones have. Dated ones come after undated ones.
 */
export function findSteps(document: Sibling, siblings: readonly Sibling[]): Steps {
  const others = siblings.filter(({ id }) => id !== document.id)
  const nearest = (side: 1 | -1): Step | null => {
    const onSide = others.filter((other) => compareByOrder(other, document) * side > 0)
    const first = onSide.reduce<Sibling | null>(
      (best, other) => (best === null || compareByOrder(other, best) * side < 0 ? other : best),
      null,
    )
    return first && { id: first.id, title: first.title }
  }
  return { previous: nearest(-1), next: nearest(1) }
}

/** `Episode 9` before `Episode 10`. */
const titleOrder = new Intl.Collator('en', { numeric: true })

function compareByOrder(a: Sibling, b: Sibling): number {
  return compareText(dateOf(a), dateOf(b)) || titleOrder.compare(a.title, b.title) || compareText(a.id, b.id)
}

const dateOf = ({ publishedAt }: Pick<Document, 'publishedAt'>): string => publishedAt ?? ''
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
