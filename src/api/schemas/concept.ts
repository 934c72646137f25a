import { Type, type Static } from 'typebox'
import { DocumentKindSchema, Nullable, milliseconds } from './common.js'
import { DocumentSummaryResponse } from './document.js'

const count = (description: string) => Type.Integer({ minimum: 0, description })

const summaryFields = {
  slug: Type.String({ description: 'Stays the same; never given to another concept' }),
  name: Type.String(),
  aliases: Type.Array(Type.String(), { description: 'Its other names, most used first' }),
  definition: Nullable(Type.String({ description: 'The best sentence or section that says what it is' })),
  mentions: count('Passages that mention it'),
  documents: count('Documents that mention it'),
}

export const ConceptSummaryResponse = Type.Object(
  {
    ...summaryFields,
    hidden: Type.Boolean({ description: 'Hidden by a user' }),
  },
  { title: 'ConceptSummary' },
)
export type ConceptSummaryResponse = Static<typeof ConceptSummaryResponse>

const placeFields = {
  passageId: Type.String(),
  startMs: Nullable(milliseconds('Start of the sentence')),
  jumpMs: Nullable(milliseconds('Where playing begins; null without times')),
  anchor: Nullable(Type.String({ description: 'Fragment id of the section, for what is written' })),
}

/** Words of a document with their place; also where playing them begins. */
export const ConceptPlaceResponse = Type.Object(
  {
    text: Type.String({ description: 'Word for word' }),
    document: DocumentSummaryResponse,
    endMs: Nullable(milliseconds('End, exclusive')),
    ...placeFields,
  },
  { title: 'ConceptPlace' },
)
export type ConceptPlaceResponse = Static<typeof ConceptPlaceResponse>

const Reason = Type.Union([Type.Literal('together'), Type.Literal('post'), Type.Literal('meaning')], {
  title: 'RelationReason',
  description: 'Said in the same passages, explained in the same post, or alike in meaning',
})

export const RelatedConceptResponse = Type.Object(
  {
    slug: Type.String(),
    name: Type.String(),
    aliases: summaryFields.aliases,
    definition: Nullable(Type.String()),
    score: Type.Number({ description: '0 to 1, larger is nearer' }),
    reason: Reason,
    passages: count('Passages that mention both'),
    example: Nullable(ConceptPlaceResponse),
  },
  { title: 'RelatedConcept' },
)

export const PrerequisiteResponse = Type.Object(
  {
    slug: Type.String(),
    name: Type.String(),
    definition: Nullable(Type.String()),
    support: count('Explanations that use it'),
    evidence: Type.Array(ConceptPlaceResponse, { description: 'Passages that explain the one by the other' }),
  },
  { title: 'Prerequisite' },
)

