import { Type, type Static } from 'typebox'
import { DocumentKindSchema, Nullable, TimingSchema, milliseconds } from './common.js'

const summaryFields = {
  id: Type.String(),
  kind: DocumentKindSchema,
  title: Type.String(),
  sourceId: Type.String(),
  sourceTitle: Type.String(),
  publishedAt: Nullable(Type.String({ description: 'ISO 8601, UTC' })),
  durationMs: Nullable(milliseconds('Length')),
  url: Nullable(Type.String({ description: "The publisher's page" })),
  mediaUrl: Nullable(
    Type.String({
      description: 'Where the sound or video is: the enclosure, or this server for local files',
    }),
  ),
  mediaType: Nullable(Type.String({ description: 'MIME type of the media' })),
  imageUrl: Nullable(Type.String()),
  language: Nullable(Type.String({ description: 'BCP 47' })),
  timing: TimingSchema,
  timingReason: Type.String({ description: 'Why the times are not exact, in words; empty when they are' }),
}

export const DocumentSummaryResponse = Type.Object(summaryFields, { title: 'DocumentSummary' })
export type DocumentSummaryResponse = Static<typeof DocumentSummaryResponse>

const LinksSchema = Type.Array(
  Type.Object(
    {
      title: Type.String(),
      url: Type.String(),
      rel: Type.Union([
        Type.Literal('paper'),
        Type.Literal('video'),
        Type.Literal('companion'),
        Type.Literal('resource'),
      ]),
    },
    { title: 'Link' },
  ),
)

const StepSchema = Type.Object({ id: Type.String(), title: Type.String() }, { title: 'DocumentStep' })

export const DocumentResponse = Type.Object(
  {
    ...summaryFields,
    description: Type.String({ description: 'Plain text of the show notes' }),
    status: Type.Union([Type.Literal('present'), Type.Literal('withdrawn')]),
    people: Type.Array(Type.Object({ name: Type.String(), role: Type.String() })),
    tags: Type.Array(Type.String()),
    series: Nullable(Type.Object({ title: Type.String(), part: Nullable(Type.Integer()) })),
    links: LinksSchema,
    chapters: Type.Array(
      Type.Object(
        {
          startMs: milliseconds('Start'),
          endMs: Nullable(milliseconds('End, exclusive')),
          title: Type.String(),
          url: Nullable(Type.String()),
        },
        { title: 'Chapter' },
      ),
    ),
    sections: Type.Array(
      Type.Object(
        {
          anchor: Type.String(),
          heading: Type.String(),
          level: Type.Integer({ minimum: 0, maximum: 6 }),
          text: Type.String({ description: 'Plain text; paragraphs are separated by a blank line' }),
          quotes: Type.Array(Type.String(), { description: 'Its block quotes, which `text` holds too' }),
          links: LinksSchema,
        },
        { title: 'Section' },
      ),
      { description: 'Of a post; for sound and video at most the show notes' },
    ),
    soundbites: Type.Array(
      Type.Object({
        startMs: milliseconds('Start'),
        endMs: milliseconds('End, exclusive'),
        title: Type.String(),
      }),
      { description: 'Stretches that the publisher marked as worth hearing' },
    ),
    companions: Type.Array(DocumentSummaryResponse, {
      description: 'Posts that belong to this recording, or recordings that belong to this post',
    }),
    /** What its source published before and after it, of the same kind. */
    previous: Nullable(StepSchema),
    next: Nullable(StepSchema),
    rating: Nullable(
      Type.Object({
        value: Type.Number({ description: "On the publisher's scale" }),
        count: Nullable(Type.Integer({ description: 'How many rated it' })),
      }),
    ),
    otherUrls: Type.Array(Type.String(), { description: 'Further addresses of the same document' }),
    transcriptOrigin: Nullable(
      Type.Union([Type.Literal('published'), Type.Literal('machine')], {
        description: 'Who wrote the transcript; null without one',
      }),
    ),
    corrections: Type.Object({
      offsetMs: Type.Integer({ description: 'Already added to every time in this answer' }),
      speakers: Type.Record(Type.String(), Type.String(), { description: 'Published name → shown name' }),
      adOverrides: Type.Array(
        Type.Object({ startMs: milliseconds('Start'), endMs: milliseconds('End'), ad: Type.Boolean() }),
      ),
    }),
  },
  { title: 'Document' },
)
export type DocumentResponse = Static<typeof DocumentResponse>

