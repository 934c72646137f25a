import type { ConceptStore } from '../catalog/concept-store.js'
import { findConcept } from './find-concept.js'
import { loadPlaces, type ConceptPlace, type PlaceCatalog } from './load-places.js'

export interface ShownMention extends ConceptPlace {
  /** 0 to 1: how much it says what the concept is. */
  strength: number
}

/**
 * The sentence that names the concept, for each passage that does; by date of the document, then by place. A page may be
 * shorter than its limit when passages were replaced meanwhile. @throws CONCEPT_NOT_FOUND
 */
export async function listMentions(
  slug: string,
  filter: { documentId?: string },
  page: { limit: number; cursor: string | null },
  catalog: PlaceCatalog & Pick<ConceptStore, 'findConcept' | 'listMentionsOfConcept'>,
): Promise<{ mentions: ShownMention[]; next: string | null }> {
  const concept = await findConcept(slug, catalog)
  const { mentions, next } = await catalog.listMentionsOfConcept(concept.slug, filter, page)
  const wanted = {
    passageIds: mentions.map(({ passageId }) => passageId),
    documentIds: mentions.map(({ documentId }) => documentId),
  }
  const places = await loadPlaces(wanted, catalog)
  return {
    mentions: mentions.flatMap((mention) =>
      places.describeMention(mention).map((place) => ({ ...place, strength: mention.strength })),
    ),
    next,
  }
}
