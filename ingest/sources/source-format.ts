import type { Document } from '../../src/domain/document.js'
import type { Issue } from '../../src/domain/issue.js'
import type { SourceKind } from '../../src/domain/source.js'
import type { ReadTranscript } from '../transcripts/transcript-format.js'

/** What was fetched, and what is read of it: the seam between fetching, the formats of sources, and pulling. */

/** One file or answer, with its text. */
export interface TextBody {
  isFolder: false
  /** Absolute path, or http(s) address after redirects. */
  location: string
  /** Name of the file, or the last part of the address. */
  name: string
  /** As the server declared it; null for a file. */
  mediaType: string | null
  text: string
}

export interface FolderFile {
  /** Relative to the folder, with `/`. */
  path: string
  sizeBytes: number
  /** Reads it, at most as large as a body may be. @throws SOURCE_UNREADABLE, FETCH_TOO_LARGE */
  read(): Promise<string>
}

export interface FolderBody {
  isFolder: true
  /** Absolute path. */
  location: string
  /** What the source is known by: the folder's own path, or where its files come from. */
  origin: string
  /** Those whose names a format may be interested in, sorted by path. */
  files: FolderFile[]
}

export type SourceBody = TextBody | FolderBody

export interface TranscriptReference {
  /** Absolute http(s) address; in a local source also a `file:` address inside its folder. */
  url: string
  /** Lower case, without parameters; as published, or from the file's extension; empty when neither tells. */
  mediaType: string
  language: string | null
  /** `rel="captions"`: there are times, whatever the type. */
  captions: boolean
  /** The publisher says that a recogniser wrote it. */
  machine: boolean
}

export interface SourceItem {
  document: Omit<Document, 'id' | 'sourceId' | 'timing' | 'timingReason' | 'transcriptOrigin' | 'status'>
  /** The transcript that the item itself holds; null when it has none or names files that hold it. */
  transcript: ReadTranscript | null
  /**
   * Best first: the document's language, people's before machines', then VTT, JSON, SRT, HTML, plain text, others; ties
   * as published.
   */
  transcripts: TranscriptReference[]
  /** `podcast:chapters`. */
  chaptersUrl: string | null
}

export interface ReadSource {
  kind: SourceKind
  guid: string
  title: string
  url: string | null
  imageUrl: string | null
  language: string | null
  /** The address that a feed says it has moved to. */
  movedTo: string | null
  /** As published; guids are unique. */
  items: SourceItem[]
  /** Every document that it lists is among the items: what is not, is not there any more. */
  isWhole: boolean
  /** It lists all documents that there are, and not only the newest. */
  listsAll: boolean
  issues: Issue[]
}

/** A format that lists many documents in one text. Adding one is a file that exports this, and a line in recognize-source.ts. */
export interface SourceFormat {
  /** In words, for the message that nothing was recognized. */
  name: string
  /** Whether the content is of this format. Cheap: looks at beginnings and names only. */
  recognizes(body: TextBody): boolean
  /** Whether it was meant to be: asked when no format recognizes the body, so that `read` says what is wrong with it. */
  resembles?(body: TextBody): boolean
  /** @throws {AppError} when nothing of the body can be read; what is wrong with one item is an Issue. */
  read(body: TextBody): ReadSource
}
