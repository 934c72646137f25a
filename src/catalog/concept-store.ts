import type { Concept, ConceptEdit, ConceptMention, PersonMention } from '../domain/concept.js'
import type { DocumentKind } from '../domain/document.js'
import type { DocumentSummary } from './catalog.js'

/**
 * The part of the catalog that holds concepts: what they were found from, what was found, what users decided. It follows
 * the documents, so for a moment it may speak of passages that are no longer there; what it says of documents that are
 * no longer there is left out when read.
 */

/** How far the concepts have followed the catalog. */
export interface ConceptState {
  /** Of the change sequence. */
  seq: number
  /** Number of the last edit that was applied; 0 for none. */
  edit: number
  /** Of the code and the model that found them; another one means to begin again. */
  version: string
}

/**
 * What was read from one document for concepts; opaque to the catalog. In parts: every process reads the first of all
 * documents, and of the others a step needs few.
 */
export interface ConceptEvidence {
  /** What is asked of every document at each step. */
  outline: Uint8Array
  /** Its words, to look for a name in it. */
  lines: Uint8Array
  /** What it adds to the counts of the library, to take it out of them again. */
  counts: Uint8Array
}

/** Of a document, what a process that goes on from the last step reads. */
export interface ConceptOutline {
  documentId: string
  outline: Uint8Array
  /** The names found in it. */
  matches: Uint8Array
}

/** One step of following. What is not named stays as it is. */
export interface ConceptUpdate {
  /** Nothing is written, and false returned, when the state is another one by now. Null for the first step. */
  from: ConceptState | null
  to: ConceptState
  /** Replaced as wholes: what was found in the document, with its `mentions` and `people`. */
  documents: readonly {
    documentId: string
    /** Null leaves it as it is. */
    evidence: ConceptEvidence | null
    matches: Uint8Array
    mentions: readonly ConceptMention[]
    people: readonly PersonMention[]
    /** When given, only the mentions in these passages are replaced, by those of `mentions` that lie in them. */
    passageIds?: ReadonlySet<string>
  }[]
  /** Ids of documents that are gone. */
  removedDocuments: readonly string[]
  /** New or changed; replaced as wholes, with their keys. A key may come from a concept that is here too, or removed. */
  concepts: readonly Concept[]
  /** Slugs of concepts that are no more; their keys and mentions go, their slugs stay issued. */
  removedConcepts: readonly string[]
  /** Slug → the name key that it was given for; slugs that are issued already are left as they are. */
  issuedSlugs: ReadonlyMap<string, string>
  /** Names as they are written → their vectors, in the space of `version`. */
  nameVectors: readonly { key: string; bytes: Uint8Array }[]
  /** What the next step needs of this one; opaque to the catalog. */
  notes: Uint8Array
  /**
   * What all documents say together, opaque to the catalog: put after the parts that are there, or with `anew` in the place
   * of all of them. Null leaves them as they are.
   */
  counts: { part: Uint8Array; anew: boolean } | null
}

/** A concept as lists show it. */
export interface ConceptSummary extends Pick<
  Concept,
  'slug' | 'name' | 'aliases' | 'score' | 'hidden' | 'mentionCount' | 'documentCount'
> {
  /** Text of the best definition. */
  definition: string | null
}

/** A document that mentions a concept, in short. */
export interface TimelineEntry {
  documentId: string
  kind: DocumentKind
  title: string
  publishedAt: string | null
  /** Passages that mention it. */
  passages: number
  /** Of the passage that says most of what it is. */
  strength: number
}

/** What one document says about a concept. */
export interface ConceptInDocument {
  document: DocumentSummary
  /** Passages that mention it. */
  passages: number
  /** The first passage that mentions it, and the one that says most of what it is. */
  first: ConceptMention
  best: ConceptMention
}

/** A node is a concept, an edge two of the nodes of which one is related to the other. */
export interface ConceptGraph {
  nodes: ConceptSummary[]
  edges: { from: string; to: string; score: number; passages: number; reason: string }[]
}