export const ConceptDocumentsQuery = Type.Object({
  order: Type.Optional(
    Type.Union([Type.Literal('best'), Type.Literal('date')], {
      default: 'best',
      description: 'Those that say most of what it is first; or by date, undated first',
    }),
  ),
  kind: Type.Optional(DocumentKindSchema),
  document: Type.Optional(Type.String({ maxLength: 100, description: 'A document id' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
  cursor: Type.Optional(Type.String({ maxLength: 200, description: '`next` of the page before' })),
})

const ConceptDocumentResponse = Type.Object(
  {
    document: DocumentSummaryResponse,
    passages: count('Passages of it that mention the concept'),
    first: Type.Object(placeFields),
    best: Type.Object({
      ...placeFields,
      strength: Type.Number({ description: '0 to 1: how much it says what the concept is' }),
    }),
  },
  { title: 'ConceptDocument' },
)

export const ConceptDocumentsResponse = Type.Object(
  {
    documents: Type.Array(ConceptDocumentResponse),
    total: count('All that match'),
    next: Nullable(Type.String()),
  },
  { title: 'ConceptDocuments' },
)
export type ConceptDocumentsResponse = Static<typeof ConceptDocumentsResponse>

const TimelineEntryResponse = Type.Object(
  {
    documentId: Type.String({
      description: 'For `/documents/{id}` and `/concepts/{slug}/documents?document=`',
    }),
    kind: DocumentKindSchema,
    title: Type.String({ description: 'Of the document' }),
    publishedAt: Nullable(Type.String({ description: 'ISO 8601, UTC' })),
    passages: count('Passages of it that mention the concept'),
    strength: Type.Number({ description: '0 to 1: how much its best passage says what the concept is' }),
  },
  { title: 'TimelineEntry' },
)

export const ConceptResponse = Type.Object(
  {
    ...summaryFields,
    hidden: Type.Boolean(),
    origins: Type.Array(Type.String(), { description: 'What speaks for it: heading, tag, speech, …' }),
    definitions: Type.Array(ConceptPlaceResponse, { description: 'Best first' }),
    analogies: Type.Array(ConceptPlaceResponse, { description: 'Best first' }),
    firstExplained: Nullable(ConceptPlaceResponse),
    bestExplained: Nullable(ConceptPlaceResponse),
    /** In the earliest document that has a date, else in any. */
    firstMentioned: Nullable(ConceptPlaceResponse),
    related: Type.Array(RelatedConceptResponse, { description: 'Nearest first' }),
    prerequisites: Type.Array(PrerequisiteResponse, { description: 'Best supported first' }),
    timeline: Type.Array(TimelineEntryResponse, {
      description:
        'Every document that mentions it, by date, undated first; `/concepts/{slug}/documents` says where',
    }),
    links: Type.Array(
      Type.Object({
        title: Type.String(),
        url: Type.String(),
        rel: Type.Union([
          Type.Literal('paper'),
          Type.Literal('video'),
          Type.Literal('companion'),
          Type.Literal('resource'),
        ]),
        document: Type.Object({ id: Type.String(), title: Type.String() }),
      }),
      { description: 'Papers and resources that go with its explanations' },
    ),
  },
  { title: 'Concept' },
)
export type ConceptResponse = Static<typeof ConceptResponse>

export const ConceptListQuery = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 200, description: 'What a name must contain' })),
  hidden: Type.Optional(Type.Boolean({ default: false, description: 'List the hidden ones instead' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  cursor: Type.Optional(Type.String({ maxLength: 200, description: '`next` of the page before' })),
})
export const ConceptListResponse = Type.Object(
  {
    concepts: Type.Array(ConceptSummaryResponse, { description: 'Best first' }),
    total: count('All that match'),
    next: Nullable(Type.String()),
  },
  { title: 'ConceptList' },
)
export type ConceptListResponse = Static<typeof ConceptListResponse>

export const SlugParams = Type.Object({ slug: Type.String({ minLength: 1, maxLength: 200 }) })

export const MentionsQuery = Type.Object({
  document: Type.Optional(Type.String({ maxLength: 100, description: 'A document id' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
})
export const MentionsResponse = Type.Object(
  {
    mentions: Type.Array(
      Type.Object(
        {
          ...ConceptPlaceResponse.properties,
          strength: Type.Number({ description: '0 to 1: how much it says what the concept is' }),
        },
        { title: 'Mention' },
      ),
      { description: 'By date of the document, then by time' },
    ),
    next: Nullable(Type.String()),
  },
  { title: 'MentionList' },
)
export type MentionsResponse = Static<typeof MentionsResponse>

export const GraphQuery = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 2, maximum: 400, default: 120, description: 'Concepts' })),
  around: Type.Optional(
    Type.String({ maxLength: 200, description: 'Slug of a concept: it and its ring, instead of the best' }),
  ),
})
export const GraphResponse = Type.Object(
  {
    nodes: Type.Array(ConceptSummaryResponse),
    edges: Type.Array(
      Type.Object({
        from: Type.String(),
        to: Type.String(),
        score: Type.Number(),
        passages: count('Passages that mention both'),
        reason: Reason,
      }),
    ),
  },
  { title: 'ConceptGraph' },
)
export type GraphResponse = Static<typeof GraphResponse>

export const DocumentConceptsResponse = Type.Object(
  {
    documentId: Type.String(),
    concepts: Type.Array(
      Type.Object({
        ...summaryFields,
        explained: Type.Boolean({ description: 'The document says what it is' }),
        places: Type.Array(
          Type.Object({
            passageId: Type.String(),
            startMs: Nullable(milliseconds('Start of the sentence that names it')),
          }),
          { description: 'Passages of this document that mention it, in order' },
        ),
      }),
      { description: 'Those that the document is most about first' },
    ),
    people: Type.Array(
      Type.Object({
        name: Type.String(),
        role: Type.Union([
          Type.Literal('host'),
          Type.Literal('guest'),
          Type.Literal('author'),
          Type.Literal('speaker'),
          Type.Literal('mentioned'),
        ]),
        count: count('Times named, or sentences spoken'),
      }),
    ),
  },
  { title: 'DocumentConcepts' },
)
export type DocumentConceptsResponse = Static<typeof DocumentConceptsResponse>

export const MergeBody = Type.Object(
  { into: Type.String({ description: 'Slug of the concept that stays' }) },
  { additionalProperties: false },
)
export const SplitBody = Type.Object(
  { alias: Type.String({ description: 'The name that becomes its own' }) },
  { additionalProperties: false },
)
export const RenameBody = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 120 }) },
  { additionalProperties: false },
)
export const HideBody = Type.Object(
  { hidden: Type.Optional(Type.Boolean({ default: true })) },
  { additionalProperties: false },
)
