import type { Address } from '../domain/addresses.js'
import type { Corrections } from '../domain/corrections.js'
import type { Cue } from '../domain/cue.js'
import type { Document, DocumentKind } from '../domain/document.js'
import type { Issue } from '../domain/issue.js'
import type { Job } from '../domain/job.js'
import type { Passage } from '../domain/passage.js'
import type { Source } from '../domain/source.js'
import type { CollectionStore } from './collection-store.js'
import type { ConceptStore } from './concept-store.js'
import type { CoverageStore } from './coverage-store.js'
import type { RepeatStore } from './repeat-store.js'
import type { SavedSearchStore } from './saved-search-store.js'
import type { WebhookStore } from './webhook-store.js'

/**
 * The port to the truth: sources, documents with their raw cues and passages, vectors, corrections, jobs. Every method
 * is one transaction. Any number of processes may use one catalog at once. Adapter: kysely/ over SQLite.
 */

export type VectorRole = 'passage' | 'sentence'

/** Vectors are kept by the space they live in, what they stand for, and the exact input that was embedded. */
export interface VectorSpace {
  /** `modelIdentityKey`, and for quantised vectors their scale. */
  identity: string
  role: VectorRole
}

export interface StoredVector {
  /** `inputHash` of the embedded text. */
  hash: string
  /** Little-endian float32 for passages, int8 for sentences. */
  bytes: Uint8Array
}

/** A passage with the keys of its vectors. */
export interface StoredPassage extends Passage {
  /** `inputHash` of the text with its context, as it was embedded. */
  inputHash: string
  /** `inputHash` of each sentence, in order. */
  sentenceHashes: string[]
}

export interface DocumentWrite {
  document: Document
  /** Raw, as published; empty for posts. */
  cues: readonly Cue[]
  passages: readonly StoredPassage[]
  vectors: readonly { space: VectorSpace; vectors: readonly StoredVector[] }[]
  /** Documents of other sources that this one stands for from now on: removed, their addresses become its own. */
  replaces?: readonly string[]
  /** Hash of everything that was read for it (item, transcript, chapters, code version): unchanged input is not written again. */
  contentHash: string
}

export interface DocumentChangeRow {
  seq: number
  documentId: string
}

export interface DocumentFilter {
  kind?: DocumentKind
  sourceId?: string
  /** Words that the title must contain, in any case. */
  title?: string
  /** Episodes and shorts that have none. */
  withoutTranscript?: boolean
  /** Those that an issue names, of the latest pull of their source that ended well. */
  withIssues?: boolean
}

/** Undated documents are older than all others; ties are settled by id. */
export type DocumentOrder = 'newest' | 'oldest' | 'title'

/** The card of a document, without its sections and chapters. */
export interface DocumentSummary extends Pick<
  Document,
  | 'id'
  | 'sourceId'
  | 'kind'
  | 'title'
  | 'url'
  | 'imageUrl'
  | 'publishedAt'
  | 'durationMs'
  | 'language'
  | 'timing'
  | 'timingReason'
  | 'enclosure'
> {
  sourceTitle: string
}

/** A document in a list of all. */
export interface ListedDocument extends DocumentSummary {
  hasTranscript: boolean
}

/** What a pull needs to know of a document that it meets again. */
export interface KnownDocument extends Pick<Document, 'id' | 'publishedAt' | 'status'> {
  contentHash: string
}

/** What is needed to put the documents of a source into order. */
export type Sibling = Pick<Document, 'id' | 'title' | 'publishedAt'>

/** A passage's place in its document and the document's place in the library. */
export interface PassagePlace extends Pick<Passage, 'documentId' | 'ordinal' | 'speaker' | 'anchor'> {
  passageId: string
  kind: DocumentKind
  sourceId: string
  sourceTitle: string
  publishedAt: string | null
}

export interface CatalogCounts {
  documents: Record<DocumentKind, number>
  passages: number
  /** Sum of the durations of episodes and shorts; where unknown, the end of the last cue. */
  durationMs: number
  sources: number
  /** Issues of the latest job of each source. */
  issues: number
  /** Documents other than posts that have no cue. */
  withoutTranscript: number
}

/** What a source has in the library. */
export interface SourceCounts {
  /** Withdrawn ones are left out. */
  documents: Record<DocumentKind, number>
  withdrawn: number
  /** As in `CatalogCounts`. */
  durationMs: number
  withoutTranscript: number
}

/** Issues with one code. */
export interface IssueCount {
  code: string
  count: number
}

/** What came from an address that a source refers to, as it was when it could last be read. */
export interface StoredReference {
  text: string
  /** As the server declared it. */
  mediaType: string | null
  etag: string | null
  lastModified: string | null
  /** Of the bytes, as in `Source`. */
  bodyHash: string
  /** When it was last asked for, or its turn to be. */
  fetchedAt: string
  /** Where redirects led: relative addresses in it start there. Null for what no web server sent. */
  finalUrl: string | null
}

