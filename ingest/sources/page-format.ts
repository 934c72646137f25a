import type { SourceKind } from '../../src/domain/source.js'
import type { SourceItem, TranscriptReference } from './source-format.js'

/** The seam for formats of one document in one text: a post, a page with a transcript, the metadata of a video. */

/** What a folder of pages says of the site that they are published on. */
export interface Site {
  /** Absolute http(s) address that permalinks are relative to; null when unknown. */
  url: string | null
  title: string | null
  language: string | null
}

export interface Page {
  /** Where it was read from, absolute path or http(s) address: what it refers to is relative to it. */
  location: string
  /** Path in the folder of the source, with `/`; the name alone for a source of one page. */
  path: string
  /** As the server declared it; null for a file. */
  mediaType: string | null
  text: string
  site: Site
}

export interface ReadPage {
  item: SourceItem
  /** Title of the show or site that the page says it belongs to. */
  show: string | null
  /** What the page knows of transcripts in files beside it: which to take first, and who wrote them. */
  orderTranscripts?: (beside: TranscriptReference[]) => TranscriptReference[]
}

export interface PageFormat {
  /** In words, for the message that nothing was recognized. */
  name: string
  /** What a source of such pages is. */
  kind: SourceKind
  /** Whether the content is of this format. Cheap: linear in the text, without building a tree of a whole page. */
  recognizes(page: Page): boolean
  /**
   * Never throws for bad input: what cannot be read is reported and left out.
   * @returns null for a page that is no document: not published by its author, or without any text; reported
   */
  read(page: Page, report: Report): ReadPage | null
}

/** The caller knows where. Without a code it is `POST_INVALID`. */
export type Report = (message: string, code?: string) => void
