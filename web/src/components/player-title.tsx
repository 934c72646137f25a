import { useLocation } from 'preact-iso'
import { formatClock } from '../../../src/domain/time.js'
import { chapterAt } from '../chapter-steps.js'
import { usePlayer } from '../hooks/use-player.js'
import { isPlainClick } from '../plain-click.js'
import type { PlayerState, Track } from '../player-state.js'
import { keepPlaying, readPlayer } from '../player.js'
import { documentPath } from '../url-state.js'

/** What plays, as the way to its page; on that page the chapter says more than the title, which stands above. */
export function PlayerTitle({ track, isGrown }: { track: Track; isGrown: boolean }) {
  const { route } = useLocation()
  const hasRange = usePlayer(({ range }) => range !== null)
  const chapter = usePlayer(({ details, positionMs }) => {
    const chapters = details?.chapters ?? []
    return chapters[chapterAt(chapters, positionMs)]?.title ?? ''
  })
  const status = usePlayer(statusOf)
  const path = (startMs: number | null) =>
    documentPath({ id: track.documentId, startMs, endMs: null, anchor: null, q: '' })
  return (
    <div class="player-what">
      <a
        class="player-title"
        href={path(null)}
        onClick={(event) => {
          if (!isPlainClick(event)) return
          event.preventDefault()
          event.stopPropagation()
          route(path(readPlayer().positionMs))
        }}
      >
        <span class="player-document" dir="auto">
          {isGrown && chapter !== '' ? chapter : track.title}
        </span>
        <span class="player-source" dir="auto">
          {status || track.sourceTitle}
        </span>
      </a>
      {hasRange && (
        <button type="button" class="button player-keep" onClick={keepPlaying}>
          Keep playing
        </button>
      )}
    </div>
  )
}

/** What is special about the way it plays; empty when nothing is. */
function statusOf({ range, isResumed, phase, positionMs }: PlayerState): string {
  if (range) return `Stops at ${formatClock(range.endMs)}`
  return isResumed && phase === 'cued' ? `Resume at ${formatClock(positionMs)}` : ''
}
