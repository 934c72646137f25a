import type { Document } from '../../src/domain/document.js'
import type { Issue } from '../../src/domain/issue.js'
import type { SourceKind } from '../../src/domain/source.js'

/** The seam for formats of sources: a new one is one file and one line in recognize-source.ts. */

export interface TranscriptReference {
  /** Absolute http(s) address; in a local source also a `file:` address inside its folder. */
  url: string
  /** Lower case, without parameters; as published, or from the file's extension; empty when neither tells. */
  mediaType: string
  language: string | null
  /** `rel="captions"`: there are times, whatever the type. */
  captions: boolean
}

export interface SourceItem {
  /** Chapters are empty: the publisher keeps them in a file of its own (`chaptersUrl`). */
  document: Omit<Document, 'id' | 'sourceId' | 'timing' | 'timingReason' | 'status'>
  /** Best first: the document's language, then VTT, JSON, SRT, HTML, plain text, others; ties as published. */
  transcripts: TranscriptReference[]
  /** `podcast:chapters`. */
  chaptersUrl: string | null
}

export interface ReadSource {
  guid: string
  title: string
  url: string | null
  imageUrl: string | null
  language: string | null
  /** As published; guids are unique. */
  items: SourceItem[]
  issues: Issue[]
}

/** A body as fetched: one file, or the files of a folder. */
export interface SourceBody {
  /** Absolute path, or http(s) address after redirects. */
  location: string
  /** `path` is relative to the folder, with `/`; for one file its name. */
  files: { path: string; text: string }[]
  isFolder: boolean
}

export interface SourceFormat {
  kind: SourceKind
  /** Whether the content is of this format. Cheap: looks at beginnings and names only. */
  recognizes(body: SourceBody): boolean
  /** Whether it was meant to be: asked when no format recognizes the body, so that `read` says what is wrong with it. */
  resembles?(body: SourceBody): boolean
  /** @throws {AppError} when nothing of the body can be read; what is wrong with one item is an Issue. */
  read(body: SourceBody): ReadSource
}
