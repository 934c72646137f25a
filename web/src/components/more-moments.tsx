import type { HitResponse } from '../../../src/api/schemas/search.js'
import { snippetOf } from '../excerpt.js'
import { isPlainClick } from '../plain-click.js'
import { trackOf } from '../player-state.js'
import { playFrom } from '../player.js'
import { findWordMarks } from '../text-marks.js'
import { documentPath } from '../url-state.js'
import { MarkedText } from './marked-text.js'
import { TimeButton } from './time-button.js'

/**
 * The other moments of a hit's document: a time to press and the text to read on. What another document says in the same
 * words is read there.
 */
export function MoreMoments({ hit: { document, more }, q }: { hit: HitResponse; q: string }) {
  const track = trackOf(document)
  return (
    <ul class="more-moments">
      {more.map(({ passageId, jumpMs, anchor, text, documentId = document.id, documentTitle }) => (
        <li key={passageId}>
          {track && jumpMs !== null && documentId === document.id && (
            <TimeButton track={track} startMs={jumpMs} />
          )}
          <a
            href={documentPath({ id: documentId, startMs: jumpMs, anchor, q })}
            dir="auto"
            onClick={(event) => {
              if (track && jumpMs !== null && documentId === document.id && isPlainClick(event))
                playFrom(track, jumpMs)
            }}
          >
            <MarkedText parts={snippetOf(text, findWordMarks(text, q))} />
            {documentTitle !== undefined && <span class="detail"> · {documentTitle}</span>}
          </a>
        </li>
      ))}
    </ul>
  )
}
