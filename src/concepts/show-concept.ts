import type { Catalog, DocumentSummary } from '../catalog/catalog.js'
import type { ConceptStore, ConceptSummary, TimelineEntry } from '../catalog/concept-store.js'
import type {
  Concept,
  ConceptLink,
  ConceptMention,
  ConceptStatement,
  RelatedConcept,
} from '../domain/concept.js'
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
  /** In the earliest document that has a date, else in any. */
  firstMention: ConceptPlace | null
  related: (Omit<RelatedConcept, 'example'> & { summary: ConceptSummary; example: ConceptPlace | null })[]
  prerequisites: { summary: ConceptSummary; support: number; evidence: ConceptPlace[] }[]
  /** By date, undated first. */
  timeline: TimelineEntry[]
  links: (ConceptLink & { document: DocumentSummary })[]
}

export type ShowCatalog = PlaceCatalog &
  Pick<
    Catalog & ConceptStore,
    'findConcept' | 'findConceptSummaries' | 'readTimeline' | 'listMentionsOfConcept'
  >

/**
 * A concept by its slug or a former one; a hidden one too. Hidden concepts are none of its related ones, and what lies in
 * documents that were removed meanwhile is left out. @throws CONCEPT_NOT_FOUND
 */
export async function showConcept(slug: string, catalog: ShowCatalog): Promise<ShownConcept> {
  const concept = await findConcept(slug, catalog)
  const [others, { timeline, firstMention }] = await Promise.all([
    catalog.findConceptSummaries([...concept.related, ...concept.prerequisites].map((other) => other.slug)),
    readMentions(concept.slug, catalog),
  ])
  const places = await loadPlaces(listWanted(concept, firstMention), catalog)
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
    firstMention: (firstMention && places.describeMention(firstMention)[0]) ?? null,
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
    timeline,
    links: concept.links.flatMap((link) => {
      const document = places.findDocument(link.documentId)
      return document ? [{ ...link, document }] : []
    }),
  }
}

async function readMentions(
  slug: string,
  catalog: Pick<ConceptStore, 'readTimeline' | 'listMentionsOfConcept'>,
): Promise<{ timeline: TimelineEntry[]; firstMention: ConceptMention | null }> {
  const timeline = await catalog.readTimeline(slug)
  const earliest = timeline.find(({ publishedAt }) => publishedAt !== null) ?? timeline[0]
  if (!earliest) return { timeline, firstMention: null }
  const { documentId } = earliest
  const { mentions } = await catalog.listMentionsOfConcept(slug, { documentId }, { limit: 1, cursor: null })
  return { timeline, firstMention: mentions[0] ?? null }
}

function listWanted(concept: Concept, firstMention: ConceptMention | null) {
  const { definitions, analogies, first, best, related, prerequisites, links } = concept
  const shown = [...definitions, ...analogies, first, best, firstMention]
  const examples = [
    ...related.map(({ example }) => example),
    ...prerequisites.flatMap(({ evidence }) => evidence),
  ]
  const inPassages = [...shown, ...examples].filter((place) => place !== null)
  return {
    passageIds: inPassages.map(({ passageId }) => passageId),
    documentIds: [...inPassages, ...links].map(({ documentId }) => documentId),
  }
}
