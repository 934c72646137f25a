import type {
  Concept,
  ConceptDocuments,
  ConceptGraph,
  ConceptList,
  DocumentConcepts,
  MentionList,
  Query,
} from '../../client/index.js'
import { cuepoint } from './api.js'
import type { ConceptListState } from './concepts/concept-paths.js'

/** The server's answers about concepts, as in api.ts. */

export const listConcepts = (
  { q, hidden }: ConceptListState,
  { limit, cursor }: { limit: number; cursor: string | null },
  signal: AbortSignal,
): Promise<ConceptList> => {
  const name = q.trim()
  const query = { limit, ...(name && { q: name }), ...(hidden && { hidden }), ...(cursor && { cursor }) }
  return cuepoint.get('/api/v1/concepts', { params: { query }, signal })
}

export const readConcept = (slug: string, signal: AbortSignal): Promise<Concept> =>
  cuepoint.get('/api/v1/concepts/{slug}', { params: { path: { slug } }, signal })

export const listConceptDocuments = (
  slug: string,
  query: Query<'listConceptDocuments'>,
  signal: AbortSignal,
): Promise<ConceptDocuments> =>
  cuepoint.get('/api/v1/concepts/{slug}/documents', { params: { path: { slug }, query }, signal })

export const listMentions = (
  slug: string,
  documentId: string,
  { limit, cursor }: { limit: number; cursor: string | null },
  signal: AbortSignal,
): Promise<MentionList> =>
  cuepoint.get('/api/v1/concepts/{slug}/mentions', {
    params: { path: { slug }, query: { document: documentId, limit, ...(cursor && { cursor }) } },
    signal,
  })

export const readGraph = (
  { limit, around }: { limit: number; around: string | null },
  signal: AbortSignal,
): Promise<ConceptGraph> =>
  cuepoint.get('/api/v1/concepts/graph', {
    params: { query: { limit, ...(around && { around }) } },
    signal,
  })

export const readDocumentConcepts = (id: string, signal: AbortSignal): Promise<DocumentConcepts> =>
  cuepoint.get('/api/v1/documents/{id}/concepts', { params: { path: { id } }, signal })

/** What a user may decide about a concept's names. */
export type NameEdit =
  | { action: 'rename'; body: { name: string } }
  | { action: 'merge'; body: { into: string } }
  | { action: 'split'; body: { alias: string } }
  | { action: 'hide'; body: { hidden: boolean } }

/** Answers with the concept that it left, or that stays after a merge. */
export function editConcept(slug: string, { action, body }: NameEdit): Promise<Concept> {
  const params = { path: { slug } }
  switch (action) {
    case 'rename':
      return cuepoint.post('/api/v1/concepts/{slug}/rename', { params, body })
    case 'merge':
      return cuepoint.post('/api/v1/concepts/{slug}/merge', { params, body })
    case 'split':
      return cuepoint.post('/api/v1/concepts/{slug}/split', { params, body })
    case 'hide':
      return cuepoint.post('/api/v1/concepts/{slug}/hide', { params, body })
  }
}
