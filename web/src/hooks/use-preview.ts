import { isActive, isRangeOf, trackOf, type Playable, type Track } from '../player-state.js'
import { keepPlaying, playFrom, playRange, readPlayer, togglePlaying } from '../player.js'
import { usePlayer } from './use-player.js'

/** A stop at the end comes a moment early or late. */
const endToleranceMs = 300

export interface Preview {
  track: Track
  startMs: number
  endMs: number
  isPlaying: boolean
  /** Playing, paused in it, or stopped at its end. */
  isHeld: boolean
  /** Plays, pauses, plays on; from the beginning again after its end. */
  toggle: () => void
  keepListening: () => void
  /** For opening the document: what is heard of the hit goes on, else it begins. */
  playOn: () => void
}

/** A part of a document that can be heard where it is shown. */
export interface Previewed {
  document: Playable
  /** Where playing begins; null without times. */
  jumpMs: number | null
  endMs: number | null
}

/** Hearing a hit where it stands, from its jump-in point to the end of its passage; null when there is nothing to hear. */
export function usePreview({ document, jumpMs, endMs }: Previewed): Preview | null {
  const track = trackOf(document)
  const range = { startMs: jumpMs ?? 0, endMs: endMs ?? 0 }
  const isHeld = usePlayer((player) => isRangeOf(player, document.id, range))
  const isPlaying = usePlayer((player) => isActive(player) && isRangeOf(player, document.id, range))
  if (!track || jumpMs === null || endMs === null) return null
  return {
    track,
    ...range,
    isPlaying,
    isHeld,
    toggle: () => {
      const { positionMs, phase } = readPlayer()
      const isOver = positionMs >= endMs - endToleranceMs || phase === 'ended' || phase === 'failed'
      if (isHeld && !isOver) togglePlaying()
      else playRange(track, jumpMs, endMs)
    },
    keepListening: keepPlaying,
    playOn: () => (isPlaying ? keepPlaying() : playFrom(track, jumpMs)),
  }
}
