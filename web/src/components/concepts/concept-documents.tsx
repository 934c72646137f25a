import { useLocation } from 'preact-iso'
import { useMemo, useState } from 'preact/hooks'
import type { Concept } from '../../../../client/index.js'
import { conceptPath, readDocumentOrder } from '../../concepts/concept-paths.js'
import { explainingStrength } from '../../concepts/timeline-picture.js'
import { documentPath } from '../../url-state.js'
import { countOf, formatDate } from '../../words.js'
import { KindLabel } from '../icon.js'
import { LimitedList } from '../limited-list.js'
import { PlaceHandle } from '../place-handle.js'
import { DocumentMentions } from './document-mentions.js'

const shownAtFirst = 8

const orders = [
  ['best', 'Best first'],
  ['date', 'By date'],
] as const

/** The documents that mention a concept: where first, where best, and every place on demand. */
export function ConceptDocuments({ concept }: { concept: Concept }) {
  const { query } = useLocation()
  const order = readDocumentOrder(query['order'])
  const { slug, timeline } = concept
  const entries = useMemo(
    () =>
      order === 'date'
        ? timeline
        : timeline.toSorted((a, b) => b.best.strength - a.best.strength || b.passages - a.passages),
    [timeline, order],
  )
  return (
    <>
      <div class="chips" role="group" aria-label="Order of the documents">
        {orders.map(([each, words]) => (
          <a key={each} class="chip" href={conceptPath(slug, each)} aria-current={each === order}>
            {words}
          </a>
        ))}
      </div>
      <LimitedList items={entries} limit={shownAtFirst} noun="document" class="concept-documents">
        {(entry) => <ConceptDocument key={entry.document.id} concept={concept} entry={entry} />}
      </LimitedList>
    </>
  )
}

interface ConceptDocumentProps {
  concept: Concept
  entry: Concept['timeline'][number]
}

function ConceptDocument({ concept, entry: { document, passages, first, best } }: ConceptDocumentProps) {
  const [open, setOpen] = useState(false)
  const listId = `mentions-${document.id}`
  const isOnePlace = first.passageId === best.passageId
  const explains = best.strength >= explainingStrength
  const details = [document.sourceTitle, formatDate(document.publishedAt), explains ? 'explains it' : '']
  return (
    <li class="concept-document" data-testid="concept-document">
      <a
        class="hit-open"
        href={documentPath({ id: document.id, startMs: best.startMs, anchor: null, q: '' })}
        dir="auto"
      >
        {document.title}
      </a>
      <p class="hit-line">
        <KindLabel kind={document.kind} />
        {details
          .filter((detail) => detail !== '')
          .map((detail) => (
            <span key={detail} class="detail" dir="auto">
              {detail}
            </span>
          ))}
      </p>
      <div class="concept-moments">
        <span>
          {isOnePlace ? (passages === 1 ? 'Once' : 'First and best') : 'First'}{' '}
          <PlaceHandle document={document} atMs={first.startMs} quiet />
        </span>
        {!isOnePlace && (
          <span>
            Best <PlaceHandle document={document} atMs={best.startMs} quiet />
          </span>
        )}
        <button
          type="button"
          class="more-toggle"
          aria-expanded={open}
          aria-controls={listId}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Hide' : 'Show'} {passages === 1 ? 'the passage' : countOf(passages, 'passage')}
        </button>
      </div>
      <div id={listId} hidden={!open}>
        {open && <DocumentMentions concept={concept} documentId={document.id} />}
      </div>
    </li>
  )
}
