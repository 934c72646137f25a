import { Type, type Static } from 'typebox'
import { sourceKinds } from '../../domain/source.js'
import { DocumentKindSchema, Nullable, milliseconds } from './common.js'
import { DocumentCounts, IssueResponse } from './source.js'

export const SourcePreviewResponse = Type.Object(
  {
    location: Type.String({ description: 'Where it would be pulled from, without passwords and tokens' }),
    kind: Type.Enum([...sourceKinds]),
    title: Type.String(),
    url: Nullable(Type.String()),
    language: Nullable(Type.String()),
    known: Nullable(
      Type.Object(
        { id: Type.String(), title: Type.String() },
        { title: 'KnownSource', description: 'The source of the library that is the same' },
      ),
    ),
    documents: DocumentCounts,
    withTranscript: Type.Integer({ description: 'Episodes and shorts that hold a transcript or name one' }),
    oldestAt: Nullable(Type.String({ description: 'ISO 8601, UTC; of the documents that have a date' })),
    newestAt: Nullable(Type.String({ description: 'ISO 8601, UTC; of the documents that have a date' })),
    newest: Type.Array(
      Type.Object({
        kind: DocumentKindSchema,
        title: Type.String(),
        publishedAt: Nullable(Type.String()),
        durationMs: Nullable(milliseconds('Length')),
        hasTranscript: Type.Boolean({ description: 'It holds a transcript or names one' }),
      }),
      { description: 'Titles to recognise it by, newest first' },
    ),
    issues: Type.Array(IssueResponse, { description: 'What of it cannot be read, the first few' }),
    issueCount: Type.Integer(),
  },
  { title: 'SourcePreview' },
)
export type SourcePreviewResponse = Static<typeof SourcePreviewResponse>

export const SampleResponse = Type.Object(
  { added: Type.Boolean({ description: 'False: the library has sources already' }) },
  { title: 'SampleAdded' },
)
