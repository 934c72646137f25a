import { Type, type Static, type TSchema } from 'typebox'
import { Nullable } from './common.js'
import { ConceptPlaceResponse } from './concept.js'

const listNames = Type.Union([
  Type.Literal('writtenOnly'),
  Type.Literal('spokenOnly'),
  Type.Literal('explainedLongAgo'),
  Type.Literal('searches'),
])

export const CoverageQuery = Type.Object({
  list: Type.Optional(listNames),
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 100, default: 20, description: 'Entries of each list' }),
  ),
  cursor: Type.Optional(Type.String({ maxLength: 20, description: '`next` of the list; with `list`' })),
  months: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 1200,
      default: 24,
      description: 'From how many months before the newest document on an explanation is long ago',
    }),
  ),
})

const listOf = <Entry extends TSchema>(entry: Entry, description: string) =>
  Type.Object(
    {
      total: Type.Integer({ description: 'Entries of the whole list' }),
      next: Nullable(Type.String({ description: 'Cursor of its next entries' })),
      entries: Type.Array(entry, { description: 'None of a list that was not asked for' }),
    },
    { description },
  )

const side = (description: string) =>
  Type.Object(
    {
      documents: Type.Integer({ description: 'That mention it' }),
      passages: Type.Integer({ description: 'That mention it' }),
      peak: Type.Integer({ description: 'The most passages of one document' }),
      explained: Type.Integer({ description: 'Passages that explain it' }),
    },
    { description },
  )

const presence = {
  slug: Type.String({ description: 'Of the concept' }),
  name: Type.String({ description: 'Of the concept' }),
  aliases: Type.Array(Type.String(), { description: 'Its other names: they count for it' }),
  spoken: side('In what was said'),
  written: side('In posts'),
}

const CoveredConceptSchema = Type.Object(
  {
    ...presence,
    moment: Nullable(ConceptPlaceResponse),
  },
  { title: 'CoveredConcept', description: 'With the sentence that explains it, or else is most about it' },
)

const LongAgoConceptSchema = Type.Object(
  {
    ...presence,
    firstExplainedAt: Nullable(Type.String({ description: 'ISO 8601' })),
    lastExplainedAt: Nullable(Type.String({ description: 'ISO 8601' })),
    since: Type.Object(
      {
        documents: Type.Integer({ description: 'That mention it since' }),
        passages: Type.Integer({ description: 'That mention it since' }),
      },
      { description: 'After the last document that explains it' },
    ),
    first: Nullable(ConceptPlaceResponse),
    last: Nullable(ConceptPlaceResponse),
  },
  { title: 'LongAgoConcept', description: 'With the first explanation and the last' },
)

const SearchGroupSchema = Type.Object(
  {
    text: Type.String({ description: 'The most frequent of them, as typed last' }),
    times: Type.Integer({ description: 'How often they were asked, together' }),
    lastAt: Type.String({ description: 'ISO 8601' }),
    foundWell: Type.Integer({ description: 'The most passages that fitted one of them well, less than 3' }),
    queries: Type.Array(
      Type.Object({
        text: Type.String({ description: 'As typed last' }),
        times: Type.Integer({ description: 'How often it was asked' }),
        lastAt: Type.String({ description: 'ISO 8601' }),
      }),
      { description: 'Most frequent first' },
    ),
  },
  { title: 'SearchGroup', description: 'Searches for the same, by their words or their meaning' },
)

export const CoverageResponse = Type.Object(
  {
    newestAt: Nullable(Type.String({ description: 'Date of the newest document; ISO 8601' })),
    writtenOnly: listOf(CoveredConceptSchema, 'In posts and never spoken about; written about most first'),
    spokenOnly: listOf(CoveredConceptSchema, 'Spoken about and in no post; spoken about most first'),
    explainedLongAgo: listOf(
      LongAgoConceptSchema,
      'Explained long ago and not since, yet mentioned since; explained and mentioned most first',
    ),
    searches: listOf(SearchGroupSchema, 'Found nothing or little; most frequent first'),
    searchesKept: Type.Boolean({
      description: 'Whether searches are kept (CUEPOINT_KEEP_QUERIES); DELETE /suggest/queries forgets them',
    }),
  },
  { title: 'Coverage' },
)
export type CoverageResponse = Static<typeof CoverageResponse>
