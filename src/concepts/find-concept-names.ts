import type { ConceptStore } from '../catalog/concept-store.js'
import { conceptKey } from './concept-key.js'

/** What the library calls what a text names, and the best of what it says of it. */
export interface NamedConcept {
  names: string[]
  definition: string | null
}

/** Null where the text as a whole is no name of a concept. */
export async function findConceptNames(
  text: string,
  catalog: Pick<ConceptStore, 'findConceptsByKey' | 'findConceptSummaries'>,
): Promise<NamedConcept | null> {
  const slugOf = await catalog.findConceptsByKey([conceptKey(text)])
  const [concept] = await catalog.findConceptSummaries([...slugOf.values()])
  return concept ? { names: [concept.name, ...concept.aliases], definition: concept.definition } : null
}
