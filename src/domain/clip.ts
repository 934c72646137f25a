import type { DocumentKind } from './document.js'

/** What an editor takes from documents: clips, in collections. A clip outlives the document that it was taken from. */

/** The document of a clip as it was when the clip was last set: what is left to tell when the document is gone. */
export interface ClipOrigin {
  kind: DocumentKind
  title: string
  sourceTitle: string
  /** ISO 8601 in UTC. */
  publishedAt: string | null
  url: string | null
  /** As in `Enclosure`. */
  mediaUrl: string | null
  mediaType: string | null
  imageUrl: string | null
  durationMs: number | null
  language: string | null
}

export interface Clip {
  id: string
  documentId: string
  /** Published times, half-open, as those of cues: the user's offset is applied when read. Null together without times. */
  startMs: number | null
  endMs: number | null
  /** What leads where there are no times; null for a clip that has some. */
  passageId: string | null
  /** Fragment id of the section, for what is written. */
  anchor: string | null
  /** By the editor; empty: none was given. */
  title: string
  note: string
  tags: string[]
  /** The words in its range, as they were when it was last set. */
  text: string
  /** Who speaks most of it, as published. */
  speaker: string | null
  origin: ClipOrigin
}

/** An ordered list of clips. */
export interface Collection {
  id: string
  title: string
  note: string
  /** 1 when it was made, one more with each change: what two windows compare. */
  version: number
  /** ISO 8601 in UTC. */
  createdAt: string
  updatedAt: string
  clips: Clip[]
}

/** Sum of the lengths of the clips that have times. */
export const totalMs = (clips: readonly Pick<Clip, 'startMs' | 'endMs'>[]): number =>
  clips.reduce((total, { startMs, endMs }) => total + ((endMs ?? 0) - (startMs ?? 0)), 0)
