import { Type, type Static } from 'typebox'
import { DocumentKindSchema, Nullable, TimingSchema, milliseconds } from './common.js'

export const SearchModeSchema = Type.Union(
  [Type.Literal('hybrid'), Type.Literal('lexical'), Type.Literal('dense')],
  { title: 'SearchMode' },
)

export const SearchQuery = Type.Object({
  q: Type.String({ description: 'A question, a phrase, or words; 1 to 2,000 characters' }),
  k: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 10, description: 'Hits a page' })),
  mode: Type.Optional(
    Type.Union([Type.Literal('hybrid'), Type.Literal('lexical'), Type.Literal('dense')], {
      default: 'hybrid',
    }),
  ),
  kind: Type.Optional(DocumentKindSchema),
  source: Type.Optional(Type.String({ description: 'A source id' })),
  speaker: Type.Optional(Type.String({ maxLength: 200, description: 'A name or a part of it' })),
  after: Type.Optional(
    Type.String({ pattern: '^\\d{4}(-\\d{2}){0,2}$', description: 'Published on or after: YYYY[-MM[-DD]]' }),
  ),
  before: Type.Optional(
    Type.String({ pattern: '^\\d{4}(-\\d{2}){0,2}$', description: 'Published before: YYYY[-MM[-DD]]' }),
  ),
  lang: Type.Optional(
    Type.String({
      pattern: '^[A-Za-z]{2,3}$',
      description: 'Primary language subtag; a document that declares none is read as English, and is `en`',
    }),
  ),
  includeAds: Type.Optional(Type.Boolean({ default: false })),
  sort: Type.Optional(
    Type.Union([Type.Literal('relevance'), Type.Literal('date')], { default: 'relevance' }),
  ),
  cursor: Type.Optional(Type.String({ maxLength: 200, description: '`next` of the page before' })),
  remember: Type.Optional(
    Type.Boolean({
      default: false,
      description: 'The question is meant, not half typed: it may be suggested to others (see /suggest)',
    }),
  ),
})
export type SearchQuery = Static<typeof SearchQuery>

const moment = {
  passageId: Type.String(),
  startMs: Nullable(milliseconds('Start of the passage')),
  endMs: Nullable(milliseconds('End of the passage, exclusive')),
  jumpMs: Nullable(milliseconds('Where playing begins; null without times')),
  anchor: Nullable(Type.String({ description: 'Fragment id of the section, for posts' })),
  text: Type.String(),
}

const ConceptNameSchema = Type.Object({ slug: Type.String(), name: Type.String() }, { title: 'ConceptName' })

export const HitResponse = Type.Object(
  {
    ...moment,
    score: Type.Number({ description: 'Larger is better; comparable within one answer only' }),
    document: Type.Object({
      id: Type.String(),
      kind: DocumentKindSchema,
      title: Type.String(),
      sourceTitle: Type.String(),
      publishedAt: Nullable(Type.String()),
      url: Nullable(Type.String()),
      mediaUrl: Nullable(Type.String()),
      mediaType: Nullable(Type.String()),
      imageUrl: Nullable(Type.String()),
      durationMs: Nullable(milliseconds('Length')),
      timing: TimingSchema,
    }),
    speaker: Nullable(Type.String({ description: 'Who speaks the best sentence' })),
    chapter: Nullable(Type.String({ description: 'Chapter title, or heading of the section' })),
    before: Type.String({ description: 'The sentence before the passage; may be empty' }),
    after: Type.String({ description: 'The sentence after the passage; may be empty' }),
    highlights: Type.Array(Type.Tuple([Type.Integer(), Type.Integer()]), {
      description: 'Half-open ranges of `text` that match words of the query, in UTF-16 units, in order',
    }),
    best: Type.Tuple([Type.Integer(), Type.Integer()], {
      description: 'The sentence of `text` that answers best, half-open, in UTF-16 units',
    }),
    url: Type.String({ description: 'Path of the page that plays or shows it' }),
    more: Type.Array(
      Type.Object({
        ...moment,
        documentId: Type.Optional(
          Type.String({ description: 'Set where it is another document, which says nearly the same words' }),
        ),
        documentTitle: Type.Optional(Type.String({ description: 'Title of that document' })),
      }),
      { description: 'Passages of the same moment, and repeats of it elsewhere, best first' },
    ),
    concepts: Type.Array(ConceptNameSchema, { description: 'What the passage is most about; at most 4' }),
  },
  { title: 'Hit' },
)
export type HitResponse = Static<typeof HitResponse>

