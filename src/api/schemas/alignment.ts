import { Type, type Static } from 'typebox'
import { milliseconds, Nullable } from './common.js'
import { DocumentSummaryResponse } from './document.js'

export const AlignmentQuery = Type.Object({
  with: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 100,
      description:
        'Id of the recording, when the document is a post, or of the post; its companion nearest in date without',
    }),
  ),
})
export type AlignmentQuery = Static<typeof AlignmentQuery>

const place = {
  startMs: Nullable(
    milliseconds('When it begins to be said, corrected; null without times or when not said'),
  ),
  endMs: Nullable(milliseconds('When it ends, exclusive')),
  passageId: Nullable(Type.String({ description: 'Passage of the recording in which it begins' })),
  offset: Nullable(
    Type.Integer({ minimum: 0, description: 'Where in the text of that passage, in UTF-16 units' }),
  ),
  endPassageId: Nullable(Type.String({ description: 'Passage in which it ends' })),
  endOffset: Nullable(
    Type.Integer({
      minimum: 0,
      description: 'Where in the text of that passage, exclusive, in UTF-16 units',
    }),
  ),
  confidence: Nullable(
    Type.Number({
      minimum: 0.5,
      maximum: 1,
      description:
        'The chance that it is said and begins there; null when it is not said, or not surely enough',
    }),
  ),
}

export const AlignmentResponse = Type.Object(
  {
    post: DocumentSummaryResponse,
    recording: DocumentSummaryResponse,
    topics: Type.Array(
      Type.Object(
        {
          title: Type.String({
            description: 'The heading, or how the entry of a list begins; empty before the first heading',
          }),
          anchor: Type.String({ description: 'Fragment id of its section; empty before the first heading' }),
          isSection: Type.Boolean({ description: 'A whole section, and not an entry of a list' }),
          ...place,
        },
        { title: 'AlignedTopic' },
      ),
      { description: 'What the post is about, one thing after the other; in the order of the post' },
    ),
    parts: Type.Array(
      Type.Object(
        {
          topic: Type.Integer({ minimum: 0, description: 'Index of the topic that it is part of' }),
          anchor: Type.String({ description: 'Fragment id of its section' }),
          heading: Type.String({ description: 'Heading of its section' }),
          paragraph: Type.Integer({
            minimum: 0,
            description:
              'Position among the paragraphs and entries of its section, tables and code not counted',
          }),
          from: Type.Integer({ minimum: 0, description: "Start in the section's `text`, in UTF-16 units" }),
          to: Type.Integer({ minimum: 0, description: "End in the section's `text`, exclusive" }),
          text: Type.String({ description: 'How it begins' }),
          ...place,
        },
        { title: 'AlignedPart' },
      ),
      { description: 'Paragraphs and entries of lists; in the order of the post' },
    ),
    others: Type.Array(DocumentSummaryResponse, {
      description: 'What else belongs to the document that was asked for, nearest in date first',
    }),
  },
  { title: 'Alignment', description: 'What of a post is said where in a recording' },
)
export type AlignmentResponse = Static<typeof AlignmentResponse>

export const ChaptersResponse = Type.Object(
  {
    version: Type.String({ description: 'Of the format' }),
    title: Type.String({ description: 'Of the recording' }),
    podcastName: Type.String({ description: 'Title of its source' }),
    chapters: Type.Array(
      Type.Object({
        startTime: Type.Number({ minimum: 0, description: 'Seconds' }),
        title: Type.String({ description: 'Of the section or entry of the post' }),
        url: Type.Optional(Type.String({ description: 'Of the section on the page of the post' })),
      }),
      { description: 'By time' },
    ),
  },
  { title: 'AlignmentChapters', description: 'Podcasting 2.0 chapters, JSON 1.2' },
)
