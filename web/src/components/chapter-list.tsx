import type { DocumentResponse } from '../../../src/api/schemas/document.js'
import { sectionId } from '../hooks/use-anchor.js'
import { formatClock } from '../../../src/domain/time.js'
import { usePlayer } from '../hooks/use-player.js'
import type { Track } from '../player-state.js'
import { playFrom } from '../player.js'
import { findLineAt } from '../transcript-lines.js'

/** Chapters that play when pressed, or the headings of a post. On a phone it opens on demand. */
export function ChapterList({ document, track }: { document: DocumentResponse; track: Track | null }) {
  const headings = document.sections.filter(({ heading, level }) => heading !== '' && level > 0)
  if (document.kind === 'post' ? headings.length === 0 : document.chapters.length === 0) return null
  const count = document.kind === 'post' ? headings.length : document.chapters.length
  return (
    <details class="chapters" open={matchMedia('(min-width: 68rem)').matches}>
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
        <TimedChapters chapters={document.chapters} documentId={document.id} track={track} />
      )}
    </details>
  )
}

interface TimedChaptersProps {
  chapters: DocumentResponse['chapters']
  documentId: string
  track: Track | null
}

function TimedChapters({ chapters, documentId, track }: TimedChaptersProps) {
  const starts = chapters.map(({ startMs }) => startMs)
  const current = usePlayer(({ track, positionMs, phase }) =>
    track?.documentId === documentId && phase !== 'cued' ? findLineAt(starts, positionMs) : -1,
  )
  return (
    <ol>
      {chapters.map(({ startMs, title }, index) => (
        <li key={index}>
          <button
            type="button"
            class="chapter"
            disabled={!track}
            aria-current={index === current}
            onClick={() => track && playFrom(track, startMs)}
          >
            <span class="chapter-time">{formatClock(startMs)}</span>
            <span dir="auto">{title}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}
