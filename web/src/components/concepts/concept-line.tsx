import type { SearchResponse } from '../../../../src/api/schemas/search.js'
import { conceptPath } from '../../concepts/concept-paths.js'

interface ConceptLineProps {
  concepts: SearchResponse['concepts']
  /** Of an earlier search, until the answer to this one is there. */
  isStale: boolean
}

/** What the query and its best hits are about. */
export function ConceptLine({ concepts, isStale }: ConceptLineProps) {
  return (
    <nav
      class="concept-line"
      aria-label="Related concepts"
      data-stale={isStale}
      data-testid="related-concepts"
    >
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
