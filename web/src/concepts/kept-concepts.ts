import type {
  Concept,
  ConceptGraph,
  ConceptList,
  DocumentConcepts,
  MentionList,
} from '../../../client/index.js'
import { Kept } from '../hooks/use-loaded.js'
import type { Pages } from '../hooks/use-pages.js'

/** Answers about concepts, kept over page changes so that Back shows them at once. */

export const keptConcepts = new Kept<Concept>()
export const keptLists = new Kept<Pages<ConceptList['concepts'][number]>>()
export const keptGraphs = new Kept<ConceptGraph>()
export const keptMentions = new Kept<Pages<MentionList['mentions'][number]>>()
export const keptOfDocuments = new Kept<DocumentConcepts>()

export const keyOfConcept = (slug: string): string => `concept:${slug}`