export interface ConceptStore {
  /** Null before the first step. */
  readConceptState(): Promise<ConceptState | null>
  /** Of the last step. Null before the first one. */
  readConceptNotes(): Promise<Uint8Array | null>
  /** The parts of the counts, in the order they were written. */
  readConceptCounts(): Promise<Uint8Array[]>
  /** In the order of the ids; `after` is the id of the last one of the page before. */
  readConceptOutlines(after: string | null, limit: number): Promise<ConceptOutline[]>
  /** One part of what was read, by document; unknown ones are left out. */
  findConceptEvidence(
    documentIds: readonly string[],
    part: keyof ConceptEvidence,
  ): Promise<Map<string, Uint8Array>>
  /** All issued slugs with the key that each was given for. */
  readIssuedSlugs(): Promise<Map<string, string>>
  /** Every concept, hidden ones too, by slug; `after` as above. */
  readConcepts(after: string | null, limit: number): Promise<Concept[]>
  readNameVectors(): Promise<Map<string, Uint8Array>>
  /**
   * All of it or nothing; false as `from` says. Whoever else writes waits for it: seconds for a first step of hundreds of
   * thousands of mentions, a few milliseconds for one document.
   */
  applyConcepts(update: ConceptUpdate): Promise<boolean>
  /** Forgets everything but edits and issued slugs, for a new version. */
  clearConcepts(): Promise<void>

  /** In the order they were made. */
  listConceptEdits(): Promise<{ id: number; edit: ConceptEdit }[]>
  /** Returns the number of the last edit, 0 when there is none. */
  addConceptEdits(edits: readonly ConceptEdit[]): Promise<number>

  /**
   * Best first, then by slug; hidden ones are left out, or alone listed. Left out is, too, what nothing mentions: a name
   * that a user split off.
   * @param filter key: what a name's key must contain (`conceptKey` of what was typed); an empty one is in every name
   * @param page cursor is the `next` of the page before
   */
  listConcepts(
    filter: { key?: string; hidden?: boolean },
    page: { limit: number; cursor: string | null },
  ): Promise<{ concepts: ConceptSummary[]; total: number; next: string | null }>
  /**
   * By its slug; else the one that has the name by now that the slug was given for; else the one that has the slug
   * itself as a name. Hidden ones too. Null for an unknown one.
   */
  findConcept(slug: string): Promise<Concept | null>
  /** In the order of the slugs; unknown and hidden ones are left out. */
  findConceptSummaries(slugs: readonly string[]): Promise<ConceptSummary[]>
  /** `conceptKey` → slug, for those that are names of concepts that are not hidden. */
  findConceptsByKey(keys: readonly string[]): Promise<Map<string, string>>
  /** Mentions in these passages, of concepts that are not hidden; in the order of the ids, then by sentence and slug. */
  findMentionsIn(passageIds: readonly string[]): Promise<ConceptMention[]>
  /** By ordinal, sentence and slug, of concepts that are not hidden; a withdrawn document's too. */
  listMentionsOfDocument(documentId: string): Promise<ConceptMention[]>
  /**
   * Every document that mentions it, withdrawn ones left out; by date, undated first, then by id. @param slug of the
   * concept itself, as `findConcept` gives it: redirects are not followed
   */
  readTimeline(slug: string): Promise<TimelineEntry[]>
  /**
   * As the timeline, with the mentions that count: the first, and the best, which is the strongest; among equals the one
   * most about it, then the first.
   */
  listDocumentsOfConcept(slug: string): Promise<ConceptInDocument[]>
  /** The same of these documents, in the order of the ids; those that do not mention it are left out. */
  findDocumentsOfConcept(slug: string, documentIds: readonly string[]): Promise<ConceptInDocument[]>
  /** By date of the document, undated first, its id, ordinal; withdrawn documents left out. @param slug as above */
  listMentionsOfConcept(
    slug: string,
    filter: { documentId?: string },
    page: { limit: number; cursor: string | null },
  ): Promise<{ mentions: ConceptMention[]; next: string | null }>
  /**
   * The best concepts of the list, best first, and what relates them: one edge for two, from the better concept,
   * as the nearer of the two relations says; nearest first.
   */
  readConceptGraph(limit: number): Promise<ConceptGraph>
  /** Those who speak or write first, those only mentioned last; then by count, name and role. */
  listPeopleOfDocument(documentId: string): Promise<PersonMention[]>
  /**
   * Everybody, with the number of documents, withdrawn ones not counted; most documents first, then by name.
   * @param filter name: what the name must contain, in any case, with or without accents
   */
  listPeople(
    filter: { name?: string },
    limit: number,
  ): Promise<{ name: string; documents: number; roles: PersonMention['role'][] }[]>
}