export const TranscriptResponse = Type.Object(
  {
    documentId: Type.String(),
    timing: TimingSchema,
    cues: Type.Array(
      Type.Object(
        {
          startMs: Nullable(milliseconds('Start')),
          endMs: Nullable(milliseconds('End, exclusive')),
          speaker: Nullable(Type.String()),
          text: Type.String(),
          interpolated: Type.Boolean({ description: 'The time was estimated inside a longer published cue' }),
          ad: Type.Boolean(),
          adReason: Nullable(Type.String({ description: 'What told that it is an advertisement' })),
        },
        { title: 'Cue' },
      ),
    ),
  },
  { title: 'Transcript' },
)
export type TranscriptResponse = Static<typeof TranscriptResponse>

export const PassageListResponse = Type.Object(
  {
    documentId: Type.String(),
    passages: Type.Array(
      Type.Object({
        passageId: Type.String(),
        startMs: Nullable(milliseconds('Start')),
        endMs: Nullable(milliseconds('End, exclusive')),
        anchor: Nullable(Type.String({ description: 'Fragment id of the section, for posts' })),
        ad: Type.Boolean(),
      }),
      { description: 'In order; a pull may replace them' },
    ),
  },
  { title: 'PassageList' },
)
export type PassageListResponse = Static<typeof PassageListResponse>

export const DocumentListQuery = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 200, description: 'Words in the title' })),
  kind: Type.Optional(DocumentKindSchema),
  source: Type.Optional(Type.String({ description: 'A source id' })),
  only: Type.Optional(
    Type.Union([Type.Literal('without-transcript'), Type.Literal('with-issues')], {
      description:
        'Episodes and shorts that have no transcript, or documents that an issue of the latest pull names',
    }),
  ),
  sort: Type.Optional(
    Type.Union([Type.Literal('newest'), Type.Literal('oldest'), Type.Literal('title')], {
      default: 'newest',
      description: 'Undated documents are older than all others',
    }),
  ),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
  cursor: Type.Optional(Type.String({ description: '`next` of the page before' })),
})
export type DocumentListQuery = Static<typeof DocumentListQuery>

export const DocumentListResponse = Type.Object(
  {
    documents: Type.Array(
      Type.Object(
        { ...summaryFields, hasTranscript: Type.Boolean({ description: 'There are cues; never for posts' }) },
        { title: 'ListedDocument' },
      ),
    ),
    total: Type.Integer(),
    next: Nullable(Type.String()),
  },
  { title: 'DocumentList' },
)

export const DocumentPatch = Type.Object(
  {
    offsetMs: Type.Optional(
      Type.Integer({
        minimum: -86_400_000,
        maximum: 86_400_000,
        description: 'Added to every published time; shorter than the document',
      }),
    ),
    speakers: Type.Optional(
      Type.Record(Type.String(), Type.String({ minLength: 1, maxLength: 200 }), {
        description: 'Published name → shown name. Replaces all names that were given before',
      }),
    ),
    adOverrides: Type.Optional(
      Type.Array(
        Type.Object({ startMs: milliseconds('Start'), endMs: milliseconds('End'), ad: Type.Boolean() }),
        {
          maxItems: 1000,
          description:
            'In published times, before `offsetMs`; a later one wins. Replaces all that were given before',
        },
      ),
    ),
  },
  {
    title: 'DocumentPatch',
    additionalProperties: false,
    description: 'Fields that are left out stay as they are',
  },
)
export type DocumentPatch = Static<typeof DocumentPatch>

export const SentenceListQuery = Type.Object({
  startMs: milliseconds('Start of the range'),
  endMs: milliseconds('End of the range, exclusive'),
})

const spoken = {
  startMs: milliseconds('Start, corrected'),
  endMs: milliseconds('End, exclusive'),
}

export const SentenceListResponse = Type.Object({
  sentences: Type.Array(
    Type.Object(
      {
        ...spoken,
        speaker: Nullable(Type.String()),
        words: Type.Array(
          Type.Object({ ...spoken, text: Type.String({ description: 'With the space that follows it' }) }),
        ),
      },
      { title: 'SpokenSentence' },
    ),
    { description: 'Those that the range touches, in order; none where there are no times' },
  ),
})
