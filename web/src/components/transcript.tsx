import { useMemo, useRef, useState, type MutableRef } from 'preact/hooks'
import type { Document, DocumentConcepts } from '../../../client/index.js'
import type { TimeRange } from '../../../src/domain/time.js'
import { createNamePlacer } from '../concepts/place-names.js'
import type { TextMatch } from '../find-in-text.js'
import type { ConceptTitles } from '../hooks/use-document-concepts.js'
import { addMoment, addRange } from '../hooks/use-add-place.js'
import { useFindMarks } from '../hooks/use-find-marks.js'
import { useFind } from '../hooks/use-find.js'
import { useFollow } from '../hooks/use-follow.js'
import { useGoToLine } from '../hooks/use-go-to-line.js'
import { useGroupHeights } from '../hooks/use-group-heights.js'
import { useMatchSteps } from '../hooks/use-match-steps.js'
import { usePlaceActions, rangeOfLines } from '../hooks/use-place-actions.js'
import { usePlayer } from '../hooks/use-player.js'
import { useSelectedLines } from '../hooks/use-selected-lines.js'
import { useShortcuts } from '../hooks/use-shortcuts.js'
import { placeChapters } from '../place-chapters.js'
import type { Track } from '../player-state.js'
import { playFrom, playRange } from '../player.js'
import { groupOfLine, groupParagraphs } from '../transcript-groups.js'
import { findLineAt, type Line, type Paragraph } from '../transcript-lines.js'
import type { DocumentAddress } from '../url-state.js'
import { firstVisibleLine } from '../visible-line.js'
import { FindBar } from './find-bar.js'
import { Icon } from './icon.js'
import { SelectionToolbar } from './selection-toolbar.js'
import { TranscriptGroup } from './transcript-group.js'
import type { TranscriptContent } from './transcript-paragraph.js'

/** What others on the page ask of the transcript. */
export interface TranscriptHandle {
  goToLine: (line: number) => void
  /** Index of the line that the reader was led to last, else of the one spoken, or -1. */
  lastGoneTo: () => number
}

interface TranscriptProps {
  document: Pick<Document, 'id' | 'title' | 'sourceTitle' | 'chapters'>
  track: Track | null
  paragraphs: readonly Paragraph[]
  /** As the server's times have it, for the places of concepts, while other times are tried. */
  storedParagraphs: readonly Paragraph[]
  /** Those that the document mentions. */
  concepts: DocumentConcepts['concepts']
  titles: ConceptTitles
  address: Required<DocumentAddress>
  onAddress: (changes: Partial<Pick<DocumentAddress, 'startMs' | 'endMs' | 'find'>>) => void
  clip: TimeRange | null
  /** The reader comes back: the page is where it was left. */
  keepsPlace: boolean
  say: (text: string) => void
  handle: MutableRef<TranscriptHandle | null>
}

const noMatches: readonly TextMatch[] = []

