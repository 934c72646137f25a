import { useMemo } from 'preact/hooks'
import type { Concept } from '../../../../client/index.js'
import { listMentions } from '../../concepts-api.js'
import { keptMentions } from '../../concepts/kept-concepts.js'
import { createNameFinder } from '../../concepts/name-marks.js'
import { usePages } from '../../hooks/use-pages.js'
import { splitByMarks } from '../../text-marks.js'
import { MarkedText } from '../marked-text.js'
import { PagedList } from '../paged-list.js'
import { PlaceHandle } from '../place-handle.js'

const pageSize = 20

interface DocumentMentionsProps {
  concept: Pick<Concept, 'slug' | 'name' | 'aliases'>
  documentId: string
}

/** Every passage of a document that mentions a concept, in order, its name marked. */
export function DocumentMentions({ concept, documentId }: DocumentMentionsProps) {
  const { slug, name, aliases } = concept
  const view = usePages(
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
    <PagedList view={view} nouns="passages">
      {(items) => (
        <ol class="mentions">
          {items.map(({ passageId, document, text, jumpMs, startMs, anchor }) => (
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
      )}
    </PagedList>
  )
}
