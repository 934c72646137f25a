import type { Concept } from '../../../../client/index.js'
import { listConceptDocuments } from '../../concepts-api.js'
import { keptChosen } from '../../concepts/kept-concepts.js'
import { explainingStrength } from '../../concepts/timeline-picture.js'
import { useLoaded } from '../../hooks/use-loaded.js'
import { useSettled } from '../../hooks/use-settled.js'
import { documentPath } from '../../url-state.js'
import { countOf, formatDate } from '../../words.js'
import { KindLabel } from '../icon.js'
import { PlaceLine } from './place-line.js'

type TimelineEntry = Concept['timeline'][number]

/** The document of the mark that is pointed at; its room is kept before one is. */
export function TimelineChosen({ slug, chosen }: { slug: string; chosen: TimelineEntry | null }) {
  return (
    <div class="timeline-chosen">
      {chosen ? (
        <ChosenDocument slug={slug} entry={chosen} />
      ) : (
        <p class="dim small">
          {matchMedia('(hover: none)').matches ? 'Tap' : 'Point at'} a mark to see its document.
        </p>
      )}
    </div>
  )
}

/** A pointer crosses many marks on its way to one. */
const settledAfterMs = 150

/** Its name at once; where it plays, as soon as the server says. */
function ChosenDocument({ slug, entry }: { slug: string; entry: TimelineEntry }) {
  const settledId = useSettled(entry.documentId, settledAfterMs)
  const { value, error } = useLoaded(
    `${slug}:${settledId}`,
    async (signal) => {
      const { documents } = await listConceptDocuments(slug, { document: settledId, limit: 1 }, signal)
      return documents[0] ?? null
    },
    keptChosen,
  )
  const { documentId, title, kind, publishedAt, passages, strength } = entry
  return (
    <>
      {value?.document.id === documentId ? (
        <PlaceLine document={value.document} atMs={value.best.jumpMs} anchor={value.best.anchor} />
      ) : (
        <p class="hit-line place-line">
          <a
            class="hit-open"
            href={documentPath({ id: documentId, startMs: null, anchor: null, q: '' })}
            dir="auto"
          >
            {title}
          </a>
          <KindLabel kind={kind} />
          <span class="detail">{formatDate(publishedAt)}</span>
        </p>
      )}
      <p class="dim small">
        {countOf(passages, 'passage')}
        {strength >= explainingStrength && ', one of them explains it'}
        {error && `. Where cannot be shown: ${error.message}`}
      </p>
    </>
  )
}
