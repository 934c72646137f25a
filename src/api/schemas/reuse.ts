import { Type, type Static } from 'typebox'
import { DocumentKindSchema, Nullable } from './common.js'
import { HitResponse, SearchQuery } from './search.js'

const { kind, source, speaker, after, before, lang, includeAds } = SearchQuery.properties

/** In UTF-16 units; a newsletter has some 30,000. */
const maxDraftLength = 100_000

export const ReuseBody = Type.Object(
  {
    draft: Type.String({
      maxLength: maxDraftLength,
      description: 'A post, script or newsletter in plain text or Markdown; nothing in it is an operator',
    }),
    k: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 20, default: 5, description: 'Passages for a paragraph' }),
    ),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 50, default: 20, description: 'Paragraphs an answer' }),
    ),
    cursor: Type.Optional(
      Type.String({ maxLength: 20, description: '`next` of the answer before, with the same draft' }),
    ),
    kind,
    source,
    speaker,
    after,
    before,
    lang,
    includeAds,
  },
  { title: 'ReuseRequest' },
)
export type ReuseBody = Static<typeof ReuseBody>

const { concepts: _concepts, ...hitFields } = HitResponse.properties

export const ReusablePassageResponse = Type.Object(
  {
    ...hitFields,
    relation: Type.Union([Type.Literal('repeats'), Type.Literal('says'), Type.Literal('supports')], {
      description:
        'repeats: a sentence of the paragraph in nearly the same words; says: the same claim in other words; supports: on the same matter',
    }),
    usedIn: Type.Object(
      {
        clips: Type.Array(
          Type.Object({
            collectionId: Type.String({ description: 'Of the collection that holds the clip' }),
            collectionTitle: Type.String({ description: 'Its title' }),
            clipId: Type.String({ description: 'Of a clip that overlaps the passage' }),
            clipTitle: Type.String({ description: 'By the editor; may be empty' }),
          }),
          { description: 'A clip each, in the order of collections and clips' },
        ),
        companions: Type.Array(
          Type.Object({
            id: Type.String({ description: 'Of the document' }),
            kind: DocumentKindSchema,
            title: Type.String({ description: 'Of the document' }),
            url: Nullable(Type.String({ description: 'Where it is published' })),
          }),
          { description: 'Posts about the recording, or recordings of the post, oldest first' },
        ),
      },
      { description: 'Where the passage was used already' },
    ),
  },
  { title: 'ReusablePassage' },
)
export type ReusablePassageResponse = Static<typeof ReusablePassageResponse>

export const ReuseResponse = Type.Object(
  {
    paragraphs: Type.Array(
      Type.Object({
        from: Type.Integer({ description: 'Where the paragraph begins in the draft, in UTF-16 units' }),
        to: Type.Integer({ description: 'Where it ends, exclusive' }),
        heading: Nullable(Type.String({ description: 'The nearest heading above it' })),
        text: Type.String({ description: 'What it says, without marks' }),
        matches: Type.Array(ReusablePassageResponse, {
          description: 'Best first; empty when nothing in the library is near enough',
        }),
      }),
      { description: 'In the order of the draft; headings, code and tables are none, short ones are joined' },
    ),
    total: Type.Integer({ description: 'Paragraphs of the whole draft' }),
    next: Nullable(Type.String({ description: 'Cursor of the next paragraphs' })),
    degraded: Type.Boolean({ description: 'A retriever did not answer; the matches come from the others' }),
    tookMs: Type.Number({ description: 'How long it took, in ms' }),
  },
  { title: 'Reuse' },
)
export type ReuseResponse = Static<typeof ReuseResponse>
