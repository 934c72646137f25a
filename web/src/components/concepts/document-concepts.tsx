import type { Document, DocumentConcepts as DocumentConceptsResponse } from '../../../../client/index.js'
import { conceptPath } from '../../concepts/concept-paths.js'
import type { Loaded } from '../../hooks/use-loaded.js'
import { LimitedList } from '../limited-list.js'
import { DocumentPeople } from './document-people.js'
import { DocumentPlaces } from './document-places.js'

const shownAtFirst = 12
/** As document.css: from here on it stands in a column of its own. */
const wide = '(min-width: 80rem)'

interface DocumentConceptsProps {
  document: Document
  loaded: Loaded<DocumentConceptsResponse>
}

/** What the document is about, where it says it, and who is in it. Its room is kept while they are fetched. */
export function DocumentConcepts({ document, loaded: { value, error, reload } }: DocumentConceptsProps) {
  return (
    <details class="document-concepts chapters" open={matchMedia(wide).matches} data-testid="concepts-here">
      <summary>Concepts here {value && <span class="count">{value.concepts.length}</span>}</summary>
      {error && (
        <p class="note">
          {error.message}{' '}
          <button type="button" class="more-toggle" onClick={reload}>
            Try again
          </button>
        </p>
      )}
      {value?.concepts.length === 0 && (
        <p class="dim small">No concepts were found in this {document.kind}.</p>
      )}
      {value && (
        <LimitedList items={value.concepts} limit={shownAtFirst} noun="concept">
          {({ slug, name, definition, explained, places }) => (
            <li key={slug} class="concept-here">
              <a class="concept-link" href={conceptPath(slug)} title={definition ?? undefined} dir="auto">
                {name}
              </a>
              {explained && <span class="dim small"> explained</span>}
              <DocumentPlaces document={document} name={name} places={places} />
            </li>
          )}
        </LimitedList>
      )}
      {value && <DocumentPeople people={value.people} />}
    </details>
  )
}
