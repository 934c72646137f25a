import { sql } from 'kysely'
import type { PersonMention } from '../../domain/concept.js'
import type { ConceptStore } from '../concept-store.js'
import { foldName, toLikePattern } from './concept-row.js'
import type { Handles } from './kysely-catalog.js'

export function peopleReader({ reads }: Handles): Pick<ConceptStore, 'listPeopleOfDocument' | 'listPeople'> {
  return {
    async listPeopleOfDocument(documentId) {
      const rows = await reads
        .selectFrom('concept_people as person')
        .innerJoin('documents as document', 'document.id', 'person.document_id')
        .select(['person.name', 'person.role', 'person.count'])
        .where('person.document_id', '=', documentId)
        .orderBy(sql`person.role = 'mentioned'`)
        .orderBy('person.count', 'desc')
        .orderBy('person.name')
        .orderBy('person.role')
        .execute()
      return rows.map(({ name, role, count }) => ({
        name,
        documentId,
        role: role as PersonMention['role'],
        count,
      }))
    },

    async listPeople({ name }, limit) {
      const rows = await reads
        .selectFrom('concept_people as person')
        .innerJoin('documents as document', 'document.id', 'person.document_id')
        .select((select) => [
          'person.name',
          select.fn.count<number>('person.document_id').distinct().as('documents'),
          ...roles.map((role) =>
            sql<number>`max(case when person.role = ${role} then 1 else 0 end)`.as(role),
          ),
        ])
        .where('document.status', '=', 'present')
        .$if(name !== undefined, (query) =>
          query.where(sql<boolean>`person.folded like ${toLikePattern(foldName(name ?? ''))} escape '\\'`),
        )
        .groupBy('person.name')
        .orderBy('documents', 'desc')
        .orderBy('person.name')
        .limit(limit)
        .execute()
      return rows.map((row) => ({
        name: row.name,
        documents: Number(row.documents),
        roles: roles.filter((role) => row[role] === 1),
      }))
    },
  }
}

const roles = ['host', 'guest', 'author', 'speaker', 'mentioned'] as const satisfies PersonMention['role'][]
