import { stepChapterMs } from './chapter-steps.js'
import { announceTrack, leaveSession, reportPosition, tieKeys } from './media-session.js'
import { beginHearing, hear, keepHeard } from './place-keeper.js'
import { createMedia, failureOf, isUprightPicture, setCaptions, type PlayerMedia } from './player-media.js'
import { readResumeMs, readSpeed, readTrack, rememberSpeed, rememberTrack } from './player-memory.js'
import { isActive, silent, type PlayerPhase, type Track } from './player-state.js'
import { changePlayer, readPlayer } from './player-store.js'
import { watchEnd } from './range-end.js'
import { loadTrackDetails } from './track-details.js'
import { allowYoutube } from './youtube-consent.js'

export { readResumeMs } from './player-memory.js'
export { readPlayer, subscribeToPlayer } from './player-store.js'
export { setRangeMarks, type RangeMark } from './range-marks.js'

/**
 * The one player: pages request, it alone touches the media elements, and its state changes only when an element says
 * so.
 */

/** A seek before the metadata is kept by most browsers; where it is off by more than this it is repeated. */
const seekToleranceMs = 20
/** Media find a place to a frame or so; a seek that is off by more was meant to leave the range. */
const rangeToleranceMs = 300

let media: PlayerMedia | null = null
let host: HTMLElement | null = null
/** Where to be as soon as the media knows its length; null when it is there. */
let pendingMs: number | null = null
let stopWatching: () => void = () => undefined
let details: AbortController | null = null
/** The page was loaded again and offers what was playing before. */
let isRestored = false

/** Plays `track` from `positionMs`. Call it within a press of the user's, or the browser may refuse to sound. */
export function playFrom(track: Track, positionMs: number): void {
  load(track)
  changePlayer({ range: null })
  seekTo(positionMs)
  play()
}

/** Plays `track` from `startMs` and pauses at `endMs`, unless a seek out of it or `keepPlaying` lifts the end. */
export function playRange(track: Track, startMs: number, endMs: number): void {
  load(track)
  changePlayer({ range: { startMs, endMs } })
  seekTo(startMs)
  play()
  watchRange()
}

/** Plays on over the end of the range. */
export function keepPlaying(): void {
  if (!readPlayer().range) return
  changePlayer({ range: null })
  if (media?.paused) play()
}

/**
 * Gets `track` ready at `positionMs`; the next request to play begins there.
 * @param endMs where that playing stops; null to play to the end of the media
 */
export function cueAt(track: Track, positionMs: number, endMs: number | null = null): void {
  load(track)
  media?.pause()
  changePlayer({ phase: 'cued', range: endMs === null ? null : { startMs: positionMs, endMs } })
  seekTo(positionMs)
}

/**
 * For a page that was opened: what plays goes on; else its track gets ready where the address says, or where the
 * listener stopped the last time.
 */
export function offerTrack(track: Track, at: { startMs: number | null; endMs: number | null }): void {
  const player = readPlayer()
  const staysAsBefore = isRestored && wasLoadedAgain()
  isRestored = false
  // A video that a post shows is played when asked for; the post is there to be read.
  if (isActive(player) || staysAsBefore || track.kind === 'post') return
  if (player.track?.documentId === track.documentId && at.startMs === null) return
  const resumeMs = at.startMs === null ? readResumeMs(track.documentId) : null
  cueAt(track, at.startMs ?? resumeMs ?? 0, at.startMs === null ? null : at.endMs)
  changePlayer({ isResumed: resumeMs !== null })
}

/** After the page was loaded again: offers what was playing in this tab. */
export function restoreTrack(): void {
  const kept = readPlayer().phase === 'empty' ? readTrack() : null
  if (!kept) return
  cueAt(kept.track, kept.positionMs)
  changePlayer({ isResumed: kept.positionMs > 0 })
  isRestored = true
}

export function togglePlaying(): void {
  const { track, phase, positionMs, range } = readPlayer()
  if (!media || !track) return
  if (phase === 'failed') retry(track, positionMs, range?.endMs ?? null)
  else if (media.paused) play()
  else media.pause()
}

