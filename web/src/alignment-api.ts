import type { Alignment, Document, DocumentSummary } from '../../client/index.js'
import { ApiError, cuepoint } from './api.js'
import { Kept } from './hooks/use-loaded.js'

/** What of a post is said where in a recording, as in api.ts; `silent` when nothing that is said is known. */
export type FoundAlignment = Alignment | 'silent'

export const keptAlignments = new Kept<FoundAlignment | null>()

export async function readAlignment(
  id: string,
  otherId: string,
  signal: AbortSignal,
): Promise<FoundAlignment> {
  const params = { path: { id }, query: { with: otherId } }
  try {
    return await cuepoint.get('/api/v1/documents/{id}/alignment', { params, signal })
  } catch (error) {
    if (error instanceof ApiError && error.code === 'TRANSCRIPT_MISSING') return 'silent'
    throw error
  }
}

export const alignedChaptersUrl = (id: string, otherId: string): string =>
  `/api/v1/documents/${encodeURIComponent(id)}/alignment.chapters.json?with=${encodeURIComponent(otherId)}`

/** What can be aligned with a document: recordings with a post, posts with a recording; nearest in date first. */
export function listPartners(document: Document): DocumentSummary[] {
  const isPost = document.kind === 'post'
  const daysFrom = ({ publishedAt }: DocumentSummary): number =>
    publishedAt === null || document.publishedAt === null
      ? Infinity
      : Math.abs(Date.parse(publishedAt) - Date.parse(document.publishedAt))
  return document.companions
    .filter(({ kind }) => (kind === 'post') !== isPost)
    .sort((a, b) => (daysFrom(a) === daysFrom(b) ? 0 : daysFrom(a) - daysFrom(b)))
}
