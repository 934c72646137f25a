import type { DocumentSummary } from '../catalog/catalog.js'
import type { ConceptStore, TimelineEntry } from '../catalog/concept-store.js'
import type { ConceptMention } from '../domain/concept.js'
import type { DocumentKind } from '../domain/document.js'
import { nextPosition, readPosition } from '../position-cursor.js'
import { findConcept } from './find-concept.js'
import { loadPlaces, type ConceptPlace, type PlaceCatalog } from './load-places.js'

/** The documents that mention a concept, page by page: where each does so first, and where it says most. */

export interface ConceptDocument {
  document: DocumentSummary
  /** Passages of it that mention the concept. */
  passages: number
  first: MentionPlace
  best: MentionPlace & { strength: number }
}

/** Of the sentence that names the concept. */
type MentionPlace = Pick<ConceptPlace, 'passageId' | 'startMs' | 'jumpMs' | 'anchor'>

export interface ConceptDocumentFilter {
  kind?: DocumentKind
  documentId?: string
}

/** `best`: those that say most of what it is first, then those that mention it most; `date`: undated first. */
export type ConceptDocumentOrder = 'best' | 'date'

/**
 * @param page cursor: the `next` of the page before; a page may be shorter than its limit when documents were removed or
 * changed meanwhile
 * @throws CONCEPT_NOT_FOUND; QUERY_INVALID for a cursor of none of ours
 */
export async function listConceptDocuments(
  slug: string,
  { kind, documentId, order }: ConceptDocumentFilter & { order: ConceptDocumentOrder },
  { limit, cursor }: { limit: number; cursor: string | null },
  catalog: PlaceCatalog & Pick<ConceptStore, 'findConcept' | 'readTimeline' | 'findDocumentsOfConcept'>,
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
  const found = await catalog.findDocumentsOfConcept(concept.slug, ids)
  const passageIds = found.flatMap(({ first, best }) => [first.passageId, best.passageId])
  const places = await loadPlaces({ passageIds, documentIds: ids }, catalog)
  const describe = (mention: ConceptMention): MentionPlace[] =>
    places
      .describeMention(mention)
      .map(({ passageId, startMs, jumpMs, anchor }) => ({ passageId, startMs, jumpMs, anchor }))
  const documents = found.flatMap(({ document, passages, first, best }): ConceptDocument[] => {
    const [[firstPlace], [bestPlace]] = [describe(first), describe(best)]
    if (!firstPlace || !bestPlace) return []
    return [{ document, passages, first: firstPlace, best: { ...bestPlace, strength: best.strength } }]
  })
  return { documents, total: listed.length, next: nextPosition(from, limit, listed.length) }
}

const byExplanation = (a: TimelineEntry, b: TimelineEntry): number =>
  b.strength - a.strength || b.passages - a.passages
