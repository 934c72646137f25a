import type { ComponentChildren } from 'preact'
import { conceptPath } from '../../concepts/concept-paths.js'
import type { ConceptTitles } from '../../hooks/use-document-concepts.js'

interface ConceptNameProps {
  slug: string
  titles: ConceptTitles
  /** False where so many of them would stand in the way of the Tab key. */
  isTabbable?: boolean
  children: ComponentChildren
}

/** A concept's name in a text: underlined with dots, it leads to the concept. */
export function ConceptName({ slug, titles, isTabbable = true, children }: ConceptNameProps) {
  return (
    <a
      class="concept-name"
      data-testid="concept-in-text"
      href={conceptPath(slug)}
      title={titles.get(slug)?.definition ?? undefined}
      {...(!isTabbable && { tabIndex: -1 })}
    >
      {children}
    </a>
  )
}
