import { usePlayer } from '../hooks/use-player.js'
import type { Playable } from '../player-state.js'
import type { SaidPlace } from '../said-places.js'
import { PlaceHandle } from './place-handle.js'

interface SaidTimeProps {
  recording: Playable
  place: SaidPlace
  /** Looks quieter: beside a paragraph, or in a list. */
  quiet?: boolean
}

/** Plays the recording of a post from where this part of the post is said; marked while it is. */
export function SaidTime({ recording, place, quiet = false }: SaidTimeProps) {
  const isNow = usePlayer(
    ({ track, phase, positionMs }) =>
      track?.documentId === recording.id &&
      (phase !== 'cued' || positionMs > 0) &&
      place.startMs <= positionMs &&
      positionMs < place.endMs,
  )
  return (
    <span class="said-time" {...(isNow && { 'data-now': true })}>
      <PlaceHandle document={recording} atMs={place.startMs} quiet={quiet} testId="said-time" />
      {place.isUnsure && (
        <span class="said-unsure" title="Probably here">
          <span aria-hidden="true">?</span>
          <span class="visually-hidden">probably</span>
        </span>
      )}
    </span>
  )
}
