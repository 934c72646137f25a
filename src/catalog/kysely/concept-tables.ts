import type { Generated } from 'kysely'
import type { Flag, Json } from './column-types.js'

/** Rows of what is known of concepts. */

export interface ConceptsTable {
  slug: string
  name: string
  score: number
  hidden: Flag
  mention_count: number
  document_count: number
  /** Concept['aliases']. */
  aliases: Json
  /** Text of the best one. */
  definition: string | null
  /** RelatedConcept[]. */
  related: Json
  /** {keys, origins, definitions, analogies, links, first, best, prerequisites} of Concept. */
  details: Json
}

export interface ConceptNamesTable {
  key: string
  slug: string
}

/** Rows are never deleted. */
export interface ConceptSlugsTable {
  slug: string
  /** Of the name that the slug was given for. */
  key: string
}

export interface ConceptMentionsTable {
  slug: string
  document_id: string
  ordinal: number
  passage_id: string
  start_ms: number | null
  sentence: number
  count: number
  strength: number
  focus: number
}

export interface ConceptPeopleTable {
  document_id: string
  name: string
  role: string
  /** The name to search in: without case and accents. */
  folded: string
  count: number
}

export interface ConceptEvidenceTable {
  document_id: string
  outline: Uint8Array
  lines: Uint8Array
  counts: Uint8Array
}

export interface ConceptMatchesTable {
  document_id: string
  bytes: Uint8Array
}

export interface ConceptNameVectorsTable {
  key: string
  bytes: Uint8Array
}

export interface ConceptEditsTable {
  id: Generated<number>
  /** ConceptEdit. */
  edit: Json
}

/** A part of what all documents say together; put together in the order of the ids. */
export interface ConceptCountsTable {
  id: Generated<number>
  bytes: Uint8Array
}

/** One row, or none before the first step. */
export interface ConceptStateTable {
  id: number
  seq: number
  edit: number
  version: string
  /** Null in what an older Cuepoint wrote. */
  notes: Uint8Array | null
}

export interface ConceptTables {
  concepts: ConceptsTable
  concept_names: ConceptNamesTable
  concept_slugs: ConceptSlugsTable
  concept_mentions: ConceptMentionsTable
  concept_people: ConceptPeopleTable
  concept_evidence: ConceptEvidenceTable
  concept_matches: ConceptMatchesTable
  concept_name_vectors: ConceptNameVectorsTable
  concept_edits: ConceptEditsTable
  concept_counts: ConceptCountsTable
  concept_state: ConceptStateTable
}
