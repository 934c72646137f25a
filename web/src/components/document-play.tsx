import { formatClock, type TimeRange } from '../../../src/domain/time.js'
import { usePlayer } from '../hooks/use-player.js'
import { isActive, isRangeOf, type Track } from '../player-state.js'
import { keepPlaying, playFrom, playRange, readPlayer, togglePlaying } from '../player.js'
import { formatLength } from '../words.js'
import { Icon } from './icon.js'

interface DocumentPlayProps {
  track: Track
  startMs: number | null
  clip: TimeRange | null
  /** The whole is wanted from now on. */
  onLeaveClip: () => void
}

/** The page's own play button; of a clip it plays that and stops. */
export function DocumentPlay({ track, startMs, clip, onLeaveClip }: DocumentPlayProps) {
  const isPlaying = usePlayer((player) => player.track?.documentId === track.documentId && isActive(player))
  /** Where the next press plays from; 0 for the beginning and once it was played. */
  const fromMs = usePlayer(({ track: loaded, phase, positionMs }) => {
    if (loaded?.documentId !== track.documentId) return startMs ?? 0
    return phase === 'cued' ? positionMs : 0
  })
  const press = () => {
    const player = readPlayer()
    const isLoaded = player.track?.documentId === track.documentId
    const isOfClip = clip === null || isRangeOf(player, track.documentId, clip)
    const isOver = clip !== null && player.positionMs >= clip.endMs - 50
    if (isLoaded && (isActive(player) || (isOfClip && !isOver))) togglePlaying()
    else if (clip) playRange(track, clip.startMs, clip.endMs)
    else playFrom(track, startMs ?? 0)
  }
  return (
    <div class="document-play">
      <button type="button" class="button button-main" data-testid="document-play" onClick={press}>
        <Icon name={isPlaying ? 'pause' : 'play'} />
        {isPlaying
          ? 'Pause'
          : clip
            ? 'Play the clip'
            : fromMs === 0
              ? 'Play'
              : `Play from ${formatClock(fromMs)}`}
      </button>
      {clip && (
        <p class="clip-note" data-testid="clip">
          Clip {formatClock(clip.startMs)}–{formatClock(clip.endMs)},{' '}
          {formatLength(clip.endMs - clip.startMs)}
          <button
            type="button"
            class="more-toggle"
            onClick={() => {
              if (isRangeOf(readPlayer(), track.documentId, clip) && isPlaying) keepPlaying()
              onLeaveClip()
            }}
          >
            Hear the whole
          </button>
        </p>
      )}
    </div>
  )
}
