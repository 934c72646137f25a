import type { Catalog } from '../catalog/catalog.js'
import type { ConceptStore, ConceptSummary } from '../catalog/concept-store.js'
import type { ConceptMention, PersonMention } from '../domain/concept.js'
import { correctTime, noCorrections } from '../domain/corrections.js'
import { AppError } from '../errors.js'
import { explains } from './explains.js'

/** What one document is about, and who is in it. */

export interface DocumentConcepts {
  documentId: string
  /** Those that it is most about first. */
  concepts: {
    summary: ConceptSummary
    /** The document says what it is. */
    explained: boolean
    /** In the order of the document. */
    places: { passageId: string; startMs: number | null }[]
  }[]
  people: PersonMention[]
}

/** @throws DOCUMENT_NOT_FOUND */
export async function listDocumentConcepts(
  documentId: string,
  catalog: Pick<
    Catalog & ConceptStore,
    | 'findSummaries'
    | 'findCorrections'
    | 'listMentionsOfDocument'
    | 'listPeopleOfDocument'
    | 'findConceptSummaries'
  >,
): Promise<DocumentConcepts> {
  const [[document], mentions, people, corrections] = await Promise.all([
    catalog.findSummaries([documentId]),
    catalog.listMentionsOfDocument(documentId),
    catalog.listPeopleOfDocument(documentId),
    catalog.findCorrections([documentId]),
  ])
  if (!document)
    throw new AppError('DOCUMENT_NOT_FOUND', `There is no document ${documentId} in this library.`)
  const topics = await rankTopics(mentions, catalog)
  const ownCorrections = corrections.get(documentId) ?? noCorrections
  return {
    documentId,
    concepts: topics.map(({ summary, mentions: own }) => ({
      summary,
      explained: own.some(explains),
      places: own.map(({ passageId, startMs }) => ({
        passageId,
        startMs: correctTime(startMs, ownCorrections),
      })),
    })),
    people,
  }
}

/** A concept of one document. */
export interface Topic {
  summary: ConceptSummary
  /**
   * How telling it is for what the document is about: √(Σ over its mentions of focus × (1 + strength) × score of the
   * concept) / log2(1 + documents that mention it). What is said ten times tells less than ten times as much, and
   * what every document says tells little. Chosen by reading the first topics of newsletters, episodes and posts.
   */
  weight: number
  /** In the order given. */
  mentions: ConceptMention[]
}

/** By weight, ties by slug; hidden concepts are left out. @param mentions of one document */
export async function rankTopics(
  mentions: readonly ConceptMention[],
  catalog: Pick<ConceptStore, 'findConceptSummaries'>,
): Promise<Topic[]> {
  const mentionsOf = new Map<string, ConceptMention[]>()
  for (const mention of mentions)
    mentionsOf.set(mention.slug, [...(mentionsOf.get(mention.slug) ?? []), mention])
  const summaries = await catalog.findConceptSummaries([...mentionsOf.keys()])
  return summaries
    .map((summary) => {
      const own = mentionsOf.get(summary.slug) ?? []
      const amount = own.reduce((sum, mention) => sum + weighMention(mention), 0)
      const rarity = 1 / Math.log2(1 + Math.max(1, summary.documentCount))
      return { summary, weight: Math.sqrt(amount * summary.score) * rarity, mentions: own }
    })
    .sort((a, b) => b.weight - a.weight || (a.summary.slug < b.summary.slug ? -1 : 1))
}

/** How much a passage is about a concept, twice as much where it says what it is: 0 to 2. */
export const weighMention = ({ focus, strength }: Pick<ConceptMention, 'focus' | 'strength'>): number =>
  focus * (1 + strength)
