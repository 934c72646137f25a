import type { DocumentSummary } from '../../../../client/index.js'
import { isPlainClick } from '../../plain-click.js'
import { trackOf } from '../../player-state.js'
import { playFrom } from '../../player.js'
import { documentPath } from '../../url-state.js'
import { formatDate } from '../../words.js'
import { KindLabel } from '../icon.js'
import { PlaceHandle } from '../place-handle.js'

interface PlaceLineProps {
  document: DocumentSummary
  /** Where playing begins; null without times. */
  atMs: number | null
  anchor: string | null
}

/** Where something was said or written, in one small line: its time plays, its title opens the page there. */
export function PlaceLine({ document, atMs, anchor }: PlaceLineProps) {
  const track = trackOf(document)
  const details = [document.sourceTitle, formatDate(document.publishedAt)]
  return (
    <p class="hit-line place-line">
      <PlaceHandle document={document} atMs={atMs} anchor={anchor} />
      <a
        class="hit-open"
        href={documentPath({ id: document.id, startMs: atMs, anchor, q: '' })}
        dir="auto"
        onClick={(event) => {
          if (track && atMs !== null && isPlainClick(event)) playFrom(track, atMs)
        }}
      >
        {document.title}
      </a>
      <KindLabel kind={document.kind} />
      {details
        .filter((detail) => detail !== '')
        .map((detail) => (
          <span key={detail} class="detail" dir="auto">
            {detail}
          </span>
        ))}
      {document.timing === 'approximate' && atMs !== null && <span class="detail">approximate time</span>}
    </p>
  )
}
