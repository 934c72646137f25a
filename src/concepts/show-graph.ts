import type { ConceptGraph, ConceptStore } from '../catalog/concept-store.js'
import type { Concept } from '../domain/concept.js'
import { findConcept, summarizeConcept } from './find-concept.js'

type GraphCatalog = Pick<ConceptStore, 'readConceptGraph' | 'findConcept' | 'findConceptSummaries'>

/**
 * The best concepts, or one and those that it is related to, nearest first, with what relates all of them.
 * @param around slug of a concept, or a former one @throws CONCEPT_NOT_FOUND
 */
export async function showGraph(
  { limit, around }: { limit: number; around?: string },
  catalog: GraphCatalog,
): Promise<ConceptGraph> {
  if (around === undefined) return catalog.readConceptGraph(limit)
  const centre = await findConcept(around, catalog)
  const ring = await catalog.findConceptSummaries(
    centre.related.slice(0, limit - 1).map((related) => related.slug),
  )
  const neighbours = await Promise.all(ring.map((summary) => catalog.findConcept(summary.slug)))
  const concepts = [centre, ...neighbours.filter((concept) => concept !== null)]
  return { nodes: [summarizeConcept(centre), ...ring], edges: joinConcepts(concepts) }
}

/** An edge once, however many of its ends name it, as the end that is nearer to the centre says it. */
function joinConcepts(concepts: readonly Concept[]): ConceptGraph['edges'] {
  const slugs = new Set(concepts.map(({ slug }) => slug))
  const edges = new Map<string, ConceptGraph['edges'][number]>()
  for (const { slug: from, related } of concepts)
    for (const { slug: to, score, passages, reason } of related) {
      if (!slugs.has(to) || edges.has(`${to} ${from}`)) continue
      edges.set(`${from} ${to}`, { from, to, score, passages, reason })
    }
  return [...edges.values()]
}
