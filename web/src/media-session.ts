import { isActive, type PlayerState, type Track } from './player-state.js'

/** What lock screens, headphones and media keys show and do. */

export interface SessionCommands {
  play: () => void
  pause: () => void
  seekBy: (deltaMs: number) => void
  seekTo: (positionMs: number) => void
  /** To the chapter before (-1) or after (1). */
  stepChapter: (step: -1 | 1) => void
}

const seekStepMs = 15_000

const session = (): MediaSession | null => ('mediaSession' in navigator ? navigator.mediaSession : null)

export function announceTrack({ title, sourceTitle, imageUrl }: Track): void {
  const media = session()
  if (!media) return
  media.metadata = new MediaMetadata({
    title,
    artist: sourceTitle,
    album: 'Cuepoint',
    artwork: [{ src: imageUrl ?? '/icon.svg' }],
  })
}

/** Ties the keys to the player; those for chapters only where there are some. */
export function tieKeys(commands: SessionCommands, hasChapters: boolean): void {
  const step = (by: -1 | 1) => (hasChapters ? () => commands.stepChapter(by) : null)
  const handlers: Partial<Record<MediaSessionAction, MediaSessionActionHandler | null>> = {
    play: commands.play,
    pause: commands.pause,
    stop: commands.pause,
    seekbackward: ({ seekOffset }) => commands.seekBy(-(seekOffset ? seekOffset * 1000 : seekStepMs)),
    seekforward: ({ seekOffset }) => commands.seekBy(seekOffset ? seekOffset * 1000 : seekStepMs),
    seekto: ({ seekTime }) => seekTime !== undefined && commands.seekTo(seekTime * 1000),
    previoustrack: step(-1),
    nexttrack: step(1),
  }
  for (const [action, handler] of Object.entries(handlers))
    try {
      session()?.setActionHandler(action as MediaSessionAction, handler)
    } catch {
      // A browser that does not know this key yet.
    }
}

export function reportPosition(state: PlayerState, speed: number): void {
  const media = session()
  if (!media) return
  media.playbackState = state.phase === 'empty' ? 'none' : isActive(state) ? 'playing' : 'paused'
  const { durationMs, positionMs } = state
  if (durationMs !== null && durationMs > 0)
    media.setPositionState({
      duration: durationMs / 1000,
      playbackRate: speed,
      position: Math.min(positionMs, durationMs) / 1000,
    })
}

export function leaveSession(): void {
  const media = session()
  if (!media) return
  media.metadata = null
  media.playbackState = 'none'
  media.setPositionState()
}
