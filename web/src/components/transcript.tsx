import { useMemo, useRef, useState } from 'preact/hooks'
import type { DocumentConceptsResponse } from '../../../src/api/schemas/concept.js'
import type { DocumentResponse } from '../../../src/api/schemas/document.js'
import { placeNames } from '../concepts/place-names.js'
import type { ConceptTitles } from '../hooks/use-document-concepts.js'
import { useFollow } from '../hooks/use-follow.js'
import { useMatchSteps } from '../hooks/use-match-steps.js'
import { usePlayer } from '../hooks/use-player.js'
import { replaceAddress } from '../hooks/use-scroll-memory.js'
import { useShortcuts } from '../hooks/use-shortcuts.js'
import { placeChapters } from '../place-chapters.js'
import type { Track } from '../player-state.js'
import { playFrom } from '../player.js'
import { findLineAt, type Paragraph } from '../transcript-lines.js'
import { documentPath } from '../url-state.js'
import { Icon } from './icon.js'
import { TranscriptParagraph } from './transcript-paragraph.js'

interface TranscriptProps {
  documentId: string
  track: Track | null
  paragraphs: readonly Paragraph[]
  chapters: DocumentResponse['chapters']
  /** Those that the document mentions. */
  concepts: DocumentConceptsResponse['concepts']
  titles: ConceptTitles
  q: string
  openedAtMs: number | null
  /** The reader comes back: the page is where it was left. */
  keepsPlace: boolean
}

/** The text that was spoken. Pressing a line plays from it; the line being spoken is marked and kept in sight. */
export function Transcript({
  documentId,
  track,
  paragraphs,
  chapters,
  concepts,
  titles,
  q,
  openedAtMs,
  keepsPlace,
}: TranscriptProps) {
  const box = useRef<HTMLDivElement>(null)
  const starts = useMemo(
    () => paragraphs.flatMap(({ lines }) => lines.map(({ startMs }) => startMs ?? Infinity)),
    [paragraphs],
  )
  const headings = useMemo(() => placeChapters(paragraphs, chapters), [paragraphs, chapters])
  const names = useMemo(() => placeNames(paragraphs, concepts), [paragraphs, concepts])
  const isHere = usePlayer((player) => player.track?.documentId === documentId)
  const current = usePlayer(({ track, phase, positionMs }) => {
    if (track?.documentId !== documentId) return openedAtMs === null ? -1 : findLineAt(starts, openedAtMs)
    return phase === 'cued' && positionMs === 0 ? -1 : findLineAt(starts, positionMs)
  })
  const [focused, setFocused] = useState<number | null>(null)
  const findLine = (index: number) =>
    box.current?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null
  const currentIndex = useRef(current)
  currentIndex.current = current
  const { isFollowing, follow, leave } = useFollow(current, () => findLine(currentIndex.current), keepsPlace)
  useMatchSteps(leave)

  const moveFocus = (step: 1 | -1) => {
    const from =
      focused !== null && box.current?.contains(document.activeElement)
        ? focused + step
        : Math.max(0, current)
    const line = findLine(from)
    line?.querySelector<HTMLElement>('[data-plays]')?.focus({ preventScroll: true })
    line?.scrollIntoView({ block: 'nearest' })
  }
  useShortcuts({ ArrowDown: () => moveFocus(1), ArrowUp: () => moveFocus(-1) })

  const playLine = (target: EventTarget | null) => {
    // A concept in the line is to be read about.
    if (target instanceof Element && target.closest('a')) return
    const index = lineIndexOf(target)
    const startMs = index === null ? undefined : starts[index]
    if (!track || startMs === undefined || startMs === Infinity) return
    playFrom(track, startMs)
    follow()
    // The address of this moment, without a step in the history for each line.
    replaceAddress(documentPath({ id: documentId, startMs, anchor: null, q }))
  }

  const tabbable = focused ?? Math.max(0, current)
  return (
    <>
      <div
        ref={box}
        class="transcript"
        role="group"
        aria-label="Transcript"
        onClick={({ target }) => {
          // Text is also for selecting.
          if (getSelection()?.isCollapsed !== false) playLine(target)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') playLine(event.target)
        }}
        onFocusIn={({ target }) => setFocused(lineIndexOf(target))}
      >
        {paragraphs.map((paragraph, index) => (
          <TranscriptParagraph
            key={index}
            paragraph={paragraph}
            heading={headings[index] ?? ''}
            track={track}
            q={q}
            names={names}
            titles={titles}
            current={within(paragraph, current)}
            tabbable={within(paragraph, tabbable)}
          />
        ))}
      </div>
      {isHere && current >= 0 && !isFollowing && (
        <button type="button" class="button back-to-now" onClick={follow}>
          <Icon name="down" />
          Back to now
        </button>
      )}
    </>
  )
}

/** Of the line that a press or the focus is on. */
function lineIndexOf(target: EventTarget | null): number | null {
  const line = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  return line ? Number(line.dataset['index']) : null
}

/** The index when it lies in the paragraph, else -1: a paragraph renders again only when something in it changes. */
function within({ lines }: Paragraph, index: number): number {
  const [first] = lines
  return first && first.index <= index && index < first.index + lines.length ? index : -1
}
