import type { ConceptEdit } from '../../domain/concept.js'
import type { ConceptStore } from '../concept-store.js'
import { toConcept } from './concept-row.js'
import type { Handles } from './kysely-catalog.js'

/** What a follower reads to go on from where it, or another process, stopped. */
export function conceptFollowing({
  reads,
}: Handles): Pick<
  ConceptStore,
  | 'readConceptState'
  | 'readConceptEvidence'
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

    async readConceptEvidence(after, limit) {
      const rows = await reads
        .selectFrom('concept_evidence')
        .selectAll()
        .where('document_id', '>', after ?? '')
        .orderBy('document_id')
        .limit(limit)
        .execute()
      return rows.map(({ document_id, bytes }) => ({ documentId: document_id, bytes }))
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
