import type { MediaFailure, TrackDetails } from './player-state.js'
import './youtube-media.js'

/** The elements that play: an <audio>, which phones keep playing while locked, a <video>, or YouTube's embed. */

export type PlayerMedia = HTMLElement &
  Pick<
    HTMLMediaElement,
    | 'currentTime'
    | 'defaultPlaybackRate'
    | 'duration'
    | 'ended'
    | 'load'
    | 'muted'
    | 'pause'
    | 'paused'
    | 'play'
    | 'playbackRate'
    | 'preload'
    | 'readyState'
    | 'src'
    | 'volume'
  >

export type MediaTag = 'audio' | 'video' | 'youtube-media'

export function createMedia(tag: MediaTag): PlayerMedia {
  const media = document.createElement(tag) as PlayerMedia
  media.slot = 'media'
  media.dataset['testid'] = 'media'
  media.setAttribute('playsinline', '')
  return media
}

const codeOfDecoding = 3

export function failureOf(media: PlayerMedia): MediaFailure {
  if (!navigator.onLine && !media.src.startsWith(location.origin)) return 'offline'
  if ('failure' in media) return (media.failure as MediaFailure | null) ?? 'unreachable'
  return (media as HTMLMediaElement).error?.code === codeOfDecoding ? 'unplayable' : 'unreachable'
}

/** Of a video whose picture is known; null for all else. */
export function isUprightPicture(media: PlayerMedia): boolean | null {
  if (!(media instanceof HTMLVideoElement) || media.videoWidth === 0) return null
  return media.videoHeight > media.videoWidth
}

/** Captions of a video, off until asked for; those of an earlier track go. */
export function setCaptions(media: PlayerMedia, details: TrackDetails | null): void {
  for (const old of media.querySelectorAll('track')) old.remove()
  if (!(media instanceof HTMLVideoElement) || !details?.captionsUrl) return
  const captions = document.createElement('track')
  captions.kind = 'captions'
  captions.label = 'Transcript'
  captions.srclang = details.language ?? 'en'
  captions.src = details.captionsUrl
  media.append(captions)
}
