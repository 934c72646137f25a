import type { DocumentKind } from '../../domain/document.js'
import type { FrameRateName } from '../../domain/timecode.js'

/** What every format is made from, and what each gives. One format a file beside this one. */

/** A cue or a part of one that lies in a clip. Times of the recording, inside the clip's range. */
export interface ExportCue {
  startMs: number
  endMs: number
  speaker: string | null
  text: string
}

export interface ExportDocument {
  id: string
  /** The publisher's own id of the item in its feed; null where nobody knows it any more, and for what has no times. */
  guid: string | null
  kind: DocumentKind
  title: string
  sourceTitle: string
  publishedAt: string | null
  /** The publisher's page. */
  url: string | null
  /** Where the recording is: http(s), or `file:` for a local source. */
  mediaUrl: string | null
  /** What its file is called, also where its address does not tell; null without a recording. */
  mediaName: string | null
  mediaType: string | null
  durationMs: number | null
  language: string | null
}

export interface ExportClip {
  id: string
  title: string
  note: string
  tags: readonly string[]
  /** The words in its range. */
  text: string
  /** Who speaks most of it. */
  speaker: string | null
  /** Times of the recording, corrected; null together where there are none. */
  startMs: number | null
  endMs: number | null
  /** Leads to the moment in this library. */
  link: string
  document: ExportDocument
  /** Empty where there are no times, and one of the whole text where the document is gone. */
  cues: readonly ExportCue[]
}

export interface ExportCollection {
  title: string
  note: string
  updatedAt: string
  clips: readonly ExportClip[]
}

export const exportTimes = ['sequence', 'source'] as const

export interface ExportOptions {
  frameRate: FrameRateName
  /** Whether captions and chapters run by the clips one after the other, or by the recording. */
  times: (typeof exportTimes)[number]
}

export const defaultExportOptions: ExportOptions = { frameRate: '25', times: 'sequence' }

/** One way to take a collection away. */
export interface ExportFormat {
  /** As in `/collections/{id}/export.{extension}`. */
  extension: string
  /** Without a charset: all are UTF-8. */
  mediaType: string
  /** What it is for, in a few words. */
  summary: string
  /** @throws EXPORT_TIMES_MIXED when `times` is `source` and the clips are of several recordings */
  write(collection: ExportCollection, options: ExportOptions): string
}
