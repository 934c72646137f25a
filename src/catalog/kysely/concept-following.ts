import type { ConceptEdit } from '../../domain/concept.js'
import type { ConceptStore } from '../concept-store.js'
import { batchesOf } from './batches.js'
import { toConcept } from './concept-row.js'
import type { Handles } from './kysely-catalog.js'

const idsPerStatement = 500

/** What a follower reads to go on from where it, or another process, stopped. */
export function conceptFollowing({
  reads,
}: Handles): Pick<
  ConceptStore,
  | 'readConceptState'
  | 'readConceptNotes'
  | 'readConceptCounts'
  | 'readConceptOutlines'
  | 'findConceptEvidence'
  | 'readIssuedSlugs'
  | 'readConcepts'
  | 'readNameVectors'
  | 'listConceptEdits'
> {
  return {
    async readConceptState() {
      const row = await reads
        .selectFrom('concept_state')
        .select(['seq', 'edit', 'version'])
        .executeTakeFirst()
      return row ? { seq: Number(row.seq), edit: Number(row.edit), version: row.version } : null
    },

    async readConceptNotes() {
      const row = await reads.selectFrom('concept_state').select('notes').executeTakeFirst()
      return row?.notes ?? null
    },

    async readConceptCounts() {
      const rows = await reads.selectFrom('concept_counts').select('bytes').orderBy('id').execute()
      return rows.map(({ bytes }) => bytes)
    },

    async readConceptOutlines(after, limit) {
      const rows = await reads
        .selectFrom('concept_evidence as evidence')
        .innerJoin('concept_matches as found', 'found.document_id', 'evidence.document_id')
        .select(['evidence.document_id', 'evidence.outline', 'found.bytes as matches'])
        .where('evidence.document_id', '>', after ?? '')
        .orderBy('evidence.document_id')
        .limit(limit)
        .execute()
      return rows.map(({ document_id, ...parts }) => ({ documentId: document_id, ...parts }))
    },

    async findConceptEvidence(documentIds, part) {
      const evidence = new Map<string, Uint8Array>()
      for (const batch of batchesOf(new Set(documentIds), idsPerStatement)) {
        const rows = await reads
          .selectFrom('concept_evidence')
          .select(['document_id', `${part} as bytes`])
          .where('document_id', 'in', batch)
          .execute()
        for (const { document_id, bytes } of rows) evidence.set(document_id, bytes)
      }
      return evidence
    },

    async readIssuedSlugs() {
      const rows = await reads.selectFrom('concept_slugs').selectAll().orderBy('slug').execute()
      return new Map(rows.map(({ slug, key }) => [slug, key]))
    },

    async readConcepts(after, limit) {
      const rows = await reads
        .selectFrom('concepts')
        .selectAll()
        .where('slug', '>', after ?? '')
        .orderBy('slug')
        .limit(limit)
        .execute()
      return rows.map(toConcept)
    },

    async readNameVectors() {
      const rows = await reads.selectFrom('concept_name_vectors').selectAll().orderBy('key').execute()
      return new Map(rows.map(({ key, bytes }) => [key, bytes]))
    },

    async listConceptEdits() {
      const rows = await reads.selectFrom('concept_edits').selectAll().orderBy('id').execute()
      return rows.map(({ id, edit }) => ({ id, edit: JSON.parse(edit) as ConceptEdit }))
    },
  }
}
