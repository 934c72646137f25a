import type {
  Concept,
  ConceptDocuments,
  ConceptGraph,
  ConceptList,
  DocumentConcepts,
  MentionList,
} from '../../../client/index.js'
import { Kept } from '../hooks/use-loaded.js'
import type { Pages } from '../hooks/use-pages.js'

type ConceptDocument = ConceptDocuments['documents'][number]

/** Answers about concepts, kept over page changes so that Back shows them at once. */

export const keptConcepts = new Kept<Concept>()
export const keptLists = new Kept<Pages<ConceptList['concepts'][number]>>()
export const keptGraphs = new Kept<ConceptGraph>()
export const keptConceptDocuments = new Kept<Pages<ConceptDocument>>()
export const keptChosen = new Kept<ConceptDocument | null>()
export const keptMentions = new Kept<Pages<MentionList['mentions'][number]>>()
export const keptOfDocuments = new Kept<DocumentConcepts>()

export const keyOfConcept = (slug: string): string => `concept:${slug}`
