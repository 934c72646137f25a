import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { usePlayer } from '../hooks/use-player.js'
import type { Track } from '../player-state.js'
import { restoreTrack } from '../player.js'

/** The one player at the bottom of every page; its controls are loaded when something is first to be played. */
export function PlayerBar() {
  const track = usePlayer((player) => player.track)
  const isWanted = track !== null
  const [Player, setPlayer] = useState<FunctionComponent<{ track: Track }> | null>(null)
  const [isMissing, setMissing] = useState(false)
  const loadControls = () => {
    setMissing(false)
    import('./player.js').then(
      ({ Player }) => setPlayer(() => Player),
      () => setMissing(true),
    )
  }
  useEffect(restoreTrack, [])
  useEffect(() => {
    if (isWanted) loadControls()
  }, [isWanted])
  if (!track) return null
  if (Player) return <Player track={track} />
  return isMissing && <MissingControls retry={loadControls} />
}

function MissingControls({ retry }: { retry: () => void }) {
  return (
    <section class="player" aria-label="Player">
      <div class="player-note" role="alert">
        <p>The controls of the player could not be fetched: the server does not answer.</p>
        <button type="button" class="button" onClick={retry}>
          Try again
        </button>
      </div>
    </section>
  )
}
