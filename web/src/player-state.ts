import type { DocumentResponse, DocumentSummaryResponse } from '../../src/api/schemas/document.js'
import type { HitResponse } from '../../src/api/schemas/search.js'
import type { DocumentKind } from '../../src/domain/document.js'
import { mediaAddress, webAddress, youtubeVideoId } from './outside-links.js'

/** What can be played, and what the player says of itself. */

export interface Track {
  documentId: string
  kind: DocumentKind
  title: string
  sourceTitle: string
  mediaUrl: string
  isVideo: boolean
  /** The publisher's page, for when the media cannot be reached. */
  publisherUrl: string | null
}

/**
 * - `empty`: nothing was asked for yet
 * - `cued`: ready (or getting ready) at a position, never yet played from there
 * - `loading`: asked to play, waiting for data
 * - `failed`: the media cannot be reached or played
 */
export type PlayerPhase = 'empty' | 'cued' | 'loading' | 'playing' | 'paused' | 'ended' | 'failed'

export interface PlayerState {
  readonly track: Track | null
  readonly phase: PlayerPhase
  readonly positionMs: number
  /** It has been loading for so long that a word about it is due. */
  readonly isSlow: boolean
}

export const silent: PlayerState = Object.freeze({
  track: null,
  phase: 'empty',
  positionMs: 0,
  isSlow: false,
})

export const isActive = ({ phase }: PlayerState): boolean => phase === 'playing' || phase === 'loading'

export type Playable = Pick<
  HitResponse['document'] | DocumentSummaryResponse | DocumentResponse,
  'id' | 'kind' | 'title' | 'sourceTitle' | 'mediaUrl' | 'mediaType' | 'url'
>

/** The track of a document; null when it has no media that a media element could load. */
export function trackOf(document: Playable): Track | null {
  const mediaUrl = mediaAddress(document.mediaUrl)
  if (mediaUrl === null || youtubeVideoId(mediaUrl) !== null) return null
  return {
    documentId: document.id,
    kind: document.kind,
    title: document.title,
    sourceTitle: document.sourceTitle,
    mediaUrl,
    isVideo:
      document.mediaType === null ? document.kind === 'short' : document.mediaType.startsWith('video/'),
    publisherUrl: webAddress(document.url),
  }
}