/** How the pulls of a source went, for planning the next one. */
export interface PullHistory {
  /** When its latest finished job ended, well or not. */
  lastEndedAt: string
  /** Failed jobs since the last one that ended well. */
  failuresInRow: number
}

export type SourceUpdate = Partial<Omit<Source, 'id' | 'guid' | 'addedAt'>>
export type JobUpdate = Partial<Omit<Job, 'id' | 'sourceId' | 'createdAt' | 'issues'>>

export interface SourceStore {
  /**
   * Adds all, each with its first job queued, or none: nothing is subscribed to that would never be pulled. One that
   * has the same location or guid as a known one gives the known one.
   */
  addSources(sources: readonly Source[]): Promise<{ source: Source; added: boolean }[]>
  findSource(id: string): Promise<Source | null>
  /** By title, then id. */
  listSources(): Promise<Source[]>
  /** @throws SOURCE_DUPLICATE, nothing written, when another source has the new location */
  updateSource(id: string, update: SourceUpdate): Promise<void>
  /** Removes its documents, cues, passages, references and jobs; each document leaves a tombstone in the change sequence. */
  removeSource(id: string): Promise<boolean>
  /** By source id; sources without documents are left out. */
  countDocumentsBySource(): Promise<Map<string, SourceCounts>>
}

export interface DocumentStore {
  /** Replaces the document as a whole and bumps the change sequence; with the same `contentHash` as before writes nothing. */
  writeDocument(write: DocumentWrite): Promise<{ changed: boolean }>
  /** By guid, all of a source, withdrawn ones too. */
  readKnownDocuments(sourceId: string): Promise<Map<string, KnownDocument>>
  findDocument(id: string): Promise<Document | null>
  /** In the order of the ids; unknown ids are left out. */
  findSummaries(ids: readonly string[]): Promise<DocumentSummary[]>
  /** The present documents of one kind of a source, in no order. */
  listSiblings(of: Pick<Document, 'sourceId' | 'kind'>): Promise<Sibling[]>
  /** Newest first unless told otherwise; `cursor` is the `next` of the page before. Withdrawn documents are left out. */
  listDocuments(
    filter: DocumentFilter,
    page: { limit: number; cursor: string | null; order?: DocumentOrder },
  ): Promise<{ documents: ListedDocument[]; total: number; next: string | null }>
  /** Other sources that list a withdrawn document as theirs too are read anew at their next pull. */
  setDocumentStatus(id: string, status: Document['status']): Promise<void>
  /** Raw, in published order; empty for an unknown document. */
  readCues(documentId: string): Promise<Cue[]>
}

/** A document of another source that is published under one of the same addresses. */
export interface Twin extends Pick<Document, 'id' | 'kind' | 'title'> {
  /** The addresses that both have. */
  keys: string[]
  /** Of its passages together. */
  textLength: number
}

/** Addresses as `addressKey` makes them equal. */
export interface AddressStore {
  /** The posts that point to a recording or that it points to, and the other way round; at most 20, oldest first. */
  findCompanions(documentId: string): Promise<DocumentSummary[]>
  /** By id. Withdrawn documents are no twins, and addresses that many documents give make none. */
  findTwins(sourceId: string, keys: readonly string[]): Promise<Twin[]>
  /** Replaces the addresses under which a source lists a document of another one. */
  addAddresses(documentId: string, sourceId: string, own: readonly Address[]): Promise<void>
  /** Where other sources list it. */
  findOtherUrls(documentId: string): Promise<string[]>
}

export interface PassageStore {
  /** By ordinal. */
  readPassages(documentId: string): Promise<StoredPassage[]>
  /** In the order of the ids; unknown ids are left out. */
  findPassages(ids: readonly string[]): Promise<StoredPassage[]>
  /** These and the passages just before and after them, each once, in no order: cheaper than both apart. */
  findPassagesAround(ids: readonly string[]): Promise<StoredPassage[]>
  /** Passage id → text. Cheaper than `findPassages`. */
  findTexts(ids: readonly string[]): Promise<Map<string, string>>
  /** The passages just before and after each, by passage id. */
  findNeighbours(
    ids: readonly string[],
  ): Promise<Map<string, { before: Passage | null; after: Passage | null }>>
  /** What is said at `ms`, a published time, or next after it; null when nothing is any more. */
  findPassageAt(documentId: string, ms: number): Promise<Passage | null>
  /** Where each passage stands, without its text; in the order of the ids; unknown ids are left out. */
  locatePassages(ids: readonly string[]): Promise<PassagePlace[]>
  /** Those of the hashes that are known, by hash. */
  findVectors(space: VectorSpace, hashes: readonly string[]): Promise<Map<string, Uint8Array>>
  addVectors(space: VectorSpace, vectors: readonly StoredVector[]): Promise<void>
  /**
   * Deletes vectors that no passage uses any more. Returns how many. Cost: reads every passage, while others may write;
   * writes in small batches.
   */
  collectVectors(): Promise<number>
}

