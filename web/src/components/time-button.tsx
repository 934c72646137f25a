import { formatClock } from '../../../src/domain/time.js'
import type { Track } from '../player-state.js'
import { playFrom } from '../player.js'
import { Icon } from './icon.js'

interface TimeButtonProps {
  track: Track
  startMs: number
  testId?: string
  /** Looks quieter: for times that stand in a row or a margin. */
  quiet?: boolean
}

/** A time is a handle: pressing it plays from there. The same look everywhere. */
export function TimeButton({ track, startMs, testId, quiet = false }: TimeButtonProps) {
  const clock = formatClock(startMs)
  return (
    <button
      type="button"
      class={quiet ? 'time time-quiet' : 'time'}
      aria-label={`Play ${track.title} from ${clock}`}
      onClick={(event) => {
        playFrom(track, startMs)
        // A click of the mouse must leave the space bar to the player; a press of a key keeps its place.
        if (event.detail > 0) event.currentTarget.blur()
      }}
      {...(testId && { 'data-testid': testId })}
    >
      {!quiet && <Icon name="play" />}
      {clock}
    </button>
  )
}
