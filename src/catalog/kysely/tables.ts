import type { Generated } from 'kysely'
import type { Flag, Json } from './column-types.js'
import type { ConceptTables } from './concept-tables.js'

/** Rows as the database keeps them. */

export interface SourcesTable {
  id: string
  kind: string
  location: string
  guid: string
  title: string
  url: string | null
  image_url: string | null
  language: string | null
  added_at: string
  pulled_at: string | null
  etag: string | null
  last_modified: string | null
  body_hash: string | null
  gone_at: string | null
}

export interface ReferenceBodiesTable {
  source_id: string
  url: string
  etag: string | null
  last_modified: string | null
  body_hash: string
  media_type: string | null
  fetched_at: string
  final_url: string | null
  /** UTF-8, gzip. */
  body: Uint8Array
}

export interface DocumentsTable {
  id: string
  source_id: string
  guid: string
  kind: string
  title: string
  description: string
  url: string | null
  image_url: string | null
  published_at: string | null
  duration_ms: number | null
  language: string | null
  timing: string
  timing_reason: string
  status: string
  enclosure_url: string | null
  enclosure_type: string | null
  enclosure_bytes: number | null
  /** {people, tags, series, links, chapters, sections} of Document. */
  details: Json
  /** Cue[], raw. */
  cues: Json
  cue_count: number
  last_cue_end_ms: number | null
  content_hash: string
}

export interface PassagesTable {
  id: string
  document_id: string
  ordinal: number
  start_ms: number | null
  end_ms: number | null
  anchor: string | null
  chapter: string | null
  speaker: string | null
  ad: Flag
  ad_reason: string | null
  text: string
  input_hash: string
  /** (Sentence & {hash})[]. */
  sentences: Json
}

export interface VectorSpacesTable {
  id: Generated<number>
  identity: string
  role: string
}

export interface VectorsTable {
  space_id: number
  hash: string
  bytes: Uint8Array
}

export interface ChangesTable {
  document_id: string
  seq: number
}

export interface ChangeCounterTable {
  id: number
  seq: number
}

export interface CorrectionsTable {
  document_id: string
  offset_ms: number
  /** Corrections['speakers']. */
  speakers: Json
  /** AdOverride[]. */
  ad_overrides: Json
}

export interface JobsTable {
  id: string
  source_id: string
  status: string
  step: string
  documents_done: number
  documents_total: number | null
  passages_embedded: number
  created_at: string
  started_at: string | null
  finished_at: string | null
  error_code: string | null
  error_message: string | null
  /** JobReport. */
  report: Json | null
  /** How often in a row it was taken up without a new document since. */
  attempts: number
  /** Documents of the source when it was last taken up. */
  documents_known: number
  /** The process that works on it: host name and process id. */
  owner: string | null
  heartbeat_at: string | null
}

export interface IssuesTable {
  id: Generated<number>
  job_id: string
  code: string
  place: string
  message: string
}

export interface AddressesTable {
  document_id: string
  /** Whose list says so; not always the source of the document. */
  source_id: string
  role: 'own' | 'linked'
  key: string
  url: string
}

export interface PastQueriesTable {
  folded: string
  text: string
  times: number
  hits: number
  found_well: number | null
  last_at: string
}

export interface CollectionsTable {
  id: string
  title: string
  note: string
  version: number
  created_at: string
  updated_at: string
  /** Null while it is there. */
  removed_at: string | null
}

export interface ClipsTable {
  collection_id: string
  /** From 0. */
  position: number
  id: string
  document_id: string
  start_ms: number | null
  end_ms: number | null
  passage_id: string | null
  title: string
  /** What is left of Clip. */
  details: Json
}

export interface CollectionRevisionsTable {
  collection_id: string
  version: number
  /** CollectionState. */
  state: Json
}

export interface RepeatGroupsTable {
  /** From 0, the most useful first. */
  rank: number
  kind: string
  companion: Flag
  template: Flag
}

export interface RepeatPlacesTable {
  /** Of its group. */
  rank: number
  /** From 0. */
  position: number
  document_id: string
  source_id: string
  /** string[]. */
  passage_ids: Json
  from_sentence: number
  last_sentence: number
  likeness: number
}

/** One row, or none before the first search. */
export interface RepeatStateTable {
  id: number
  seq: number
  version: string
  measure: Uint8Array
}

export interface SavedSearchesTable {
  id: string
  name: string
  query: string
  mode: string
  /** SavedFilter. */
  filter: Json
  created_at: string
  asked_at: string
  since_seq: number
  webhook_url: string | null
  webhook_secret: string | null
  webhook_active: Flag
}

export interface SavedMatchesTable {
  number: Generated<number>
  search_id: string
  passage_id: string
  document_id: string
  found_at: string
  read: Flag
  /** 0 while its passage is not there. */
  shown: Flag
  /** 1 until a webhook was told. */
  pending: Flag
}

/** Passages that saved searches have looked at. */
export interface SavedSearchPassagesTable {
  document_id: string
  passage_id: string
  /** `segmentationVersion` by which it was cut. */
  segmentation: number
}

/** One row, or none without saved searches. */
export interface SavedSearchStateTable {
  id: number
  seq: number
}

export interface WebhookDeliveriesTable {
  number: Generated<number>
  id: string
  search_id: string
  kind: string
  created_at: string
  status: string
  attempts: number
  next_try_at: string | null
  tried_at: string | null
  http_status: number | null
  error: string | null
  /** The message as it is sent. */
  body: Json
}

export interface Tables extends ConceptTables {
  addresses: AddressesTable
  sources: SourcesTable
  reference_bodies: ReferenceBodiesTable
  documents: DocumentsTable
  passages: PassagesTable
  vector_spaces: VectorSpacesTable
  vectors: VectorsTable
  changes: ChangesTable
  change_counter: ChangeCounterTable
  corrections: CorrectionsTable
  jobs: JobsTable
  issues: IssuesTable
  past_queries: PastQueriesTable
  collections: CollectionsTable
  clips: ClipsTable
  collection_revisions: CollectionRevisionsTable
  repeat_groups: RepeatGroupsTable
  repeat_places: RepeatPlacesTable
  repeat_state: RepeatStateTable
  saved_searches: SavedSearchesTable
  saved_matches: SavedMatchesTable
  saved_search_passages: SavedSearchPassagesTable
  saved_search_state: SavedSearchStateTable
  webhook_deliveries: WebhookDeliveriesTable
}
