import type { Hit } from '../../../../client/index.js'
import { conceptPath } from '../../concepts/concept-paths.js'

/** What a passage is most about. */
export function ConceptChips({ concepts }: { concepts: Hit['concepts'] }) {
  if (concepts.length === 0) return null
  return (
    <ul class="concept-chips" aria-label="Concepts" data-testid="hit-concepts">
      {concepts.map(({ slug, name }) => (
        <li key={slug}>
          <a href={conceptPath(slug)} dir="auto">
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}
