import type { Catalog, DocumentSummary } from '../../catalog/catalog.js'
import type { Document } from '../../domain/document.js'
import { AppError } from '../../errors.js'

/** A post and a recording that it accompanies. */
export interface Pair {
  post: DocumentSummary
  recording: DocumentSummary
  /** What else belongs to the document that was asked for, nearest in date first. */
  others: DocumentSummary[]
}

/**
 * The pair of a document and another one, or the companion that was published nearest to it in time.
 * @throws DOCUMENT_NOT_FOUND, COMPANION_MISSING, ALIGNMENT_INVALID when it is not one post and one recording
 */
export async function findPair(
  id: string,
  otherId: string | null,
  catalog: Pick<Catalog, 'findSummaries' | 'findCompanions'>,
): Promise<Pair> {
  const document = await findSummary(id, catalog)
  const companions = (await catalog.findCompanions(id)).sort(
    (a, b) => daysBetween(a, document) - daysBetween(b, document),
  )
  const other = otherId === null ? companions[0] : await findSummary(otherId, catalog)
  if (!other)
    throw new AppError(
      'COMPANION_MISSING',
      `${describe(document)} has no ${document.kind === 'post' ? 'recording' : 'post'} that belongs to it: name one with \`with\`, or link the two.`,
    )
  const [post, recording] = document.kind === 'post' ? [document, other] : [other, document]
  if (post.kind !== 'post' || recording.kind === 'post')
    throw new AppError(
      'ALIGNMENT_INVALID',
      `${describe(document)} and ${describe(other)} cannot be aligned: one must be a post, the other a recording.`,
    )
  return { post, recording, others: companions.filter((companion) => companion.id !== other.id) }
}

async function findSummary(id: string, catalog: Pick<Catalog, 'findSummaries'>): Promise<DocumentSummary> {
  const [summary] = await catalog.findSummaries([id])
  if (summary) return summary
  throw new AppError('DOCUMENT_NOT_FOUND', `There is no document ${id} in this library.`)
}

const describe = ({ kind, title }: Pick<Document, 'kind' | 'title'>): string =>
  `The ${kind} ${JSON.stringify(title)}`

/** Undated ones are furthest. */
function daysBetween(a: DocumentSummary, b: DocumentSummary): number {
  if (a.publishedAt === null || b.publishedAt === null) return Number.MAX_SAFE_INTEGER
  return Math.abs(Date.parse(a.publishedAt) - Date.parse(b.publishedAt))
}
