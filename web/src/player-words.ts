import { hostName } from './outside-links.js'
import type { MediaFailure, PlayerState, Track } from './player-state.js'

/** What the player says when there is no sound, and where to go instead. */
export interface PlayerNoteWords {
  text: string
  link: { url: string; text: string } | null
}

/** Null when all is well. */
export function noteOf({ track, phase, failure, isSlow }: PlayerState): PlayerNoteWords | null {
  if (!track || (phase !== 'failed' && !isSlow)) return null
  const from = whereIs(track)
  return {
    text: phase === 'failed' ? failureWords(failure, track, from) : `Still waiting for ${from} to send it`,
    link: linkOf(track),
  }
}

function failureWords(failure: MediaFailure | null, track: Track, from: string): string {
  switch (failure) {
    case 'offline':
      return `You are offline, and this plays from ${from}`
    case 'forbidden':
      return 'Its owner does not let this video play outside of YouTube'
    case 'gone':
      return 'YouTube does not show this video any more, or not to everyone'
    case 'unplayable':
      return "This browser can't play what came"
    case 'unreachable':
    case null:
      return track.youtubeId === null
        ? "This file can't be reached from here"
        : "YouTube can't be reached from here"
  }
}

function whereIs({ mediaUrl, youtubeId }: Track): string {
  if (youtubeId !== null) return 'YouTube'
  return mediaUrl.startsWith('/') ? 'this server' : hostName(mediaUrl)
}

/** Where else it can be heard or seen. */
function linkOf({ mediaUrl, youtubeId, publisherUrl }: Track): PlayerNoteWords['link'] {
  if (youtubeId !== null) return { url: mediaUrl, text: 'open it at YouTube' }
  if (publisherUrl !== null) return { url: publisherUrl, text: 'open it at the publisher' }
  return mediaUrl.startsWith('/') ? null : { url: mediaUrl, text: 'open the file itself' }
}
