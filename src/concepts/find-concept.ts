import type { ConceptStore, ConceptSummary } from '../catalog/concept-store.js'
import type { Concept } from '../domain/concept.js'
import { AppError } from '../errors.js'

/** The concept of a slug that may be one of its former ones; hidden ones too. @throws CONCEPT_NOT_FOUND */
export async function findConcept(
  slug: string,
  catalog: Pick<ConceptStore, 'findConcept'>,
): Promise<Concept> {
  const concept = await catalog.findConcept(slug)
  if (concept) return concept
  throw new AppError(
    'CONCEPT_NOT_FOUND',
    `There is no concept ${JSON.stringify(slug)} in this library: look for its name with GET /api/v1/concepts?q=.`,
  )
}

export const summarizeConcept = ({ definitions, ...concept }: Concept): ConceptSummary => ({
  slug: concept.slug,
  name: concept.name,
  aliases: concept.aliases,
  score: concept.score,
  hidden: concept.hidden,
  mentionCount: concept.mentionCount,
  documentCount: concept.documentCount,
  definition: definitions[0]?.text ?? null,
})
