import type { Corrections } from '../../domain/corrections.js'
import { correctSpeaker, noCorrections } from '../../domain/corrections.js'
import type { NameStore } from '../catalog.js'
import type { Handles } from './kysely-catalog.js'
import { correctionStore } from './correction-store.js'

export function nameStore(handles: Handles): NameStore {
  const { reads } = handles
  const { findCorrections } = correctionStore(handles)
  return {
    async findNames(documentIds) {
      if (documentIds.length === 0) return []
      const [documents, speakers, corrections] = await Promise.all([
        reads
          .selectFrom('documents')
          .select(['id', 'title', 'published_at'])
          .where('id', 'in', [...documentIds])
          .where('status', '=', 'present')
          .execute(),
        reads
          .selectFrom('passages')
          .select(['document_id', 'speaker'])
          .distinct()
          .where('document_id', 'in', [...documentIds])
          .where('speaker', 'is not', null)
          .where('ad', '=', 0)
          .execute(),
        findCorrections(documentIds),
      ])
      const namesOf = (id: string, own: Corrections = noCorrections) =>
        speakers
          .filter((row) => row.document_id === id)
          .map(({ speaker }) => correctSpeaker(speaker, own))
          .filter((name) => name !== null && name !== '')
      return documents
        .map(({ id, title, published_at }) => ({
          documentId: id,
          title,
          publishedAt: published_at,
          speakers: [...new Set(namesOf(id, corrections.get(id)))].sort() as string[],
        }))
        .sort((a, b) => (a.documentId < b.documentId ? -1 : 1))
    },
  }
}
