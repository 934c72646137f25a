import { useMemo } from 'preact/hooks'
import type { Concept } from '../../../../client/index.js'
import { listMentions } from '../../concepts-api.js'
import { keptMentions } from '../../concepts/kept-concepts.js'
import { createNameFinder } from '../../concepts/name-marks.js'
import { usePages } from '../../hooks/use-pages.js'
import { splitByMarks } from '../../text-marks.js'
import { FailureNote } from '../failure-note.js'
import { MarkedText } from '../marked-text.js'
import { PlaceHandle } from '../place-handle.js'
import { Spinner } from '../spinner.js'

const pageSize = 20

interface DocumentMentionsProps {
  concept: Pick<Concept, 'slug' | 'name' | 'aliases'>
  documentId: string
}

/** Every passage of a document that mentions a concept, in order, its name marked. */
export function DocumentMentions({ concept, documentId }: DocumentMentionsProps) {
  const { slug, name, aliases } = concept
  const { pages, waiting, error, retry, showMore } = usePages(
    `${slug}:${documentId}`,
    async (cursor, signal) => {
      const { mentions, next } = await listMentions(slug, documentId, { limit: pageSize, cursor }, signal)
      return { items: mentions, total: null, next }
    },
    keptMentions,
  )
  const findNames = useMemo(
    () => createNameFinder([{ slug, names: [name, ...aliases] }]),
    [slug, name, aliases],
  )
  return (
    <>
      <Spinner waiting={waiting} label="Loading" />
      {error && <FailureNote title="These passages cannot be shown." error={error} retry={retry} />}
      <ol class="mentions">
        {pages?.items.map(({ passageId, document, text, jumpMs, startMs, anchor }) => (
          <li key={passageId}>
            <PlaceHandle document={document} atMs={jumpMs ?? startMs} anchor={anchor} />
            <p class="clamp-4" dir="auto">
              <MarkedText
                parts={splitByMarks(
                  text,
                  findNames(text).map(({ range }) => range),
                )}
              />
            </p>
          </li>
        ))}
      </ol>
      {pages && pages.next !== null && (
        <button type="button" class="more-toggle" disabled={waiting} onClick={showMore}>
          Show more passages
        </button>
      )}
    </>
  )
}
