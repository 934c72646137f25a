import type { PastQuery } from './catalog.js'

/** The part of the catalog that tells what is spoken about, what is written about, and what was looked for in vain. */

/** A concept on one side: in what was said, or in posts. What is written of a recording (its notes) is on neither. */
export interface ConceptSide {
  documents: number
  /** Passages that mention it. */
  passages: number
  /** The most of them in one document. */
  peak: number
  /** Passages that explain it. */
  explained: number
}

/** Where a concept is found. Withdrawn documents are left out. */
export interface ConceptPresence {
  slug: string
  name: string
  aliases: string[]
  spoken: ConceptSide
  written: ConceptSide
  /** 0 to 1: how much the passage that is most about it is about it. */
  focus: number
  /** Dates of the documents that explain it first and last; null together when none with a date does. */
  firstExplainedAt: string | null
  lastExplainedAt: string | null
  /** What mentions it in documents after the last that explains it, of either side. */
  since: Pick<ConceptSide, 'documents' | 'passages'>
}

export interface CoverageStore {
  /**
   * Concepts that are not hidden, by slug; `after` is the last slug of the page before. Others can be read between two
   * pages. Cost: some 2 ms for a thousand mentions.
   * @param minStrength of a mention that explains
   */
  readConceptPresence(after: string | null, limit: number, minStrength: number): Promise<ConceptPresence[]>
  /** Date of the newest document that has one and is not withdrawn; null without any. */
  newestDate(): Promise<string | null>
  /** Queries for which fewer passages fitted well than `below`, most frequent first, then newest. */
  listPoorQueries(filter: { below: number; limit: number }): Promise<PastQuery[]>
}
