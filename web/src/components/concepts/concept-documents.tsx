import { useLocation } from 'preact-iso'
import { useState } from 'preact/hooks'
import type { Concept, ConceptDocuments as Answer } from '../../../../client/index.js'
import { documentKinds } from '../../../../src/domain/document.js'
import { conceptPath, readDocumentListing } from '../../concepts/concept-paths.js'
import { explainingStrength } from '../../concepts/timeline-picture.js'
import { useConceptDocuments } from '../../hooks/use-concept-documents.js'
import { documentPath } from '../../url-state.js'
import { countOf, formatDate, kindPlural } from '../../words.js'
import { Icon, KindLabel } from '../icon.js'
import { PagedList } from '../paged-list.js'
import { PlaceHandle } from '../place-handle.js'
import { DocumentMentions } from './document-mentions.js'

const pageSize = 8

const orders = [
  ['best', 'Best first'],
  ['date', 'By date'],
] as const

/** The documents that mention a concept: where first, where best, and every place on demand. */
export function ConceptDocuments({ concept }: { concept: Concept }) {
  const { query } = useLocation()
  const { slug, timeline } = concept
  const kinds = documentKinds.filter((each) => timeline.some((entry) => entry.kind === each))
  const { order, kind: asked } = readDocumentListing(query)
  const kind = kinds.find((each) => each === asked) ?? null
  const view = useConceptDocuments(slug, { order, ...(kind && { kind }), limit: pageSize })
  return (
    <>
      <div class="filters">
        {kinds.length > 1 && (
          <div class="chips" role="group" aria-label="Kind of the documents">
            {[null, ...kinds].map((each) => (
              <a
                key={each}
                class="chip"
                href={conceptPath(slug, { order, kind: each })}
                aria-current={each === kind}
              >
                {each && <Icon name={each} />}
                <span class="chip-word">{each ? kindPlural(each) : 'all'}</span>
              </a>
            ))}
          </div>
        )}
        <div class="chips" role="group" aria-label="Order of the documents">
          {orders.map(([each, words]) => (
            <a
              key={each}
              class="chip"
              href={conceptPath(slug, { order: each, kind })}
              aria-current={each === order}
            >
              {words}
            </a>
          ))}
        </div>
      </div>
      <PagedList view={view} nouns="documents">
        {(items) => (
          <ul class="concept-documents">
            {items.map((entry) => (
              <ConceptDocument key={entry.document.id} concept={concept} entry={entry} />
            ))}
          </ul>
        )}
      </PagedList>
    </>
  )
}

interface ConceptDocumentProps {
  concept: Concept
  entry: Answer['documents'][number]
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
        href={documentPath({ id: document.id, startMs: best.jumpMs, anchor: best.anchor, q: '' })}
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
          <PlaceHandle document={document} atMs={first.jumpMs} anchor={first.anchor} quiet />
        </span>
        {!isOnePlace && (
          <span>
            Best <PlaceHandle document={document} atMs={best.jumpMs} anchor={best.anchor} quiet />
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
