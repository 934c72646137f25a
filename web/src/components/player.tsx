import { useLocation } from 'preact-iso'
import { useEffect, useRef } from 'preact/hooks'
import { usePlayer } from '../hooks/use-player.js'
import '../player-controls.js'
import type { Track } from '../player-state.js'
import { attachPlayer, closePlayer } from '../player.js'
import { Icon } from './icon.js'
import { PlayerLine, useDuration } from './player-line.js'
import { PlayerNote } from './player-note.js'
import { PlayerTitle } from './player-title.js'
import { PlayerTools } from './player-tools.js'
import { PlayerTransport } from './player-transport.js'

const controllerId = 'player-controller'

/** Grows on the page of what it plays, by its styles alone: on the page it never moves, so that nothing restarts. */
export function Player({ track }: { track: Track }) {
  const { path } = useLocation()
  const phase = usePlayer((player) => player.phase)
  const isUpright = usePlayer((player) => player.isUpright)
  const hasRange = usePlayer(({ range }) => range !== null)
  const durationMs = useDuration()
  const section = useRef<HTMLElement>(null)
  const controller = useRef<HTMLElement & { fullscreenElement?: HTMLElement | null }>(null)
  useEffect(() => {
    // The controls stand beside the picture, and are wanted with it.
    if (controller.current) controller.current.fullscreenElement = section.current
    attachPlayer(controller.current)
    return () => attachPlayer(null)
  }, [])

  const isGrown = path === `/d/${track.documentId}`
  const media = track.youtubeId !== null ? 'youtube' : track.isVideo ? 'video' : 'audio'
  return (
    <section
      ref={section}
      class="player"
      data-testid="player"
      aria-label="Player"
      data-phase={phase}
      data-media={media}
      data-shape={isUpright ? 'upright' : 'wide'}
      data-grown={isGrown}
      data-range={hasRange}
    >
      <PlayerNote />
      <media-controller
        ref={controller}
        id={controllerId}
        class="player-media"
        nohotkeys
        audio={media === 'audio'}
        gesturesdisabled={media === 'youtube'}
        defaultduration={durationMs === null ? undefined : durationMs / 1000}
      />
      <PlayerTransport />
      <PlayerLine controllerId={controllerId} />
      <PlayerTitle track={track} isGrown={isGrown} />
      <PlayerTools track={track} controllerId={controllerId} />
      <button
        type="button"
        class="player-button player-close"
        aria-label="Close the player"
        onClick={closePlayer}
      >
        <Icon name="close" />
      </button>
    </section>
  )
}
