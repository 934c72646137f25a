import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { HitResponse } from '../../../src/api/schemas/search.js'
import { excerptOf } from '../excerpt.js'
import { isPlainClick } from '../plain-click.js'
import { trackOf } from '../player-state.js'
import { playFrom } from '../player.js'
import { documentPath } from '../url-state.js'
import { formatDate } from '../words.js'
import { ConceptChips } from './concepts/concept-chips.js'
import { MarkedText } from './marked-text.js'
import { MoreMoments } from './more-moments.js'
import { PlayCell } from './play-cell.js'

/** One hit: the sentence first, everything else in a small line. */
export function HitCard({ hit, q }: { hit: HitResponse; q: string }) {
  const { route } = useLocation()
  const { document, jumpMs } = hit
  const track = trackOf(document)
  const excerpt = excerptOf(hit)
  const path = documentPath({ id: document.id, startMs: jumpMs, anchor: hit.anchor, q })
  /** Opening is a press of the user's, so the moment may sound at once. */
  const startPlaying = () => {
    if (track && jumpMs !== null) playFrom(track, jumpMs)
  }
  const details = [document.sourceTitle, formatDate(document.publishedAt), hit.speaker, hit.chapter]

  return (
    <li class="hit" data-testid="hit">
      <PlayCell hit={hit} q={q} />
      <div class="hit-body">
        <div
          class="hit-text"
          onClick={() => {
            // Text is also for selecting.
            if (getSelection()?.isCollapsed === false) return
            startPlaying()
            route(path)
          }}
        >
          <Context text={excerpt.before} side="before" />
          <p class="hit-sentence" dir="auto">
            <MarkedText parts={excerpt.sentence} />
          </p>
          <Context text={excerpt.after} side="after" />
        </div>
        <p class="hit-line">
          <a
            class="hit-open"
            data-testid="hit-open"
            href={path}
            dir="auto"
            onClick={(event) => {
              if (isPlainClick(event)) startPlaying()
            }}
          >
            {document.title}
          </a>
          {details
            .filter((detail) => detail !== null && detail !== '')
            .map((detail, index) => (
              <span key={index} class="detail" dir="auto">
                {detail}
              </span>
            ))}
          {document.timing === 'approximate' && jumpMs !== null && (
            <span class="detail">approximate time</span>
          )}
        </p>
        <ConceptChips concepts={hit.concepts} />
        {hit.more.length > 0 && <MoreMomentsToggle hit={hit} q={q} />}
      </div>
    </li>
  )
}

function Context({ text, side }: { text: string; side: 'before' | 'after' }) {
  if (text === '') return null
  return (
    <p class={`hit-context hit-${side}`} dir="auto">
      <span dir="auto">{text}</span>
    </p>
  )
}

function MoreMomentsToggle({ hit, q }: { hit: HitResponse; q: string }) {
  const [open, setOpen] = useState(false)
  const count = hit.more.length
  const isElsewhere = hit.more.some(({ documentId }) => documentId !== undefined)
  const listId = `more-${hit.passageId}`
  return (
    <>
      <button
        type="button"
        class="more-toggle"
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpen(!open)}
      >
        {count} more {count === 1 ? 'moment' : 'moments'}
        {!isElsewhere && ` in this ${hit.document.kind}`}
      </button>
      <div id={listId} hidden={!open}>
        {open && <MoreMoments hit={hit} q={q} />}
      </div>
    </>
  )
}
