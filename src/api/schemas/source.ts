import { Type, type Static } from 'typebox'
import { sourceKinds } from '../../domain/source.js'
import { Nullable } from './common.js'

export const IssueResponse = Type.Object({
  code: Type.String(),
  where: Type.String({ description: 'The item, file or line' }),
  message: Type.String(),
})

export const JobResponse = Type.Object({
  id: Type.String(),
  sourceId: Type.String(),
  status: Type.Union([
    Type.Literal('queued'),
    Type.Literal('running'),
    Type.Literal('done'),
    Type.Literal('failed'),
  ]),
  step: Type.String({ description: 'What is being done, in words' }),
  documentsDone: Type.Integer(),
  documentsTotal: Nullable(Type.Integer({ description: 'Null until the source has been read' })),
  passagesEmbedded: Type.Integer(),
  createdAt: Type.String(),
  startedAt: Nullable(Type.String()),
  finishedAt: Nullable(Type.String()),
  error: Nullable(Type.Object({ code: Type.String(), message: Type.String() })),
  issues: Type.Array(IssueResponse),
})
export type JobResponse = Static<typeof JobResponse>

export const SourceResponse = Type.Object({
  id: Type.String(),
  kind: Type.Enum([...sourceKinds]),
  location: Type.String({
    description: 'Address without passwords and tokens, or path on the machine of the server',
  }),
  title: Type.String(),
  url: Nullable(Type.String()),
  imageUrl: Nullable(Type.String()),
  language: Nullable(Type.String()),
  addedAt: Type.String(),
  pulledAt: Nullable(Type.String({ description: 'The last pull that ended well' })),
  goneAt: Nullable(
    Type.String({ description: 'Since when its publisher says that it is gone for good (HTTP 410)' }),
  ),
  documents: Type.Integer({ description: 'How many it has in the library' }),
  job: Nullable(JobResponse),
})
export type SourceResponse = Static<typeof SourceResponse>

export const SourceListResponse = Type.Object({ sources: Type.Array(SourceResponse) })
export type SourceListResponse = Static<typeof SourceListResponse>

export const AddSourceBody = Type.Object(
  {
    location: Type.String({
      minLength: 1,
      maxLength: 2000,
      description: 'An http(s) address, or a path on the server',
    }),
  },
  { additionalProperties: false },
)
export const AddSourceResponse = Type.Object({ source: SourceResponse, job: JobResponse })
export type AddSourceResponse = Static<typeof AddSourceResponse>