/** Texts that items refer to (transcripts, chapters) by their address on the web. They go with their source. */
export interface ReferenceStore {
  findReference(sourceId: string, url: string): Promise<StoredReference | null>
  /** All addresses of a source's references, those that were asked longest ago first, then by address. */
  listStalestReferences(sourceId: string): Promise<string[]>
  /** Their turn to be asked came. @param urls a few tens @param at ISO 8601 */
  touchReferences(sourceId: string, urls: readonly string[], at: string): Promise<void>
  /** Nothing happens when the source was removed meanwhile. */
  saveReference(sourceId: string, url: string, reference: StoredReference): Promise<void>
}

export interface CorrectionStore {
  /** By document id; documents without any are left out. */
  findCorrections(documentIds: readonly string[]): Promise<Map<string, Corrections>>
  /**
   * Replaces them and, since what is found changes too, bumps the change sequence; with `write` the document that was
   * cut anew under them goes in with them or not at all. Nothing is written, and false returned, when the document is
   * no longer the one of `ifContentHash`.
   */
  writeCorrections(
    documentId: string,
    corrections: Corrections,
    condition: { ifContentHash: string; write: DocumentWrite | null },
  ): Promise<boolean>
}

export interface ChangeLog {
  /** The number of the newest change; 0 in an empty catalog. Cheap: one row. */
  latestSeq(): Promise<number>
  /** The newest change of each document after `seq`, oldest first; a removed document is listed and not found. */
  changesSince(seq: number, limit: number): Promise<DocumentChangeRow[]>
}

export interface JobStore {
  /** Returns the queued or running job of the source if there is one. Of the older jobs only the newest are kept. */
  enqueueJob(sourceId: string): Promise<Job>
  /**
   * Takes the oldest job that is queued, or whose process died, for this process; with an id only that one. Null when
   * there is none to take. A job is owned by one process at a time.
   */
  claimJob(id?: string): Promise<Job | null>
  /** Also tells others that the owner is alive. */
  updateJob(id: string, update: JobUpdate): Promise<void>
  addIssues(jobId: string, issues: readonly Issue[]): Promise<void>
  findJob(id: string): Promise<Job | null>
  /** Issues of the latest job of a source that ended well, the first 500; with a code only those with it. */
  findLastIssues(sourceId: string, code?: string): Promise<Issue[]>
  /** Of the latest job of each source that ended well, by source id, most first. */
  countIssuesBySource(): Promise<Map<string, IssueCount[]>>
  /** The latest job of each source, newest first. @param maxIssues of each job; 500 unless told otherwise */
  listLatestJobs(maxIssues?: number): Promise<Job[]>
  /** Queued and running ones, oldest first, without their issues. Cheap. */
  listOpenJobs(): Promise<Job[]>
  /** By source id; sources without a finished job are left out. */
  readPullHistory(): Promise<Map<string, PullHistory>>
}

/** What a document is called and who speaks in it, corrections applied. */
export interface DocumentNames {
  documentId: string
  title: string
  publishedAt: string | null
  /** By the alphabet; those of ads are left out. */
  speakers: string[]
}

export interface NameStore {
  /** By document id; unknown and withdrawn ones are left out. @param documentIds a few hundred */
  findNames(documentIds: readonly string[]): Promise<DocumentNames[]>
}

/** A query that was asked, its repeats counted. */
export interface PastQuery {
  /** What makes two queries one: their folded words. */
  folded: string
  /** As typed last. */
  text: string
  times: number
  /** Of the last time; 0: nothing was found. */
  hits: number
  /** How many of them fitted well, as `SearchResult` has it; null when that is not known, or the query was misspelt. */
  foundWell: number | null
  lastAt: string
}

export interface QueryStore {
  /** Counts it as asked once more. Of more than `maxQueries` those that were asked longest ago go. @param query at is ISO 8601 */
  recordQuery(
    query: Pick<PastQuery, 'folded' | 'text' | 'hits' | 'foundWell'> & { at: string },
    maxQueries: number,
  ): Promise<void>
  /** Those that found something, or those that found nothing; most frequent first, then newest. */
  listQueries(filter: { found: boolean; limit: number }): Promise<PastQuery[]>
  forgetQueries(): Promise<void>
}

export interface Catalog
  extends
    SourceStore,
    DocumentStore,
    AddressStore,
    PassageStore,
    ReferenceStore,
    CorrectionStore,
    ChangeLog,
    JobStore,
    NameStore,
    QueryStore,
    ConceptStore,
    CollectionStore,
    CoverageStore,
    RepeatStore,
    SavedSearchStore,
    WebhookStore {
  counts(): Promise<CatalogCounts>
  close(): Promise<void>
}
