import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Document } from '../../../client/index.js'
import { formatClock } from '../../../src/domain/time.js'
import { sectionId } from '../hooks/use-anchor.js'
import { usePlayer } from '../hooks/use-player.js'
import type { Track } from '../player-state.js'
import { playFrom } from '../player.js'
import { showInside } from '../show-inside.js'
import { findLineAt } from '../transcript-lines.js'

/** As document.css: from here on it stands in a column of its own. */
const wide = '(min-width: 68rem)'

interface ChapterListProps {
  document: Document
  track: Track | null
  /** Leads to the text that is said at a time, where nothing plays. */
  onGoTo: (startMs: number) => void
}

/** Chapters that play when pressed, or the headings of a post. On a phone it opens on demand. */
export function ChapterList({ document, track, onGoTo }: ChapterListProps) {
  const headings = document.sections.filter(({ heading, level }) => heading !== '' && level > 0)
  if (document.kind === 'post' ? headings.length === 0 : document.chapters.length === 0) return null
  const count = document.kind === 'post' ? headings.length : document.chapters.length
  return (
    <details class="chapters" open={matchMedia(wide).matches} data-testid="chapters">
      <summary>
        {document.kind === 'post' ? 'Sections' : 'Chapters'} <span class="count">{count}</span>
      </summary>
      {document.kind === 'post' ? (
        <ol>
          {headings.map(({ anchor, heading, level }) => (
            <li key={anchor} data-level={level}>
              <a
                class="chapter"
                href={`#${encodeURIComponent(anchor)}`}
                dir="auto"
                onClick={() => globalThis.document.getElementById(sectionId(anchor))?.scrollIntoView()}
              >
                {heading}
              </a>
            </li>
          ))}
        </ol>
      ) : (
        <TimedChapters chapters={document.chapters} documentId={document.id} track={track} onGoTo={onGoTo} />
      )}
    </details>
  )
}

interface TimedChaptersProps extends Pick<ChapterListProps, 'track' | 'onGoTo'> {
  chapters: Document['chapters']
  documentId: string
}

function TimedChapters({ chapters, documentId, track, onGoTo }: TimedChaptersProps) {
  const list = useRef<HTMLOListElement>(null)
  const starts = chapters.map(({ startMs }) => startMs)
  const current = usePlayer(({ track, positionMs, phase }) =>
    track?.documentId === documentId && (phase !== 'cued' || positionMs > 0)
      ? findLineAt(starts, positionMs)
      : -1,
  )
  useLayoutEffect(
    () => showInside(list.current?.closest('.side-scroll') ?? null, list.current, current),
    [current],
  )
  return (
    <ol ref={list}>
      {chapters.map(({ startMs, title }, index) => (
        <li key={index}>
          <button
            type="button"
            class="chapter"
            aria-current={index === current}
            onClick={() => (track ? playFrom(track, startMs) : onGoTo(startMs))}
          >
            <span class="chapter-time">{formatClock(startMs)}</span>
            <span dir="auto">{title}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}
