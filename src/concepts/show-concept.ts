import type { Catalog, DocumentSummary } from '../catalog/catalog.js'
import type { ConceptInDocument, ConceptStore, ConceptSummary } from '../catalog/concept-store.js'
import type { Concept, ConceptLink, ConceptStatement, RelatedConcept } from '../domain/concept.js'
import { conceptKey } from './concept-key.js'
import { findConcept, summarizeConcept } from './find-concept.js'
import { loadPlaces, type ConceptPlace, type PlaceCatalog } from './load-places.js'
import { findSentencesNamingBoth } from './name-in-text.js'

/** Everything that the library knows about one idea, with where it is said. */

export interface ShownConcept {
  summary: ConceptSummary
  origins: Concept['origins']
  definitions: ConceptPlace[]
  analogies: ConceptPlace[]
  first: ConceptPlace | null
  best: ConceptPlace | null
  related: (Omit<RelatedConcept, 'example'> & { summary: ConceptSummary; example: ConceptPlace | null })[]
  prerequisites: { summary: ConceptSummary; support: number; evidence: ConceptPlace[] }[]
  /** By date, undated first. */
  timeline: TimelineEntry[]
  links: (ConceptLink & { document: DocumentSummary })[]
}

export interface TimelineEntry {
  document: DocumentSummary
  passages: number
  first: { passageId: string; startMs: number | null }
  best: { passageId: string; startMs: number | null; strength: number }
}

export type ShowCatalog = PlaceCatalog &
  Pick<Catalog & ConceptStore, 'findConcept' | 'findConceptSummaries' | 'listDocumentsOfConcept'>

/**
 * A concept by its slug or a former one; a hidden one too. Hidden concepts are none of its related ones, and what lies in
 * documents that were removed meanwhile is left out. @throws CONCEPT_NOT_FOUND
 */
export async function showConcept(slug: string, catalog: ShowCatalog): Promise<ShownConcept> {
  const concept = await findConcept(slug, catalog)
  const [mentioning, others] = await Promise.all([
    catalog.listDocumentsOfConcept(concept.slug),
    catalog.findConceptSummaries([...concept.related, ...concept.prerequisites].map((other) => other.slug)),
  ])
  const places = await loadPlaces(listWanted(concept, mentioning), catalog)
  const describeAll = (statements: readonly ConceptStatement[]) =>
    statements.flatMap((statement) => places.describeStatement(statement))
  const describeOne = (statement: ConceptStatement | null) =>
    describeAll(statement ? [statement] : [])[0] ?? null
  const summaryOf = new Map(others.map((summary) => [summary.slug, summary]))
  const describePair = (passageId: string, other: ConceptSummary) =>
    places.describeSentences(passageId, (passage) =>
      findSentencesNamingBoth(passage, concept.keys, [other.name, ...other.aliases].map(conceptKey)),
    )
  return {
    summary: summarizeConcept(concept),
    origins: concept.origins,
    definitions: describeAll(concept.definitions),
    analogies: describeAll(concept.analogies),
    first: describeOne(concept.first),
    best: describeOne(concept.best),
    related: concept.related.flatMap(({ example, ...related }) => {
      const summary = summaryOf.get(related.slug)
      if (!summary) return []
      const shown = example ? describePair(example.passageId, summary) : []
      return [{ ...related, summary, example: shown[0] ?? null }]
    }),
    prerequisites: concept.prerequisites.flatMap(({ slug: other, support, evidence }) => {
      const summary = summaryOf.get(other)
      if (!summary) return []
      const shown = evidence.flatMap(({ passageId }) => describePair(passageId, summary))
      return [{ summary, support, evidence: shown }]
    }),
    timeline: mentioning.map(({ document, passages, first, best }) => ({
      document,
      passages,
      first: { passageId: first.passageId, startMs: places.correct(first.startMs, document.id) },
      best: {
        passageId: best.passageId,
        startMs: places.correct(best.startMs, document.id),
        strength: best.strength,
      },
    })),
    links: concept.links.flatMap((link) => {
      const document = places.findDocument(link.documentId)
      return document ? [{ ...link, document }] : []
    }),
  }
}

function listWanted(concept: Concept, mentioning: readonly ConceptInDocument[]) {
  const { definitions, analogies, first, best, related, prerequisites, links } = concept
  const statements = [...definitions, ...analogies, first, best]
  const examples = [
    ...related.map(({ example }) => example),
    ...prerequisites.flatMap(({ evidence }) => evidence),
  ]
  const inPassages = [...statements, ...examples].filter((place) => place !== null)
  return {
    passageIds: inPassages.map(({ passageId }) => passageId),
    documentIds: [...inPassages, ...links].map(({ documentId }) => documentId),
    known: mentioning.map(({ document }) => document),
  }
}
