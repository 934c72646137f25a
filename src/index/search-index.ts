import type { DocumentKind } from '../domain/document.js'
import type { Ranking } from '../domain/ranking.js'
import type { QueryTerm } from './analyze.js'

/** The port to a passage index, lexical and dense. Adapters: embedded/ (FTS5 + HNSW); OpenSearch comes later. */

/** What an index was made with; an index of another identity is refused, never searched. */
export interface IndexIdentity {
  /** `modelIdentityKey` of the vectors. */
  model: string
  dimensions: number
  segmentationVersion: number
  /** `analyzerVersion` of analyze.ts. */
  analyzerVersion: number
}

/** One passage as an index keeps it. Fields are already corrected (renamed speakers, ad overrides). */
export interface IndexEntry {
  passageId: string
  documentId: string
  sourceId: string
  kind: DocumentKind
  /** BCP 47 or null; chooses the stemmer. */
  language: string | null
  publishedAt: string | null
  /** All who speak in it. */
  speakers: readonly string[]
  ad: boolean
  withdrawn: boolean
  /** Document title, chapter or heading, and text: three fields of unlike weight. */
  title: string
  chapter: string
  text: string
  /** Null until it is embedded: found by words only. */
  vector: Float32Array | null
}

export interface DocumentChange {
  documentId: string
  /** Empty for a document that is gone. */
  entries: readonly IndexEntry[]
}

/** Every set field must hold. Lists are "any of". */
export interface SearchFilter {
  kinds?: readonly DocumentKind[]
  sourceIds?: readonly string[]
  documentIds?: readonly string[]
  /** Case and accents folded; matches when all words of one are among the words of a speaker's name. */
  speakers?: readonly string[]
  /** ISO dates: published at or after, and before. */
  after?: string
  before?: string
  /** Primary language subtag. */
  languages?: readonly string[]
  /** Default: ads are left out. */
  includeAds?: boolean
  /** Default: withdrawn documents are left out. */
  includeWithdrawn?: boolean
}

export interface IndexStats {
  passages: number
  vectors: number
  sizeBytes: number
  /** Primary language subtags of the documents, most passages first: a query is analysed for each of them. */
  languages: string[]
}

export interface SearchIndex {
  /** The change sequence number up to which the index follows the catalog; 0 when empty. */
  watermark(): Promise<number>
  /**
   * Replaces all entries of each document and moves the watermark, atomically: after a crash either both or neither
   * happened. An entry whose passage, fields and vector are unchanged keeps its place.
   */
  apply(changes: readonly DocumentChange[], watermark: number): Promise<void>
  /**
   * Passages by BM25; a passage matches when it holds any term in any of its forms. At most `depth`, best first, ties
   * by passage id. No terms: an empty ranking.
   */
  searchLexical(terms: readonly QueryTerm[], filter: SearchFilter, depth: number): Promise<Ranking>
  /** Passages by cosine similarity in [-1, 1]; at most `depth`, best first, ties by passage id. Exact under a selective filter. */
  searchDense(vector: Float32Array, filter: SearchFilter, depth: number): Promise<Ranking>
  stats(): Promise<IndexStats>
  /** Throws everything away; the watermark is 0 afterwards. Needs the writer's role. */
  clear(): Promise<void>
  /** Makes what is only in memory durable. What `apply` acknowledged is durable without it; it only makes the next start faster. */
  save(): Promise<void>
  close(): Promise<void>
}