export function seekBy(deltaMs: number): void {
  const { track, positionMs } = readPlayer()
  if (track) seekTo(positionMs + deltaMs)
}

export function seekTo(positionMs: number): void {
  if (!media) return
  const limitMs = Number.isFinite(media.duration) ? media.duration * 1000 : Infinity
  const targetMs = Math.round(Math.max(0, Math.min(positionMs, limitMs)))
  pendingMs = media.readyState >= HTMLMediaElement.HAVE_METADATA ? null : targetMs
  media.currentTime = targetMs / 1000
  const { phase, range } = readPlayer()
  const isInside = range !== null && range.startMs <= targetMs && targetMs < range.endMs
  changePlayer({
    positionMs: targetMs,
    phase: phase === 'ended' ? 'paused' : phase,
    range: isInside ? range : null,
    isResumed: false,
  })
  reportPosition(readPlayer(), media.playbackRate)
}

/** To the beginning of this chapter or the one before (-1), or to the next (1). */
export function stepChapter(step: -1 | 1): void {
  const { details, positionMs } = readPlayer()
  const targetMs = stepChapterMs(details?.chapters ?? [], positionMs, step)
  if (targetMs !== null) seekTo(targetMs)
}

/** Remembered across visits and documents. */
export function setSpeed(speed: number): void {
  rememberSpeed(speed)
  changePlayer({ speed })
  if (!media) return
  media.defaultPlaybackRate = speed
  media.playbackRate = speed
}

/** The listener's answer to the question whether YouTube may be contacted. */
export function answerYoutube(isAllowed: boolean): void {
  changePlayer({ asksForYoutube: false })
  if (!isAllowed) return
  allowYoutube()
  play()
  watchRange()
}

/** Gives the media element a place on the page; it stays there, whatever page is shown. */
export function attachPlayer(element: HTMLElement | null): void {
  host = element
  if (host && media && media.parentElement !== host) host.append(media)
}

export function closePlayer(): void {
  keepHeard(readPlayer())
  discardMedia()
  details?.abort()
  rememberTrack(null, 0)
  leaveSession()
  changePlayer(silent)
}

function load(track: Track): void {
  isRestored = false
  const { track: old, phase } = readPlayer()
  const isSameDocument = old?.documentId === track.documentId
  if (isSameDocument && old.mediaUrl === track.mediaUrl && phase !== 'failed') return
  keepHeard(readPlayer())
  beginHearing()
  const tagName = track.youtubeId !== null ? 'youtube-media' : track.isVideo ? 'video' : 'audio'
  if (media?.localName !== tagName) {
    discardMedia()
    media = listenTo(createMedia(tagName))
    host?.append(media)
  }
  stopWatching()
  pendingMs = null
  const speed = readSpeed()
  media.preload = 'metadata'
  media.ariaLabel = track.title
  media.defaultPlaybackRate = speed
  media.src = track.mediaUrl
  media.playbackRate = speed
  const { details } = readPlayer()
  changePlayer({
    ...silent,
    track,
    phase: 'cued',
    speed,
    details: isSameDocument ? details : null,
    isUpright: track.kind === 'short',
  })
  rememberTrack(track, 0)
  announceTrack(track)
  if (isSameDocument) setCaptions(media, details)
  else askDetails(track)
}

/** The player works without; what it shows of the document comes when it comes. */
function askDetails(track: Track): void {
  details?.abort()
  details = new AbortController()
  if (media) setCaptions(media, null)
  showDetails(null)
  loadTrackDetails(track.documentId, details.signal).then(
    (found) => {
      if (readPlayer().track?.documentId === track.documentId) showDetails(found)
    },
    () => undefined,
  )
}

function showDetails(found: Awaited<ReturnType<typeof loadTrackDetails>> | null): void {
  changePlayer({ details: found })
  if (media && found) setCaptions(media, found)
  tieKeys(
    { play, pause: () => media?.pause(), seekBy, seekTo, stepChapter },
    found !== null && found.chapters.length > 0,
  )
}

