import type { Document, DocumentPatch, PassageList, RelatedHits, SimilarHits } from '../../client/index.js'
import { cuepoint } from './api.js'

/** What the page of a document asks for beside the document, as in api.ts. */

export const listPassages = (id: string, signal: AbortSignal): Promise<PassageList> =>
  cuepoint.get('/api/v1/documents/{id}/passages', { params: { path: { id } }, signal })

export const readSimilar = (id: string, k: number, signal: AbortSignal): Promise<SimilarHits> =>
  cuepoint.get('/api/v1/passages/{id}/similar', { params: { path: { id }, query: { k } }, signal })

export const readRelated = (id: string, k: number, signal: AbortSignal): Promise<RelatedHits> =>
  cuepoint.get('/api/v1/documents/{id}/related', { params: { path: { id }, query: { k } }, signal })

/** Answers with the document as it is from now on. */
export const correctDocument = (id: string, body: DocumentPatch): Promise<Document> =>
  cuepoint.patch('/api/v1/documents/{id}', { params: { path: { id } }, body })