const FacetSchema = Type.Array(
  Type.Object({ value: Type.String(), label: Type.String(), count: Type.Integer() }),
  { description: 'Most frequent first' },
)

export const SearchResponse = Type.Object(
  {
    query: Type.String(),
    mode: SearchModeSchema,
    tookMs: Type.Number(),
    degraded: Type.Boolean({ description: 'A retriever did not answer; the hits come from the others' }),
    total: Type.Integer({ description: 'Hits that can be paged through' }),
    next: Nullable(Type.String({ description: 'Cursor of the next page' })),
    facets: Type.Object({ kind: FacetSchema, source: FacetSchema, speaker: FacetSchema, year: FacetSchema }),
    didYouMean: Nullable(
      Type.String({
        description: 'The query with words that the library knows, to be offered',
      }),
    ),
    searchedFor: Nullable(
      Type.String({
        description:
          '`didYouMean` where no passage has any of the typed words and the hits are of that instead; else null. What is typed in quotes is never replaced',
      }),
    ),
    byMeaning: Type.Boolean({
      description:
        'The hits are the nearest in meaning, since no passage that the filters leave has any of the words',
    }),
    understood: Type.Array(
      Type.Object({
        name: Type.String({
          description: 'speaker, source, kind, after, before, lang, in, phrase or without',
        }),
        value: Type.String(),
      }),
      { description: 'What of the query was more than words, as typed' },
    ),
    hits: Type.Array(HitResponse),
    concepts: Type.Array(
      Type.Object({ slug: Type.String(), name: Type.String(), definition: Nullable(Type.String()) }),
      {
        description:
          'What the query names, then what its best hits are about; at most 8. Empty after the first page',
      },
    ),
    answer: Nullable(
      Type.Object({
        sentences: Type.Array(
          Type.Object({
            text: Type.String(),
            documentId: Type.String(),
            passageId: Type.String({
              description: 'Of one of the first ten hits, or of its further moments',
            }),
            speaker: Nullable(Type.String({ description: 'Who says it' })),
            startMs: Nullable(milliseconds('Start')),
          }),
        ),
      }),
    ),
  },
  { title: 'SearchResult' },
)
export type SearchResponse = Static<typeof SearchResponse>

export const SimilarQuery = Type.Object({
  k: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 10 })),
})
export const SimilarResponse = Type.Object(
  { passageId: Type.String(), hits: Type.Array(HitResponse) },
  { title: 'SimilarHits' },
)
export type SimilarResponse = Static<typeof SimilarResponse>

export const RelatedQuery = Type.Object({
  k: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 10 })),
})

export const RelatedHitResponse = Type.Object(
  {
    ...HitResponse.properties,
    companion: Type.Boolean({ description: 'A post about this recording, or a recording of this post' }),
    concepts: Type.Array(ConceptNameSchema, { description: 'What both documents are about; at most 5' }),
    from: Type.Object(moment, { description: 'What the document asked about says there: why it is related' }),
  },
  {
    title: 'RelatedHit',
    description: 'A document with the passage of it that is nearest to one of the document asked about',
  },
)
export type RelatedHitResponse = Static<typeof RelatedHitResponse>

export const RelatedResponse = Type.Object(
  {
    documentId: Type.String(),
    hits: Type.Array(RelatedHitResponse, {
      description: 'A document once; companions first, then best first',
    }),
  },
  { title: 'RelatedHits' },
)
export type RelatedResponse = Static<typeof RelatedResponse>
