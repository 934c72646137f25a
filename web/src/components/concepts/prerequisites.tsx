import type { Concept } from '../../../../client/index.js'
import { conceptPath } from '../../concepts/concept-paths.js'
import { countOf } from '../../words.js'
import { Statement } from './statement.js'

/** What is used where this concept is explained, and was explained before it; with the passages that say so. */
export function Prerequisites({ concept: { name, prerequisites } }: { concept: Concept }) {
  if (prerequisites.length === 0) return null
  return (
    <section class="prerequisites">
      <h2>To understand first</h2>
      <ul>
        {prerequisites.map(({ slug, name: prerequisite, definition, support, evidence }) => (
          <li key={slug}>
            <a class="concept-link" href={conceptPath(slug)} dir="auto" title={definition ?? undefined}>
              {prerequisite}
            </a>
            <details class="disclosure">
              <summary>
                used in {countOf(support, 'explanation')} of <bdi>{name}</bdi>
              </summary>
              <ul>
                {evidence.map((place) => (
                  <li key={place.passageId}>
                    <Statement place={place} />
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}
