import type { HitResponse } from '../../../../src/api/schemas/search.js'
import { conceptPath } from '../../concepts/concept-paths.js'

/** What a passage is most about. */
export function ConceptChips({ concepts }: { concepts: HitResponse['concepts'] }) {
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
