import { readRelated } from '../document-api.js'
import { useLoaded } from '../hooks/use-loaded.js'
import { documentPath } from '../url-state.js'
import { KindLabel } from './icon.js'

const asked = 8
const shown = 5

/** Documents about the same, with the reason in words; companions stand apart. Nothing where there are none. */
export function RelatedDocuments({ documentId }: { documentId: string }) {
  const { value } = useLoaded(`related:${documentId}`, (signal) => readRelated(documentId, asked, signal))
  const related = value?.hits.filter(({ companion }) => !companion).slice(0, shown) ?? []
  if (related.length === 0) return null
  return (
    <section class="side-section" data-testid="related">
      <h2>Related</h2>
      <ul class="plain-list">
        {related.map(({ document, jumpMs, anchor, concepts }) => (
          <li key={document.id} class="document-row">
            <a href={documentPath({ id: document.id, startMs: jumpMs, anchor, q: '' })} dir="auto">
              {document.title}
            </a>
            <p class="hit-line">
              <KindLabel kind={document.kind} />
              {concepts.length > 0 && (
                <span class="detail" dir="auto">
                  both about {new Intl.ListFormat('en').format(concepts.slice(0, 3).map(({ name }) => name))}
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
