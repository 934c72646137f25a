import type {
  ConceptListResponse,
  ConceptResponse,
  DocumentConceptsResponse,
  GraphResponse,
  MentionsResponse,
} from '../../src/api/schemas/concept.js'
import { post, request } from './api.js'
import type { ConceptListState } from './concepts/concept-paths.js'

/** The server's answers about concepts, typed as in api.ts. */

export const listConcepts = (
  { q, hidden }: ConceptListState,
  page: { limit: number; cursor: string | null },
  signal: AbortSignal,
): Promise<ConceptListResponse> =>
  request(
    `/concepts?${toQuery({ q: q.trim() || null, hidden: hidden ? 'true' : null, limit: page.limit, cursor: page.cursor })}`,
    { signal },
  )

export const readConcept = (slug: string, signal: AbortSignal): Promise<ConceptResponse> =>
  request(`/concepts/${encodeURIComponent(slug)}`, { signal })

export const listMentions = (
  slug: string,
  documentId: string,
  page: { limit: number; cursor: string | null },
  signal: AbortSignal,
): Promise<MentionsResponse> =>
  request(`/concepts/${encodeURIComponent(slug)}/mentions?${toQuery({ document: documentId, ...page })}`, {
    signal,
  })

export const readGraph = (
  { limit, around }: { limit: number; around: string | null },
  signal: AbortSignal,
): Promise<GraphResponse> => request(`/concepts/graph?${toQuery({ limit, around })}`, { signal })

export const readDocumentConcepts = (
  documentId: string,
  signal: AbortSignal,
): Promise<DocumentConceptsResponse> =>
  request(`/documents/${encodeURIComponent(documentId)}/concepts`, { signal })

/** What a user may decide about a concept's names. */
export type NameEdit =
  | { action: 'rename'; body: { name: string } }
  | { action: 'merge'; body: { into: string } }
  | { action: 'split'; body: { alias: string } }
  | { action: 'hide'; body: { hidden: boolean } }

/** Answers with the concept that it left, or that stays after a merge. */
export const editConcept = (slug: string, { action, body }: NameEdit): Promise<ConceptResponse> =>
  post(`/concepts/${encodeURIComponent(slug)}/${action}`, body)

function toQuery(values: Record<string, string | number | null>): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value !== null) params.set(name, String(value))
  return params
}
