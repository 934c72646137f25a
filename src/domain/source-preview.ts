import type { Document, DocumentKind } from './document.js'
import type { Issue } from './issue.js'
import type { Source } from './source.js'

/** A document as a source lists it, before it is read. */
export interface ListedItem extends Pick<Document, 'kind' | 'title' | 'publishedAt' | 'durationMs'> {
  /** The item holds a transcript or names one; posts need none. */
  hasTranscript: boolean
}

/** What is at a location, found by looking without subscribing. */
export interface SourcePreview {
  source: Source
  documents: Record<DocumentKind, number>
  /** Episodes and shorts that hold a transcript or name one. */
  withTranscript: number
  /** Of the dated documents; null when none is. */
  oldestAt: string | null
  newestAt: string | null
  /** A few, newest first. */
  newest: ListedItem[]
  /** What cannot be read of it, the first few. */
  issues: Issue[]
  issueCount: number
}
