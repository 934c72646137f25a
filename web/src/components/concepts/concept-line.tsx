import type { SearchResult } from '../../../../client/index.js'
import { conceptPath } from '../../concepts/concept-paths.js'

/** What the query and its best hits are about. */
export function ConceptLine({ concepts }: { concepts: SearchResult['concepts'] }) {
  return (
    <nav class="concept-line" aria-label="Related concepts" data-testid="related-concepts">
      <span aria-hidden="true">Related:</span>
      <ul>
        {concepts.map(({ slug, name, definition }) => (
          <li key={slug}>
            <a href={conceptPath(slug)} title={definition ?? undefined} dir="auto">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
