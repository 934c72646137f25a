import type { ConceptList } from '../../../../client/index.js'
import { conceptPath } from '../../concepts/concept-paths.js'
import { describeCounts } from '../../concepts/concept-words.js'

/** Further names are on the concept's own page. */
const maxAliases = 4

export function ConceptRow({ concept }: { concept: ConceptList['concepts'][number] }) {
  const { slug, name, aliases, definition } = concept
  return (
    <li class="concept-row" data-testid="concept">
      <a class="concept-link" href={conceptPath(slug)} dir="auto">
        {name}
      </a>
      <p class="hit-line">
        <span class="detail">{describeCounts(concept)}</span>
        {aliases.length > 0 && (
          <span class="detail" dir="auto">
            also {aliases.slice(0, maxAliases).join(', ')}
            {aliases.length > maxAliases && ', …'}
          </span>
        )}
      </p>
      {definition !== null && (
        <p class="concept-definition clamp-2" dir="auto">
          {definition}
        </p>
      )}
    </li>
  )
}
