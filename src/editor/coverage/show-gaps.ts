import type { Catalog } from '../../catalog/catalog.js'
import type { ConceptInDocument } from '../../catalog/concept-store.js'
import type { ConceptPresence } from '../../catalog/coverage-store.js'
import { explains } from '../../concepts/explains.js'
import { loadPlaces, type ConceptPlace } from '../../concepts/load-places.js'
import type { ConceptMention } from '../../domain/concept.js'

/** Concepts of the gaps as an editor needs them: with a moment to begin at. */

export interface CoveredConcept extends ConceptPresence {
  /** Where it is explained, or else what is most about it; null when that was replaced meanwhile. */
  moment: ConceptPlace | null
}

export interface LongAgoConcept extends ConceptPresence {
  /** The first explanation and the last. */
  first: ConceptPlace | null
  last: ConceptPlace | null
}

/** In their order. Cost: a statement for each. */
export async function describeConcepts(
  concepts: readonly ConceptPresence[],
  catalog: Catalog,
): Promise<CoveredConcept[]> {
  const documents = await Promise.all(concepts.map(({ slug }) => catalog.listDocumentsOfConcept(slug)))
  const bests = documents.map(findMostTelling)
  const describe = await describer(
    bests.filter((best) => best !== null),
    catalog,
  )
  return concepts.map((concept, at) => ({ ...concept, moment: describe(bests[at] ?? null) }))
}

export async function describeLongAgo(
  concepts: readonly ConceptPresence[],
  catalog: Catalog,
): Promise<LongAgoConcept[]> {
  const documents = await Promise.all(concepts.map(({ slug }) => catalog.listDocumentsOfConcept(slug)))
  // By date, undated first.
  const explaining = documents.map((each) =>
    each.filter(({ document, best }) => document.publishedAt !== null && explains(best)),
  )
  const ends = explaining.map((each) => [each[0]?.best ?? null, each.at(-1)?.best ?? null] as const)
  const describe = await describer(
    ends.flat().filter((best) => best !== null),
    catalog,
  )
  return concepts.map((concept, at) => {
    const [first, last] = ends[at] ?? [null, null]
    return { ...concept, first: describe(first), last: describe(last) }
  })
}

function findMostTelling(documents: readonly ConceptInDocument[]): ConceptMention | null {
  const [best] = documents
    .map(({ best: mention }) => mention)
    .sort((a, b) => Number(explains(b)) - Number(explains(a)) || b.focus - a.focus || b.count - a.count)
  return best ?? null
}

async function describer(
  mentions: readonly ConceptMention[],
  catalog: Catalog,
): Promise<(mention: ConceptMention | null) => ConceptPlace | null> {
  const places = await loadPlaces(
    {
      passageIds: mentions.map(({ passageId }) => passageId),
      documentIds: mentions.map(({ documentId }) => documentId),
    },
    catalog,
  )
  return (mention) => (mention && places.describeMention(mention)[0]) ?? null
}
