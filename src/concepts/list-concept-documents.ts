import type { Catalog, DocumentSummary } from '../catalog/catalog.js'
import type { ConceptStore, TimelineEntry } from '../catalog/concept-store.js'
import { correctTime, noCorrections } from '../domain/corrections.js'
import type { DocumentKind } from '../domain/document.js'
import { nextPosition, readPosition } from '../position-cursor.js'
import { findConcept } from './find-concept.js'

/** The documents that mention a concept, page by page: where each does so first, and where it says most. */

export interface ConceptDocument {
  document: DocumentSummary
  /** Passages of it that mention the concept. */
  passages: number
  /** Times are corrected; null without times. */
  first: { passageId: string; startMs: number | null }
  best: { passageId: string; startMs: number | null; strength: number }
}

export interface ConceptDocumentFilter {
  kind?: DocumentKind
  documentId?: string
}

/** `best`: those that say most of what it is first, then those that mention it most; `date`: undated first. */
export type ConceptDocumentOrder = 'best' | 'date'

/**
 * @param page cursor: the `next` of the page before; a page may be shorter than its limit when documents were removed
 * meanwhile
 * @throws CONCEPT_NOT_FOUND; QUERY_INVALID for a cursor of none of ours
 */
export async function listConceptDocuments(
  slug: string,
  { kind, documentId, order }: ConceptDocumentFilter & { order: ConceptDocumentOrder },
  { limit, cursor }: { limit: number; cursor: string | null },
  catalog: Pick<
    Catalog & ConceptStore,
    'findConcept' | 'readTimeline' | 'findDocumentsOfConcept' | 'findCorrections'
  >,
): Promise<{ documents: ConceptDocument[]; total: number; next: string | null }> {
  const from = readPosition(cursor)
  const concept = await findConcept(slug, catalog)
  const timeline = await catalog.readTimeline(concept.slug)
  const listed = timeline.filter(
    (entry) =>
      (kind === undefined || entry.kind === kind) &&
      (documentId === undefined || entry.documentId === documentId),
  )
  if (order === 'best') listed.sort(byExplanation)
  const ids = listed.slice(from, from + limit).map((entry) => entry.documentId)
  const [found, corrections] = await Promise.all([
    catalog.findDocumentsOfConcept(concept.slug, ids),
    catalog.findCorrections(ids),
  ])
  const documents = found.map(({ document, passages, first, best }): ConceptDocument => {
    const correct = (ms: number | null) => correctTime(ms, corrections.get(document.id) ?? noCorrections)
    return {
      document,
      passages,
      first: { passageId: first.passageId, startMs: correct(first.startMs) },
      best: { passageId: best.passageId, startMs: correct(best.startMs), strength: best.strength },
    }
  })
  return { documents, total: listed.length, next: nextPosition(from, limit, listed.length) }
}

const byExplanation = (a: TimelineEntry, b: TimelineEntry): number =>
  b.strength - a.strength || b.passages - a.passages
