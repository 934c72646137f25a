import type { Document, DocumentSummary, Hit } from '../../client/index.js'
import type { DocumentKind } from '../../src/domain/document.js'
import { mediaAddress, webAddress, youtubeVideoId } from './outside-links.js'

/** What can be played, and what the player says of itself. */

export interface Track {
  documentId: string
  kind: DocumentKind
  title: string
  sourceTitle: string
  /** What a media element loads; of a video at YouTube its page there. */
  mediaUrl: string
  /** The video at YouTube that this is; null for files. */
  youtubeId: string | null
  isVideo: boolean
  imageUrl: string | null
  /** The publisher's page, for when the media cannot be reached. */
  publisherUrl: string | null
}

/** What the controls show beside the track. */
export interface TrackDetails {
  readonly chapters: readonly { readonly startMs: number; readonly title: string }[]
  /** As the publisher says; the media knows better once it is loaded. */
  readonly durationMs: number | null
  /** Where captions come from; null without a transcript with times. */
  readonly captionsUrl: string | null
  /** BCP 47, of the captions. */
  readonly language: string | null
}

/**
 * - `empty`: nothing was asked for yet
 * - `cued`: ready (or getting ready) at a position, never yet played from there
 * - `loading`: asked to play, waiting for data
 * - `failed`: the media cannot be reached or played
 */
export type PlayerPhase = 'empty' | 'cued' | 'loading' | 'playing' | 'paused' | 'ended' | 'failed'

/** Why media does not play; `forbidden`: not outside of the publisher's own pages. */
export type MediaFailure = 'offline' | 'unreachable' | 'unplayable' | 'forbidden' | 'gone'

/** Half-open. */
export interface PlayerRange {
  readonly startMs: number
  readonly endMs: number
}

export interface PlayerState {
  readonly track: Track | null
  readonly phase: PlayerPhase
  readonly positionMs: number
  /** Null until the media says it. */
  readonly durationMs: number | null
  /** How fast it plays, as a factor. */
  readonly speed: number
  /** What plays and then stops; null when it plays on to the end of the media. At its end it stays, until played on. */
  readonly range: PlayerRange | null
  /** Why, in phase `failed`. */
  readonly failure: MediaFailure | null
  /** Its position is where the listener stopped the last time, and was not yet played on from. */
  readonly isResumed: boolean
  /** What the track's document says of it; null until it was asked, and when it did not answer. */
  readonly details: TrackDetails | null
  /** Upright pictures, as on phones, are shown higher. */
  readonly isUpright: boolean
  /** It has been loading for so long that a word about it is due. */
  readonly isSlow: boolean
  /** It was asked to play from YouTube, which is not contacted before the listener agrees. */
  readonly asksForYoutube: boolean
}

export const silent: PlayerState = Object.freeze({
  track: null,
  phase: 'empty',
  positionMs: 0,
  durationMs: null,
  speed: 1,
  range: null,
  failure: null,
  isResumed: false,
  details: null,
  isUpright: false,
  isSlow: false,
  asksForYoutube: false,
})

export const isActive = ({ phase }: PlayerState): boolean => phase === 'playing' || phase === 'loading'

/** Whether exactly this range of this document is set: playing, paused in it, or stopped at its end. */
export const isRangeOf = (
  { track, range }: PlayerState,
  documentId: string,
  { startMs, endMs }: PlayerRange,
): boolean => track?.documentId === documentId && range?.startMs === startMs && range.endMs === endMs

export type Playable = Pick<
  Hit['document'] | DocumentSummary | Document,
  'id' | 'kind' | 'title' | 'sourceTitle' | 'mediaUrl' | 'mediaType' | 'url'
> &
  Partial<Pick<Document, 'imageUrl' | 'links'>>

/** The track of a document: its file, or its video at YouTube; null when it has neither. */
export function trackOf(document: Playable): Track | null {
  const fileUrl = mediaAddress(document.mediaUrl)
  const youtubeId = fileUrl === null ? findVideoId(document) : youtubeVideoId(fileUrl)
  const mediaUrl = youtubeId === null ? fileUrl : `https://www.youtube.com/watch?v=${youtubeId}`
  if (mediaUrl === null) return null
  return {
    documentId: document.id,
    kind: document.kind,
    title: document.title,
    sourceTitle: document.sourceTitle,
    mediaUrl,
    youtubeId,
    isVideo:
      youtubeId !== null ||
      (document.mediaType === null ? document.kind === 'short' : document.mediaType.startsWith('video/')),
    imageUrl: webAddress(document.imageUrl ?? null),
    publisherUrl: webAddress(document.url),
  }
}

function findVideoId({ url, links = [] }: Playable): string | null {
  const addresses = [url, ...links.filter(({ rel }) => rel === 'video').map((link) => link.url)]
  return addresses.map(youtubeVideoId).find((id) => id !== null) ?? null
}
