import type {
  ConceptListResponse,
  ConceptResponse,
  DocumentConceptsResponse,
  GraphResponse,
  MentionsResponse,
} from '../../../src/api/schemas/concept.js'
import { Kept } from '../hooks/use-loaded.js'
import type { Pages } from '../hooks/use-pages.js'

/** Answers about concepts, kept over page changes so that Back shows them at once. */

export const keptConcepts = new Kept<ConceptResponse>()
export const keptLists = new Kept<Pages<ConceptListResponse['concepts'][number]>>()
export const keptGraphs = new Kept<GraphResponse>()
export const keptMentions = new Kept<Pages<MentionsResponse['mentions'][number]>>()
export const keptOfDocuments = new Kept<DocumentConceptsResponse>()

export const keyOfConcept = (slug: string): string => `concept:${slug}`

/** After a pull, or an edit of names, all of them may be others. */
export function forgetConcepts(): void {
  for (const kept of [keptConcepts, keptLists, keptGraphs, keptMentions, keptOfDocuments]) kept.clear()
}
