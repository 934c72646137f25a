import type { Catalog } from '../catalog/catalog.js'
import type { ConceptInDocument, ConceptStore, ConceptSummary } from '../catalog/concept-store.js'
import { rankTopics, weighMention } from '../concepts/document-concepts.js'
import { explains } from '../concepts/explains.js'
import type { ConceptName } from '../concepts/find-query-concepts.js'
import type { ConceptMention } from '../domain/concept.js'
import type { EmbeddedPassage, Finding } from './rank-related.js'

/** Documents that share concepts with one: related to it however differently they put it. */

export interface SharedConcepts {
  /** The place of another document that says most about a shared concept, for each concept that counts. */
  findings: Finding[]
  /** Document id → what it shares, the most telling first. */
  ofDocument: ReadonlyMap<string, ConceptName[]>
}

/** Concepts of the document that others are looked for by. */
const maxTopics = 8
/** A concept that more documents mention tells little, and would cost a row for each of them. */
const maxDocuments = 100
/** From it on a passage is about a concept, not merely naming it. */
const minFocus = 0.5
/** A document shares no more than counts. */
const maxShared = 5
/**
 * What the most telling concept is worth where both documents explain it, in the nearness of `Finding`: about what a passage gains
 * that is clearly nearer than the last one found. Chosen, not measured.
 */
const sharedNearness = 0.05

interface SharedTopic {
  summary: ConceptSummary
  /** Of the document asked about. */
  best: ConceptMention
  /** How telling it is for that document; the most telling one has 1. */
  share: number
}

/**
 * A concept counts for a document that explains it or has a passage about it, in the document asked about and in the
 * other one; half unless both explain it, and each by how telling it is for the document asked about. Nothing without
 * concepts. Cost: at most eight reads of 100 documents.
 */
export async function findSharedConcepts(
  documentId: string,
  own: readonly EmbeddedPassage[],
  catalog: Pick<
    Catalog & ConceptStore,
    'listMentionsOfDocument' | 'findConceptSummaries' | 'listDocumentsOfConcept' | 'locatePassages'
  >,
): Promise<SharedConcepts> {
  const topics = await chooseTopics(await catalog.listMentionsOfDocument(documentId), catalog)
  const documents = await Promise.all(
    topics.map(({ summary }) => catalog.listDocumentsOfConcept(summary.slug)),
  )
  const sharing = topics
    .flatMap((topic, at) => (documents[at] ?? []).map((inDocument) => ({ topic, inDocument })))
    .filter(({ inDocument }) => inDocument.document.id !== documentId && isAbout(inDocument.best))
    .map((each) => ({ ...each, nearness: measureNearness(each.topic, each.inDocument) }))
    .sort((a, b) => b.nearness - a.nearness)
  const sharedBy = new Map<string, typeof sharing>()
  for (const each of sharing) {
    const shared = sharedBy.get(each.inDocument.document.id) ?? []
    if (shared.length < maxShared) shared.push(each)
    sharedBy.set(each.inDocument.document.id, shared)
  }
  const kept = [...sharedBy.values()].flat()
  const places = await catalog.locatePassages(kept.map(({ inDocument }) => inDocument.best.passageId))
  const placeOf = new Map(places.map((place) => [place.passageId, place]))
  const ownPositions = new Map(own.map(({ passage }, at) => [passage.id, at]))
  return {
    findings: kept.flatMap(({ topic, inDocument, nearness }) => {
      const place = placeOf.get(inDocument.best.passageId)
      return place ? [{ place, nearness, probe: ownPositions.get(topic.best.passageId) ?? null }] : []
    }),
    ofDocument: new Map(
      [...sharedBy].map(([id, shared]) => [
        id,
        shared.map(({ topic: { summary } }) => ({ slug: summary.slug, name: summary.name })),
      ]),
    ),
  }
}

async function chooseTopics(
  mentions: readonly ConceptMention[],
  catalog: Pick<ConceptStore, 'findConceptSummaries'>,
): Promise<SharedTopic[]> {
  const topics = (await rankTopics(mentions.filter(isAbout), catalog))
    .filter(({ summary: { documentCount } }) => documentCount >= 2 && documentCount <= maxDocuments)
    .slice(0, maxTopics)
  return topics.map(({ summary, weight, mentions: own }) => ({
    summary,
    best: own.reduce((a, b) => (weighMention(b) > weighMention(a) ? b : a)),
    share: weight / (topics[0]?.weight ?? 1),
  }))
}

const isAbout = (mention: ConceptMention): boolean => explains(mention) || mention.focus >= minFocus

const measureNearness = ({ best, share }: SharedTopic, other: ConceptInDocument): number =>
  sharedNearness * share * (explains(best) && explains(other.best) ? 1 : 0.5)
