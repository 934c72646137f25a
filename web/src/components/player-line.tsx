import { useReducer, useEffect, useState } from 'preact/hooks'
import { formatClock } from '../../../src/domain/time.js'
import { usePlayer } from '../hooks/use-player.js'
import { markAt, type LineMarks } from '../line-marks.js'
import { readRangeMarks, subscribeToRangeMarks } from '../range-marks.js'

/** A pointer this near to a mark means it. */
const nearPx = 6
/** A chapter's mark this near (of the whole) to the end of the line, or to the thumb, would look like a flaw of it. */
const nearShare = 0.02

/** Where it is in the whole: the time, the line to seek on with its chapters and matches, and the length. */
export function PlayerLine({ controllerId }: { controllerId: string }) {
  const positionMs = usePlayer((player) => Math.floor(player.positionMs / 1000) * 1000)
  const durationMs = useDuration()
  return (
    <div class="player-line">
      <span class="player-time" data-testid="player-time">
        <span class="visually-hidden">At </span>
        {formatClock(positionMs)}
      </span>
      <TimeRange controllerId={controllerId} positionMs={positionMs} durationMs={durationMs} />
      <span class="player-time player-duration">
        <span class="visually-hidden">of </span>
        {durationMs === null ? '–:––' : formatClock(durationMs)}
      </span>
    </div>
  )
}

export function useDuration(): number | null {
  return usePlayer(({ durationMs, details }) => durationMs ?? details?.durationMs ?? null)
}

interface TimeRangeProps {
  controllerId: string
  positionMs: number
  durationMs: number | null
}

function TimeRange({ controllerId, positionMs, durationMs }: TimeRangeProps) {
  const [title, setTitle] = useState('')
  const chapters = usePlayer(({ details }) => details?.chapters ?? noChapters)
  const range = usePlayer((player) => player.range)
  /** Before the media tells its length, its own line knows no place: ours is by the length that the feed gave. */
  const isUntold = usePlayer((player) => player.durationMs === null)
  const matches = useMatches()
  const marks: LineMarks = { chapters, matches, durationMs: durationMs ?? 0 }
  const showTitle = (event: PointerEvent) => {
    if (!(event.currentTarget instanceof HTMLElement) || durationMs === null) return
    const box = event.currentTarget.querySelector('.line-marks')?.getBoundingClientRect()
    if (!box || box.width === 0) return
    const msPerPx = durationMs / box.width
    setTitle(markAt(marks, (event.clientX - box.left) * msPerPx, nearPx * msPerPx))
  }
  const isApart = (ms: number) =>
    durationMs !== null && ms > durationMs * nearShare && Math.abs(ms - positionMs) > durationMs * nearShare
  const place = (ms: number) => `${durationMs ? Math.min(100, (ms / durationMs) * 100) : 0}%`
  return (
    <div class="player-range" data-untold={isUntold} onPointerMove={showTitle}>
      <media-time-range mediacontroller={controllerId}>
        <span slot="preview" class="player-preview" dir="auto" hidden={title === ''}>
          {title}
        </span>
        <media-preview-time-display slot="preview" />
      </media-time-range>
      {durationMs !== null && (
        <div class="line-marks" aria-hidden="true">
          {isUntold && <span class="line-done" style={{ width: place(positionMs) }} />}
          {range && (
            <span
              class="line-range"
              style={{ insetInlineStart: place(range.startMs), width: place(range.endMs - range.startMs) }}
            />
          )}
          {chapters.map(
            ({ startMs }, index) =>
              isApart(startMs) && (
                <span key={index} class="line-chapter" style={{ insetInlineStart: place(startMs) }} />
              ),
          )}
          {matches.map(({ positionMs }, index) => (
            <span
              key={index}
              class="line-match"
              data-testid="line-match"
              style={{ insetInlineStart: place(positionMs) }}
            />
          ))}
        </div>
      )}
    </div>
  )
}

const noChapters: LineMarks['chapters'] = []
const noMatches: LineMarks['matches'] = []

/** Those that a page set for what is playing. */
function useMatches(): LineMarks['matches'] {
  const [, render] = useReducer<number, undefined>((count) => count + 1, 0)
  useEffect(() => subscribeToRangeMarks(() => render(undefined)), [])
  const documentId = usePlayer(({ track }) => track?.documentId)
  const { documentId: marked, marks } = readRangeMarks()
  return marked === documentId ? marks : noMatches
}
