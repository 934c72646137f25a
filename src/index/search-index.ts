import type { DocumentKind } from '../domain/document.js'
import type { Ranking } from '../domain/ranking.js'
import type { QueryTerm } from './analyze.js'
import type { Token } from './tokenize.js'

/** The port to a passage index, lexical and dense. Adapters: embedded/ (an inverted index and HNSW); OpenSearch comes later. */

/** What an index was made with; an index of another identity is refused, never searched. */
export interface IndexIdentity {
  /** `modelIdentityKey` of the vectors. */
  model: string
  dimensions: number
  segmentationVersion: number
  /** `analyzerVersion` of analyze.ts. */
  analyzerVersion: number
  /** Component × scale = int8 value of the sentence vectors. */
  sentenceScale: number
}

/** One passage as an index keeps it. Fields are already corrected (renamed speakers, ad overrides). */
export interface IndexEntry {
  passageId: string
  documentId: string
  /** Place in the document: a passage whose ordinal is one less stands directly before it. */
  ordinal: number
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
  /** Half-open ranges of `text`, in order, of its sentences. */
  sentences: readonly { from: number; to: number }[]
  /** Null until it is embedded: found by words only. */
  vector: Float32Array | null
  /** One int8 vector a sentence, in their order; null until they are embedded. */
  sentenceVectors: readonly Int8Array[] | null
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
  /** Primary language subtags; what is of unknown language is read as English, and is `en`. */
  languages?: readonly string[]
  /** Each must be in the title, the chapter or the text: words in a row, folded as `foldWord` does, not stemmed. */
  phrases?: readonly (readonly string[])[]
  /** None may be there, in any of its forms. */
  excludedTerms?: readonly QueryTerm[]
  excludedPhrases?: readonly (readonly string[])[]
  /** Default: ads are left out. */
  includeAds?: boolean
  /** Default: withdrawn documents are left out. */
  includeWithdrawn?: boolean
}

/** What a query is looked for by. */
export interface Probe {
  terms: readonly QueryTerm[]
  /** Null when the query was not embedded. */
  vector: Float32Array | null
}

/** What speaks for one sentence. */
export interface SentenceEvidence {
  /** Of the sentence alone to the query, about [-1, 1]; null when either was not embedded. */
  similarity: number | null
  /** As `PassageEvidence.coverage`, of the sentence. */
  coverage: number
  /** How well it answers by a model that read it together with the query, larger is better; no index knows it. */
  relevance?: number
}

/** What speaks for a passage, beyond its place in a ranking. Shares are in [0, 1], and 0 for a query without terms. */
export interface PassageEvidence {
  passageId: string
  documentId: string
  /** BM25, as in the ranking of `searchLexical`; 0 when it holds no term. */
  lexical: number
  /** Cosine similarity in [-1, 1]; null when the passage or the query was not embedded. */
  dense: number | null
  /** The same of the passages directly before and after it in its document, where there are. */
  neighbours: readonly (number | null)[]
  /** What it and its neighbours hold of the query's terms, each counted by its inverse document frequency. */
  coverage: number
  /** The same of the titles of its document and chapter. */
  titleCoverage: number
  /** Share of the pairs of terms that follow each other in the query and do so here too, in one sentence. */
  pairs: number
}

/** The sentences of a passage, in order. */
export interface PassageSentences {
  passageId: string
  sentences: readonly SentenceEvidence[]
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
  /**
   * Other ways in which the library writes what the terms say, as terms that stand for them: abbreviations and their long
   * forms, words written apart or together. A few at most.
   */
  findAlternatives(terms: readonly QueryTerm[]): Promise<QueryTerm[]>
  /**
   * The text with words that the library knows in place of those it does not; null when there is nothing to correct.
   * @param words those of the text that may be corrected, in order
   * @param language primary subtag of that in which it is typed, of whose words alone others are suggested; null: not known
   */
  suggestSpelling(text: string, words: readonly Token[], language: string | null): Promise<string | null>
  /** Of each folded word the primary subtags of the languages in which the library has it, in any inflection. */
  languagesOf(words: readonly string[]): Promise<string[][]>
  /** The first passage that the filter leaves of each document, newest documents first, undated last; at most `depth`. */
  listNewest(filter: SearchFilter, depth: number): Promise<Ranking>
  /** Of each passage, in the order given; unknown ones are left out. Cost: some 20 µs each: for all candidates. */
  gatherEvidence(passageIds: readonly string[], probe: Probe): Promise<PassageEvidence[]>
  /** The same of their sentences. Cost: some 40 µs a passage: for what is shown. */
  gatherSentences(passageIds: readonly string[], probe: Probe): Promise<PassageSentences[]>
  stats(): Promise<IndexStats>
  /** Throws everything away; the watermark is 0 afterwards. Needs the writer's role. */
  clear(): Promise<void>
  /** Makes what is only in memory durable. What `apply` acknowledged is durable without it; it only makes the next start faster. */
  save(): Promise<void>
  close(): Promise<void>
}
