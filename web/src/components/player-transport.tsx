import { usePlayer } from '../hooks/use-player.js'
import { isActive } from '../player-state.js'
import { seekBy, stepChapter, togglePlaying } from '../player.js'
import { Icon } from './icon.js'

/** As podcast players do it: enough to hear a sentence again, or to skip an answer. */
const stepMs = 15_000

/** Play, and the ways to go back and on. */
export function PlayerTransport() {
  const isPlaying = usePlayer(isActive)
  const isWaiting = usePlayer(({ phase }) => phase === 'loading')
  const hasChapters = usePlayer(({ details }) => (details?.chapters.length ?? 0) > 0)
  return (
    <div class="player-transport" role="group" aria-label="Playing">
      {hasChapters && (
        <button
          type="button"
          class="player-button player-chapter-step"
          aria-label="Chapter before"
          onClick={() => stepChapter(-1)}
        >
          <Icon name="chapter-before" />
        </button>
      )}
      <SeekButton label="Back 15 seconds" icon="seek-back" onClick={() => seekBy(-stepMs)} />
      <button
        type="button"
        class="player-button player-play"
        data-testid="player-play"
        data-waiting={isWaiting}
        aria-label={isPlaying ? 'Pause' : 'Play'}
        onClick={togglePlaying}
      >
        <Icon name={isPlaying ? 'pause' : 'play'} />
      </button>
      <SeekButton label="Forward 15 seconds" icon="seek-forward" onClick={() => seekBy(stepMs)} />
      {hasChapters && (
        <button
          type="button"
          class="player-button player-chapter-step"
          aria-label="Chapter after"
          onClick={() => stepChapter(1)}
        >
          <Icon name="chapter-after" />
        </button>
      )}
    </div>
  )
}

interface SeekButtonProps {
  label: string
  icon: 'seek-back' | 'seek-forward'
  onClick: () => void
}

function SeekButton({ label, icon, onClick }: SeekButtonProps) {
  return (
    <button type="button" class="player-button player-seek" aria-label={label} onClick={onClick}>
      <Icon name={icon} />
      <span class="player-seek-seconds" aria-hidden="true">
        15
      </span>
    </button>
  )
}
