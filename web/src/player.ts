import { silent, type PlayerPhase, type PlayerState, type Track } from './player-state.js'

/**
 * The one player. Owns the media elements and a frozen snapshot of their state, which changes only when an element says
 * so; pages subscribe and request. Sound plays in an <audio>, which phones keep playing while locked, picture in a <video>.
 */

/** After this long without data a listener wonders; the browser itself may try for minutes. */
const slowAfterMs = 8000
/** A seek before the metadata is kept by most browsers; where it is off by more than this it is repeated. */
const seekToleranceMs = 20

let state: PlayerState = silent
let media: HTMLMediaElement | null = null
let host: HTMLElement | null = null
/** Where to be as soon as the media knows its length; null when it is there. */
let pendingMs: number | null = null
let slowTimer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

export const readPlayer = (): PlayerState => state

/** Calls back after each change; answers how to stop it. */
export function subscribeToPlayer(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Plays `track` from `positionMs`. Call it within a press of the user's, or the browser may refuse to sound. */
export function playFrom(track: Track, positionMs: number): void {
  load(track)
  seekTo(positionMs)
  play()
}

/** Gets `track` ready at `positionMs`; the next request to play begins there. */
export function cueAt(track: Track, positionMs: number): void {
  load(track)
  media?.pause()
  seekTo(positionMs)
  change({ phase: 'cued' })
}

export function togglePlaying(): void {
  if (!media || !state.track) return
  if (state.phase === 'failed') playFrom(state.track, state.positionMs)
  else if (media.paused) play()
  else media.pause()
}

export function seekBy(deltaMs: number): void {
  if (state.track) seekTo(state.positionMs + deltaMs)
}

export function seekTo(positionMs: number): void {
  if (!media) return
  const limitMs = Number.isFinite(media.duration) ? media.duration * 1000 : Infinity
  const targetMs = Math.max(0, Math.min(positionMs, limitMs))
  pendingMs = media.readyState >= HTMLMediaElement.HAVE_METADATA ? null : targetMs
  media.currentTime = targetMs / 1000
  change({ positionMs: targetMs })
}

/** Gives the media element a place on the page; it stays there, whatever page is shown. */
export function attachPlayer(element: HTMLElement | null): void {
  host = element
  if (host && media && media.parentElement !== host) host.append(media)
}

export function closePlayer(): void {
  discardMedia()
  change(silent)
}

function load(track: Track): void {
  const isLoaded = state.track?.mediaUrl === track.mediaUrl && state.phase !== 'failed'
  if (isLoaded && state.track?.documentId === track.documentId) return
  const tagName = track.isVideo ? 'video' : 'audio'
  if (media?.localName !== tagName) {
    discardMedia()
    media = createMedia(tagName)
    host?.append(media)
  }
  if (!media) return
  pendingMs = null
  media.preload = 'metadata'
  media.src = track.mediaUrl
  change({ track, phase: 'cued', positionMs: 0 })
  announceTrack(track)
}

function play(): void {
  if (!media) return
  media.play().catch((error: unknown) => {
    // Superseded by a newer request, or a browser that wants a press first: the next press plays. Media that cannot be
    // loaded reports by its `error` event.
    if (error instanceof DOMException && error.name === 'NotAllowedError') change({ phase: 'cued' })
  })
}

function createMedia(tagName: 'audio' | 'video'): HTMLMediaElement {
  const element = document.createElement(tagName)
  element.slot = 'media'
  element.dataset['testid'] = 'media'
  element.setAttribute('playsinline', '')
  const on = (name: keyof HTMLMediaElementEventMap, listener: () => void) =>
    element.addEventListener(name, () => {
      if (element === media) listener()
    })
  const setPhase = (phase: PlayerPhase) => () => change({ phase })
  on('play', setPhase('loading'))
  on('waiting', () => change({ phase: element.paused ? state.phase : 'loading' }))
  on('playing', setPhase('playing'))
  on('pause', () =>
    change({ phase: state.phase === 'cued' || state.phase === 'failed' ? state.phase : 'paused' }),
  )
  on('ended', setPhase('ended'))
  on('error', setPhase('failed'))
  on('loadedmetadata', arriveAtPending)
  for (const name of ['timeupdate', 'seeking', 'seeked'] as const) on(name, reportPosition)
  // A new source would start at the default rate again.
  on('ratechange', () => (element.defaultPlaybackRate = element.playbackRate))
  return element
}

function arriveAtPending(): void {
  if (!media || pendingMs === null) return
  const targetMs = pendingMs
  pendingMs = null
  if (Math.abs(media.currentTime * 1000 - targetMs) > seekToleranceMs) seekTo(targetMs)
}

function reportPosition(): void {
  if (media && pendingMs === null) change({ positionMs: Math.round(media.currentTime * 1000) })
}

function discardMedia(): void {
  const old = media
  media = null
  pendingMs = null
  old?.pause()
  old?.removeAttribute('src')
  old?.load()
  old?.remove()
}

function change(changes: Partial<PlayerState>): void {
  const next = { ...state, ...changes }
  if (next.phase !== state.phase || next.track !== state.track) {
    next.isSlow = false
    clearTimeout(slowTimer)
    if (next.phase === 'loading') slowTimer = setTimeout(() => change({ isSlow: true }), slowAfterMs)
  }
  state = Object.freeze(next)
  for (const listener of listeners) listener()
}

/** What lock screens and media keys show. */
function announceTrack({ title, sourceTitle }: Track): void {
  if ('mediaSession' in navigator)
    navigator.mediaSession.metadata = new MediaMetadata({ title, artist: sourceTitle, album: 'Cuepoint' })
}