function play(): void {
  const asked = media
  asked?.play().catch((error: unknown) => {
    // Superseded by a newer request, or a browser that wants a press first: the next press plays. Media that cannot be
    // loaded reports by its `error` event.
    const isRefused = error instanceof DOMException && error.name === 'NotAllowedError'
    if (isRefused && asked === media) changePlayer({ phase: 'cued' })
  })
}

function retry(track: Track, positionMs: number, endMs: number | null): void {
  if (endMs === null) playFrom(track, positionMs)
  else playRange(track, positionMs, endMs)
}

function listenTo(element: PlayerMedia): PlayerMedia {
  const on = (name: string, listener: () => void) =>
    element.addEventListener(name, () => {
      if (element === media) listener()
    })
  const setPhase = (phase: PlayerPhase) => {
    changePlayer({ phase })
    reportPosition(readPlayer(), element.playbackRate)
  }
  on('play', () => {
    const { range } = readPlayer()
    // Pressed at the end of the range: it is to go on.
    if (range && element.currentTime * 1000 >= range.endMs - seekToleranceMs) changePlayer({ range: null })
    changePlayer({ asksForYoutube: false, isResumed: false })
    setPhase('loading')
  })
  on('waiting', () => setPhase(element.paused ? readPlayer().phase : 'loading'))
  on('playing', () => {
    setPhase('playing')
    watchRange()
  })
  on('pause', () => {
    stopWatching()
    const { phase } = readPlayer()
    setPhase(phase === 'cued' || phase === 'failed' ? phase : 'paused')
    keepHeard(readPlayer())
  })
  on('ended', () => {
    setPhase('ended')
    keepHeard(readPlayer())
  })
  on('error', () => changePlayer({ phase: 'failed', failure: failureOf(element) }))
  on('consentneeded', () => changePlayer({ asksForYoutube: true, phase: 'cued' }))
  on('loadedmetadata', arriveAtPending)
  on('durationchange', () => {
    const { duration } = element
    changePlayer({ durationMs: Number.isFinite(duration) ? Math.round(duration * 1000) : null })
  })
  on('resize', () => changePlayer({ isUpright: isUprightPicture(element) ?? readPlayer().isUpright }))
  on('ratechange', () => changePlayer({ speed: element.playbackRate }))
  on('seeking', liftRangeOutside)
  for (const name of ['timeupdate', 'seeking', 'seeked']) on(name, noteProgress)
  return element
}

function arriveAtPending(): void {
  if (!media || pendingMs === null) return
  const targetMs = pendingMs
  pendingMs = null
  if (Math.abs(media.currentTime * 1000 - targetMs) > seekToleranceMs) media.currentTime = targetMs / 1000
}

function noteProgress(): void {
  if (!media || pendingMs !== null) return
  changePlayer({ positionMs: Math.round(media.currentTime * 1000) })
  hear(readPlayer())
}

/** By the time range of the controls, which seeks by itself. */
function liftRangeOutside(): void {
  const { range } = readPlayer()
  if (!media || !range || pendingMs !== null) return
  const positionMs = media.currentTime * 1000
  if (positionMs < range.startMs - rangeToleranceMs || positionMs > range.endMs + rangeToleranceMs)
    changePlayer({ range: null })
}

function watchRange(): void {
  stopWatching()
  const { range } = readPlayer()
  if (media && range && !media.paused) stopWatching = watchEnd(media, range.endMs, () => stopAt(range.endMs))
}

/** In a page out of sight timers come late: what was played beyond the end is taken back. */
function stopAt(endMs: number): void {
  if (!media) return
  media.pause()
  if (media.currentTime * 1000 > endMs + seekToleranceMs) media.currentTime = endMs / 1000
}

function discardMedia(): void {
  stopWatching()
  const old = media
  media = null
  pendingMs = null
  old?.pause()
  old?.removeAttribute('src')
  old?.load()
  old?.remove()
}

function wasLoadedAgain(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return navigation?.type === 'reload'
}

addEventListener('pagehide', () => keepHeard(readPlayer()))
addEventListener('online', () => {
  const { track, failure, positionMs } = readPlayer()
  if (track && failure === 'offline') cueAt(track, positionMs)
})
