import { Type, type Static } from 'typebox'
import { DocumentKindSchema, Nullable } from './common.js'
import { HitResponse, SearchModeSchema, SearchQuery } from './search.js'

const FiltersSchema = Type.Object(
  {
    kind: Type.Optional(DocumentKindSchema),
    source: Type.Optional(Type.String({ maxLength: 100, description: 'A source id' })),
    speaker: Type.Optional(Type.String({ maxLength: 200, description: 'A name or a part of it' })),
    after: Type.Optional(
      Type.String({
        pattern: '^\\d{4}(-\\d{2}){0,2}$',
        description: 'Published on or after: YYYY[-MM[-DD]]',
      }),
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
    includeAds: Type.Optional(Type.Boolean({ description: 'Find advertisements too; false by default' })),
  },
  { title: 'SavedFilters', additionalProperties: false, description: 'As the parameters of /search' },
)

const WebhookBody = Type.Object(
  {
    url: Type.String({
      minLength: 1,
      maxLength: 2000,
      description: 'Where to POST to; the address as it was shown stands for the one that is kept',
    }),
    secret: Type.Optional(
      Type.String({
        maxLength: 100,
        description: '`whsec_` and 24 to 64 bytes in base64; made here when it is left out',
      }),
    ),
  },
  { title: 'NewWebhook', additionalProperties: false },
)

const name = Type.String({
  minLength: 1,
  maxLength: 200,
  pattern: '\\S',
  description: 'What the desk calls it',
})
const query = Type.String({ minLength: 1, maxLength: 2000, description: 'In the query language' })
const webhook = Type.Union([WebhookBody, Type.Null()], {
  description: 'Told of new matches (docs/webhooks.md); null for none',
})

export const NewSavedSearch = Type.Object(
  {
    name: Type.Optional(name),
    query,
    mode: Type.Optional(SearchModeSchema),
    filters: Type.Optional(FiltersSchema),
    webhook: Type.Optional(webhook),
  },
  { title: 'NewSavedSearch', additionalProperties: false },
)
export type NewSavedSearch = Static<typeof NewSavedSearch>

export const SavedSearchPatch = Type.Object(
  {
    name: Type.Optional(name),
    query: Type.Optional(query),
    mode: Type.Optional(SearchModeSchema),
    filters: Type.Optional(FiltersSchema),
    webhook: Type.Optional(webhook),
  },
  {
    title: 'SavedSearchPatch',
    additionalProperties: false,
    minProperties: 1,
    description: 'What is given changes; another query, mode or filter begins anew, without the old matches',
  },
)
export type SavedSearchPatch = Static<typeof SavedSearchPatch>

const DeliverySchema = Type.Object(
  {
    at: Nullable(Type.String({ description: 'When it was sent last, ISO 8601; null before the first time' })),
    status: Type.Union([Type.Literal('waiting'), Type.Literal('delivered'), Type.Literal('failed')], {
      description: '`waiting`: to be sent, or to be sent again',
    }),
    attempts: Type.Integer({ minimum: 0 }),
    httpStatus: Nullable(Type.Integer({ description: 'Of the last answer; null without one' })),
    error: Nullable(Type.String({ description: 'Why it was not taken' })),
    nextTryAt: Nullable(Type.String({ description: 'ISO 8601; null unless waiting' })),
  },
  { title: 'WebhookDelivery' },
)

export const SavedSearchResponse = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    query: Type.String(),
    mode: SearchModeSchema,
    filters: FiltersSchema,
    createdAt: Type.String({ description: 'ISO 8601, UTC' }),
    unread: Type.Integer({ minimum: 0, description: 'Matches that nobody read' }),
    matches: Type.Integer({ minimum: 0, description: 'Matches that are kept; the newest 1,000' }),
    lastMatchAt: Nullable(Type.String({ description: 'When the newest was found, ISO 8601' })),
    webhook: Nullable(
      Type.Object(
        {
          url: Type.String({ description: 'Without what opens it' }),
          active: Type.Boolean({
            description: 'False after its receiver was gone; setting it again switches it on',
          }),
          secret: Type.Optional(
            Type.String({ description: 'Only in the answer to what made it: it is not shown again' }),
          ),
          lastDelivery: Nullable(DeliverySchema),
        },
        { title: 'Webhook' },
      ),
    ),
  },
  { title: 'SavedSearch' },
)
export type SavedSearchResponse = Static<typeof SavedSearchResponse>

export const SavedSearchListResponse = Type.Object(
  { savedSearches: Type.Array(SavedSearchResponse, { description: 'Oldest first' }) },
  { title: 'SavedSearchList' },
)

export const SavedMatchesQuery = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
  cursor: Type.Optional(Type.String({ maxLength: 200, description: '`next` of the page before' })),
})

export const SavedMatchesResponse = Type.Object(
  {
    matches: Type.Array(
      Type.Object(
        {
          number: Type.Integer({ description: 'Larger is newer; for marking all up to it as read' }),
          foundAt: Type.String({ description: 'ISO 8601, UTC' }),
          read: Type.Boolean(),
          hit: HitResponse,
        },
        { title: 'SavedMatch' },
      ),
      { description: 'Unread first, then newest first' },
    ),
    next: Nullable(Type.String({ description: 'Cursor of the next page' })),
  },
  { title: 'SavedMatches' },
)

export const ReadBody = Type.Object(
  {
    upTo: Type.Optional(
      Type.Integer({ minimum: 0, description: '`number` of the newest match that was read; all without' }),
    ),
  },
  { title: 'ReadMatches', additionalProperties: false },
)

const { q, mode, kind, source, speaker, after, before, lang, includeAds } = SearchQuery.properties

export const FeedQuery = Type.Object({
  q,
  mode,
  kind,
  source,
  speaker,
  after,
  before,
  lang,
  includeAds,
  k: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50, description: 'Items at most' })),
  sort: Type.Optional(
    Type.Union([Type.Literal('date'), Type.Literal('relevance')], {
      default: 'date',
      description: '`date`: what a saved search finds, newest first; `relevance`: what a search shows',
    }),
  ),
})
export type FeedQuery = Static<typeof FeedQuery>
