import { useLocation } from 'preact-iso'
import { useEffect, useRef } from 'preact/hooks'
import { usePlayer } from '../hooks/use-player.js'
import { hostName } from '../outside-links.js'
import { isPlainClick } from '../plain-click.js'
import type { PlayerPhase, Track } from '../player-state.js'
import { attachPlayer, closePlayer, readPlayer } from '../player.js'
import { documentPath } from '../url-state.js'
import { Icon } from './icon.js'

const controllerId = 'player-controller'

/** The one player at the bottom of every page. Its picture grows on the page of what it plays. */
export function PlayerBar() {
  const track = usePlayer((player) => player.track)
  return track && <Player track={track} />
}

function Player({ track }: { track: Track }) {
  const { path } = useLocation()
  const phase = usePlayer((player) => player.phase)
  const isSlow = usePlayer((player) => player.isSlow)
  const controller = useRef<HTMLElement>(null)
  useEffect(() => {
    attachPlayer(controller.current)
    void import('../player-controls.js')
    return () => attachPlayer(null)
  }, [])

  const isGrown = path === `/d/${track.documentId}`
  return (
    <section
      class="player"
      data-testid="player"
      aria-label="Player"
      data-phase={phase}
      data-video={track.isVideo}
      data-grown={isGrown}
    >
      <PlayerNote track={track} phase={phase} isSlow={isSlow} />
      <media-controller
        ref={controller}
        id={controllerId}
        class="player-media"
        nohotkeys
        audio={!track.isVideo}
      />
      <media-play-button class="player-play" mediacontroller={controllerId} notooltip />
      <media-time-display class="player-time" mediacontroller={controllerId} showduration notoggle />
      <media-time-range class="player-range" mediacontroller={controllerId} />
      <PlayerTitle track={track} />
      <media-playback-rate-button
        class="player-rate"
        mediacontroller={controllerId}
        rates="1 1.2 1.5 1.8 2"
        notooltip
      />
      <media-mute-button class="player-mute" mediacontroller={controllerId} notooltip />
      <button type="button" class="player-close" aria-label="Close the player" onClick={closePlayer}>
        <Icon name="close" />
      </button>
    </section>
  )
}

function PlayerTitle({ track }: { track: Track }) {
  const { route } = useLocation()
  const path = (startMs: number | null) =>
    documentPath({ id: track.documentId, startMs, anchor: null, q: '' })
  return (
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
        {track.title}
      </span>
      <span class="player-source" dir="auto">
        {track.sourceTitle}
      </span>
    </a>
  )
}

/** Why there is no sound, when there is none. */
function PlayerNote({ track, phase, isSlow }: { track: Track; phase: PlayerPhase; isSlow: boolean }) {
  if (phase !== 'failed' && !isSlow) return null
  const from = track.mediaUrl.startsWith('/') ? 'this server' : hostName(track.mediaUrl)
  return (
    <p class="player-note" role="alert">
      {phase === 'failed'
        ? "This file can't be reached from here"
        : `Still waiting for ${from} to send the sound`}
      {track.publisherUrl === null ? (
        '.'
      ) : (
        <>
          :{' '}
          <a href={track.publisherUrl} target="_blank" rel="noopener noreferrer">
            open it at the publisher
          </a>
          .
        </>
      )}
    </p>
  )
}