/** The text that was spoken. Pressing a line plays from it; the line being spoken is marked and kept in sight. */
export function Transcript(props: TranscriptProps) {
  const { document: shown, track, paragraphs, address, onAddress, clip, keepsPlace, say, handle } = props
  const box = useRef<HTMLDivElement>(null)
  const lines = useMemo<readonly Line[]>(() => paragraphs.flatMap((each) => each.lines), [paragraphs])
  const starts = useMemo(() => lines.map(({ startMs }) => startMs ?? Infinity), [lines])
  const texts = useMemo(() => lines.map(({ text }) => text), [lines])
  const groups = useMemo(() => groupParagraphs(paragraphs), [paragraphs])
  const content = useContent(props)
  const openedAtMs = address.startMs
  const isHere = usePlayer((player) => player.track?.documentId === shown.id)
  const current = usePlayer(({ track, phase, positionMs }) => {
    if (track?.documentId !== shown.id) return openedAtMs === null ? -1 : findLineAt(starts, openedAtMs)
    return phase === 'cued' && positionMs === 0 ? -1 : findLineAt(starts, positionMs)
  })
  const [focused, setFocused] = useState<number | null>(null)
  const latest = useRef(current)
  latest.current = current
  const { isFollowing, follow, leave } = useFollow({
    current,
    findCurrent: () => box.current?.querySelector(`[data-index="${latest.current}"]`) ?? null,
    box,
    keepsPlace,
  })
  const { wanted, goToLine, focusLine } = useGoToLine(box, leave)
  const readFrom = () => firstVisibleLine(box.current)
  handle.current = { goToLine, lastGoneTo: () => (wanted >= 0 ? wanted : latest.current) }

  const find = useFind({
    texts,
    words: address.find,
    onWords: (words) => onAddress({ find: words }),
    readFrom,
    goToLine,
    opensAtMatch: openedAtMs === null && !keepsPlace,
  })
  useFindMarks(shown.id, find.words, find.matches, starts)
  useMatchSteps(find, leave)
  const matchesOf = useMemo(() => {
    if (find.matches.length === 0) return null
    return groups.map(({ fromLine, toLine }) =>
      find.matches.filter(({ line }) => fromLine <= line && line < toLine),
    )
  }, [find.matches, groups])
  const currentMatch = find.matches[find.at] ?? null

  const selected = useSelectedLines(box)
  const at = focused !== null && box.current?.contains(document.activeElement) ? focused : current
  const actions = usePlaceActions({ document: shown, lines, selected, at, openedAtMs, clip, say })

  const moveFocus = (step: 1 | -1) => {
    const isInside = focused !== null && box.current?.contains(document.activeElement)
    const to = isInside ? focused + step : current >= 0 ? current : readFrom()
    if (lines[to]) focusLine(to)
  }
  useShortcuts({ ArrowDown: () => moveFocus(1), ArrowUp: () => moveFocus(-1) })

  const playLine = (target: EventTarget | null) => {
    // A concept in the line is to be read about.
    if (target instanceof Element && target.closest('a')) return
    const index = lineIndexOf(target)
    const startMs = index === null ? undefined : lines[index]?.startMs
    if (!track || startMs == null) return
    playFrom(track, startMs)
    follow()
    onAddress({ startMs, endMs: null })
  }
  const playSelected = () => {
    if (!track || !selected) return
    const { startMs, endMs } = rangeOfLines(lines, selected)
    if (startMs === null) return
    if (endMs === null) playFrom(track, startMs)
    else playRange(track, startMs, endMs)
  }

  /** What is selected, else the clip that is shown, else what is said where the reader is. */
  const add = () => {
    const range = selected ? rangeOfLines(lines, selected) : clip
    if (range && range.startMs !== null && range.endMs !== null)
      return void addRange(shown.id, { startMs: range.startMs, endMs: range.endMs })
    void addMoment(shown.id, lines[at]?.startMs ?? openedAtMs ?? 0, say)
  }

  const heights = useGroupHeights(shown.id, groups, box)
  const first = groupOfLine(groups, Math.max(0, current))
  const needed = new Set([first - 1, first, first + 1])
  for (const line of [wanted, focused, currentMatch?.line])
    if (line != null && line >= 0) needed.add(groupOfLine(groups, line))
  const tabbable = focused ?? Math.max(0, current)
  const isTimed = starts.some(Number.isFinite)
  return (
    <>
      <FindBar find={find} noun="transcript">
        <button
          type="button"
          class="tool"
          aria-label={isTimed ? 'Share at this time' : 'Share'}
          data-testid="share"
          onClick={actions.share}
        >
          <Icon name="share" />
          <span class="tool-word">Share</span>
        </button>
        {isTimed && (
          <button
            type="button"
            class="tool"
            aria-label="Add what is said here to a collection"
            data-testid="add-here"
            onClick={add}
          >
            <Icon name="plus" />
            <span class="tool-word">Add</span>
          </button>
        )}
      </FindBar>
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
        {groups.map((group, index) => (
          <TranscriptGroup
            key={index}
            group={group}
            content={content}
            heightPx={heights[index] ?? 0}
            isNeeded={needed.has(index)}
            matches={matchesOf?.[index] ?? noMatches}
            currentMatch={currentMatch && isIn(group, currentMatch.line) ? currentMatch : null}
            current={isIn(group, current) ? current : -1}
            tabbable={isIn(group, tabbable) ? tabbable : -1}
          />
        ))}
        {selected && (
          <SelectionToolbar
            selected={selected}
            onPlay={track && lines[selected.from]?.startMs != null ? playSelected : null}
            onCopy={actions.copy}
            shareLabel={isTimed ? 'Share clip' : 'Share'}
            onShare={actions.share}
            onAdd={isTimed ? add : null}
          />
        )}
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

function useContent(props: TranscriptProps): TranscriptContent {
  const { document, track, paragraphs, storedParagraphs, concepts, titles, address, clip } = props
  const { q } = address
  const headings = useMemo(
    () => placeChapters(paragraphs, document.chapters),
    [paragraphs, document.chapters],
  )
  const namesIn = useMemo(() => createNamePlacer(storedParagraphs, concepts), [storedParagraphs, concepts])
  return useMemo(
    () => ({ track, q, headings, namesIn, titles, clip }),
    [track, q, headings, namesIn, titles, clip],
  )
}

/** Of the line that a press or the focus is on. */
function lineIndexOf(target: EventTarget | null): number | null {
  const line = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  return line ? Number(line.dataset['index']) : null
}

const isIn = ({ fromLine, toLine }: { fromLine: number; toLine: number }, line: number): boolean =>
  fromLine <= line && line < toLine
