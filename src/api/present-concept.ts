import type { ConceptGraph, ConceptSummary } from '../catalog/concept-store.js'
import type { DocumentConcepts } from '../concepts/document-concepts.js'
import type { ConceptDocument } from '../concepts/list-concept-documents.js'
import type { ShownMention } from '../concepts/list-mentions.js'
import type { ConceptPlace } from '../concepts/load-places.js'
import type { ShownConcept } from '../concepts/show-concept.js'
import type { RelationReason } from '../domain/concept.js'
import { presentSummary } from './present-document.js'
import type {
  ConceptDocumentsResponse,
  ConceptPlaceResponse,
  ConceptResponse,
  ConceptSummaryResponse,
  DocumentConceptsResponse,
  GraphResponse,
  MentionsResponse,
} from './schemas/concept.js'

/** Concepts as the API shows them. */

export const presentConceptSummary = (summary: ConceptSummary): ConceptSummaryResponse => ({
  slug: summary.slug,
  name: summary.name,
  aliases: summary.aliases,
  definition: summary.definition,
  mentions: summary.mentionCount,
  documents: summary.documentCount,
  hidden: summary.hidden,
})

export const presentConcept = (shown: ShownConcept): ConceptResponse => ({
  ...presentConceptSummary(shown.summary),
  origins: shown.origins,
  definitions: shown.definitions.map(presentPlace),
  analogies: shown.analogies.map(presentPlace),
  firstExplained: shown.first && presentPlace(shown.first),
  bestExplained: shown.best && presentPlace(shown.best),
  firstMentioned: shown.firstMention && presentPlace(shown.firstMention),
  related: shown.related.map(({ summary, score, reason, passages, example }) => ({
    slug: summary.slug,
    name: summary.name,
    aliases: summary.aliases,
    definition: summary.definition,
    score,
    reason,
    passages,
    example: example && presentPlace(example),
  })),
  prerequisites: shown.prerequisites.map(({ summary: { slug, name, definition }, support, evidence }) => ({
    slug,
    name,
    definition,
    support,
    evidence: evidence.map(presentPlace),
  })),
  timeline: shown.timeline,
  links: shown.links
    // A path on a site whose address nobody told is no link for a reader.
    .filter(({ url }) => URL.canParse(url))
    .map(({ title, url, rel, document }) => ({
      title,
      url,
      rel,
      document: { id: document.id, title: document.title },
    })),
})

export const presentConceptDocument = ({
  document,
  ...places
}: ConceptDocument): ConceptDocumentsResponse['documents'][number] => ({
  ...places,
  document: presentSummary(document),
})

export const presentPlace = ({ document, ...place }: ConceptPlace): ConceptPlaceResponse => ({
  ...place,
  document: presentSummary(document),
})

export const presentMention = (mention: ShownMention): MentionsResponse['mentions'][number] => ({
  ...presentPlace(mention),
  strength: mention.strength,
})

export const presentGraph = ({ nodes, edges }: ConceptGraph): GraphResponse => ({
  nodes: nodes.map(presentConceptSummary),
  edges: edges.map((edge) => ({ ...edge, reason: edge.reason as RelationReason })),
})

export const presentDocumentConcepts = ({
  documentId,
  concepts,
  people,
}: DocumentConcepts): DocumentConceptsResponse => ({
  documentId,
  concepts: concepts.map(({ summary, explained, places }) => ({
    ...presentConceptSummary(summary),
    explained,
    places,
  })),
  people: people.map(({ name, role, count }) => ({ name, role, count })),
})
