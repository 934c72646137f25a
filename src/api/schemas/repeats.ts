import { Type, type Static } from 'typebox'
import { Nullable, milliseconds } from './common.js'
import { DocumentSummaryResponse } from './document.js'

const Kind = Type.Union([Type.Literal('verbatim'), Type.Literal('reworded')], {
  title: 'RepeatKind',
  description: 'In the same words, a few changed; or the same in other words',
})

const likeness = (description: string) => Type.Number({ description: `${description}, 0 to 1` })

const placeFields = {
  document: DocumentSummaryResponse,
  passageId: Type.String({ description: 'The passage that it begins in' }),
  startMs: Nullable(milliseconds('Start of its first sentence; null for what has no times')),
  endMs: Nullable(milliseconds('End of its last sentence, exclusive')),
  jumpMs: Nullable(milliseconds('Where playing begins')),
  anchor: Nullable(Type.String({ description: 'Fragment id of the section, for posts' })),
  chapter: Nullable(Type.String({ description: 'Chapter or heading' })),
  speaker: Nullable(Type.String({ description: 'Who begins to speak' })),
  text: Type.String({ description: 'Its words; of a long place the beginning' }),
  url: Type.String({ description: 'Path of the page that opens it' }),
}

export const RepeatPlaceResponse = Type.Object(placeFields, { title: 'RepeatPlace' })
export type RepeatPlaceResponse = Static<typeof RepeatPlaceResponse>

export const RepeatedPlaceResponse = Type.Object(
  { ...placeFields, likeness: likeness('How like the first place, which has 1') },
  { title: 'RepeatedPlace' },
)

export const RepeatGroupResponse = Type.Object(
  {
    kind: Kind,
    companion: Type.Boolean({
      description: 'The same as post and recording, or one recording in two places',
    }),
    template: Type.Boolean({
      description: 'Frames document after document: greetings, thanks, announcements',
    }),
    placeCount: Type.Integer({ minimum: 2, description: 'Of very many only the first are listed' }),
    places: Type.Array(RepeatedPlaceResponse),
  },
  { title: 'RepeatGroup' },
)
export type RepeatGroupResponse = Static<typeof RepeatGroupResponse>

export const RepeatListQuery = Type.Object({
  kind: Type.Optional(Type.Union([Type.Literal('verbatim'), Type.Literal('reworded')])),
  source: Type.Optional(
    Type.String({ minLength: 1, maxLength: 100, description: 'Groups with a place in this source' }),
  ),
  companion: Type.Optional(Type.Boolean({ description: 'Only, or none, of posts and their recordings' })),
  template: Type.Optional(
    Type.Boolean({ default: false, description: 'What frames documents instead of what tells something' }),
  ),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
  cursor: Type.Optional(Type.String({ maxLength: 200, description: '`next` of the page before' })),
})

export const RepeatListResponse = Type.Object(
  {
    groups: Type.Array(RepeatGroupResponse, { description: 'Most useful first' }),
    total: Type.Integer({ minimum: 0 }),
    next: Nullable(Type.String({ description: 'Cursor of the next page' })),
    upToDate: Type.Boolean({
      description: 'False while the library is being looked through again: this is what was found before',
    }),
  },
  { title: 'RepeatList' },
)
export type RepeatListResponse = Static<typeof RepeatListResponse>

export const RepeatsOfQuery = Type.Object({
  documentId: Type.String({ minLength: 1, maxLength: 100 }),
  startMs: Type.Optional(milliseconds('Start of the stretch')),
  endMs: Type.Optional(milliseconds('End, exclusive')),
  passageId: Type.Optional(
    Type.String({ minLength: 1, maxLength: 100, description: 'Instead of times, where there are none' }),
  ),
  exceptClip: Type.Optional(
    Type.String({ minLength: 1, maxLength: 100, description: 'A clip that is not to be told: itself' }),
  ),
})

const RepeatingClip = Type.Object(
  {
    collectionId: Type.String(),
    collectionTitle: Type.String(),
    clipId: Type.String(),
    clipTitle: Type.String({ description: 'By the editor; may be empty' }),
  },
  { title: 'RepeatingClip' },
)

export const RepeatsOfResponse = Type.Object(
  {
    repeats: Type.Array(
      Type.Object(
        {
          kind: Kind,
          likeness: likeness('How like the stretch'),
          companion: Type.Boolean({ description: 'In its own post or recording' }),
          place: RepeatPlaceResponse,
          clips: Type.Array(RepeatingClip, { description: 'Clips that hold this place' }),
        },
        { title: 'FoundRepeat' },
      ),
      { description: 'Those that clips hold first, then by likeness' },
    ),
    clips: Type.Array(RepeatingClip, { description: 'Clips that hold the stretch itself, or half of it' }),
    reworded: Type.Boolean({
      description: 'False until the library was looked through once: only the same words are found',
    }),
  },
  { title: 'RepeatsOf' },
)
export type RepeatsOfResponse = Static<typeof RepeatsOfResponse>
