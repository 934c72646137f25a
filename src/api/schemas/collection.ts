import { Type, type Static } from 'typebox'
import { DocumentKindSchema, Nullable, TimingSchema, milliseconds } from './common.js'

const title = Type.String({ maxLength: 300, description: 'Empty: none was given' })
const note = Type.String({ maxLength: 10_000 })
const tags = Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 30 })
const collectionTitle = Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' })
const itemId = Type.String({ minLength: 1, maxLength: 100 })

export const ClipParams = Type.Object({ id: itemId, clipId: itemId })

/** As HTTP has it; anything else than `"7"` or `*` matches no version. */
export const IfMatchHeaders = Type.Object({
  'if-match': Type.Optional(
    Type.String({
      maxLength: 100,
      description:
        'The ETag of the collection that the change was made for: if it is another one by now, 412',
    }),
  ),
})

const ClipUseSchema = Type.Object(
  {
    collectionId: Type.String(),
    collectionTitle: Type.String(),
    clipId: Type.String(),
    clipTitle: Type.String(),
  },
  { title: 'ClipUse', description: 'Another clip that has a part of this one' },
)

const clipFields = {
  id: Type.String(),
  documentId: Type.String(),
  startMs: Nullable(milliseconds('Start, corrected; null for what has no times')),
  endMs: Nullable(milliseconds('End, exclusive')),
  passageId: Nullable(Type.String({ description: 'Set where there are no times' })),
  anchor: Nullable(Type.String({ description: 'Fragment id of the section, for posts' })),
  title: Type.String({ description: 'By the editor; may be empty' }),
  note: Type.String(),
  tags: Type.Array(Type.String()),
  text: Type.String({ description: 'The words in its range, as they were when it was last set' }),
  speaker: Nullable(Type.String({ description: 'Who speaks most of it' })),
  url: Type.String({ description: 'Path of the page that plays it' }),
  orphaned: Type.Boolean({ description: 'Its document is no longer in the library' }),
  document: Type.Object({
    id: Type.String(),
    kind: DocumentKindSchema,
    title: Type.String(),
    sourceTitle: Type.String(),
    publishedAt: Nullable(Type.String({ description: 'ISO 8601, UTC' })),
    url: Nullable(Type.String({ description: "The publisher's page" })),
    mediaUrl: Nullable(Type.String()),
    mediaType: Nullable(Type.String()),
    imageUrl: Nullable(Type.String()),
    durationMs: Nullable(milliseconds('Length')),
    timing: TimingSchema,
  }),
  usedIn: Type.Array(ClipUseSchema),
}

export const ClipResponse = Type.Object(clipFields, { title: 'Clip' })
export type ClipResponse = Static<typeof ClipResponse>

const version = Type.Integer({
  minimum: 1,
  description: 'One more with each change; its ETag is this in quotes',
})

export const ClipInCollectionResponse = Type.Object(
  { ...clipFields, collectionVersion: version },
  { title: 'ClipInCollection' },
)

const headFields = {
  id: Type.String(),
  title: Type.String(),
  note: Type.String(),
  version,
  createdAt: Type.String({ description: 'ISO 8601, UTC' }),
  updatedAt: Type.String({ description: 'ISO 8601, UTC' }),
  totalMs: milliseconds('Length of its clips together'),
}

export const CollectionResponse = Type.Object(
  { ...headFields, clips: Type.Array(ClipResponse, { description: 'In order' }) },
  { title: 'Collection' },
)
export type CollectionResponse = Static<typeof CollectionResponse>

export const CollectionListResponse = Type.Object({
  collections: Type.Array(
    Type.Object({ ...headFields, clipCount: Type.Integer({ minimum: 0 }) }, { title: 'CollectionSummary' }),
    { description: 'Changed last first' },
  ),
})

export const NewCollection = Type.Object({ title: collectionTitle, note: Type.Optional(note) })

export const CollectionPatchBody = Type.Object(
  {
    title: Type.Optional(collectionTitle),
    note: Type.Optional(note),
    order: Type.Optional(
      Type.Array(itemId, { maxItems: 500, description: 'The ids of all its clips, in their new order' }),
    ),
  },
  { additionalProperties: false },
)

export const RestoreBody = Type.Object(
  {
    version: Type.Integer({
      minimum: 1,
      description: 'What it was then, it becomes again; the last hundred are kept',
    }),
  },
  { additionalProperties: false },
)

const place = {
  startMs: Type.Optional(milliseconds('Start, as shown')),
  endMs: Type.Optional(milliseconds('End, exclusive')),
}
const words = { title: Type.Optional(title), note: Type.Optional(note), tags: Type.Optional(tags) }

export const NewClipBody = Type.Object(
  {
    documentId: itemId,
    ...place,
    passageId: Type.Optional(
      Type.String({
        maxLength: 100,
        description: 'A passage instead of a range; needed where there are no times',
      }),
    ),
    ...words,
    at: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 500,
        description: 'Position that it gets, from 0; the end without one',
      }),
    ),
  },
  { additionalProperties: false },
)

export const ClipPatchBody = Type.Object({ ...place, ...words }, { additionalProperties: false })
