import type { Concept } from '../../../../client/index.js'
import { conceptPath } from '../../concepts/concept-paths.js'
import { describeRelation } from '../../concepts/concept-words.js'
import { createNameFinder } from '../../concepts/name-marks.js'
import { snippetOf } from '../../excerpt.js'
import type { MarkRange } from '../../text-marks.js'
import { LimitedList } from '../limited-list.js'
import { MarkedText } from '../marked-text.js'
import { PlaceHandle } from '../place-handle.js'

const shownAtFirst = 8

const findMarks = (text: string, names: readonly string[]): MarkRange[] =>
  createNameFinder([{ slug: '', names }])(text).map(({ range }) => range)

/** What belongs to it, why, and a passage that shows both. */
export function RelatedConcepts({ related }: { related: Concept['related'] }) {
  if (related.length === 0) return null
  return (
    <section class="related">
      <h2>Related</h2>
      <LimitedList items={related} limit={shownAtFirst} noun="related concept">
        {({ slug, name, aliases, definition, example, ...relation }) => (
          <li key={slug} data-testid="related">
            <a class="concept-link" href={conceptPath(slug)} dir="auto" title={definition ?? undefined}>
              {name}
            </a>
            <p class="dim small">{describeRelation(relation)}</p>
            {example && (
              <div class="example">
                <PlaceHandle
                  document={example.document}
                  atMs={example.jumpMs ?? example.startMs}
                  anchor={example.anchor}
                  quiet
                />
                <p class="clamp-4" dir="auto">
                  <MarkedText parts={snippetOf(example.text, findMarks(example.text, [name, ...aliases]))} />
                </p>
              </div>
            )}
          </li>
        )}
      </LimitedList>
    </section>
  )
}
