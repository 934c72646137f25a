import type { Hit } from '../../../client/index.js'
import { snippetOf } from '../excerpt.js'
import { finishSearch } from '../finished-search.js'
import { isPlainClick } from '../plain-click.js'
import { trackOf } from '../player-state.js'
import { playFrom } from '../player.js'
import { findWordMarks } from '../text-marks.js'
import { documentPath } from '../url-state.js'
import { MarkedText } from './marked-text.js'
import { PlaceHandle } from './place-handle.js'

/**
 * The other moments of a hit's document: a time to press and the text to read on. What another document says in the same
 * words is read there.
 */
export function MoreMoments({ hit: { document, more }, q }: { hit: Hit; q: string }) {
  const track = trackOf(document)
  return (
    <ul class="more-moments">
      {more.map(({ passageId, jumpMs, anchor, text, documentId, documentTitle }) => (
        <li key={passageId}>
          {documentId === undefined ? (
            <PlaceHandle document={document} atMs={jumpMs} anchor={anchor} q={q} />
          ) : (
            <span class="time-place" aria-hidden="true" />
          )}
          <p dir="auto">
            <a
              href={documentPath({ id: documentId ?? document.id, startMs: jumpMs, anchor, q })}
              onClick={(event) => {
                finishSearch(q)
                if (track && jumpMs !== null && documentId === undefined && isPlainClick(event))
                  playFrom(track, jumpMs)
              }}
            >
              <MarkedText parts={snippetOf(text, findWordMarks(text, q))} />
            </a>
            {documentTitle !== undefined && <span class="dim small"> said in “{documentTitle}”</span>}
          </p>
        </li>
      ))}
    </ul>
  )
}
