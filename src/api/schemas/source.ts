import { Type, type Static } from 'typebox'
import { sourceKinds } from '../../domain/source.js'
import { Nullable } from './common.js'

export const IssueResponse = Type.Object(
  {
    code: Type.String(),
    where: Type.String({ description: 'The item, file or line' }),
    message: Type.String(),
  },
  { title: 'Issue' },
)

const JobReportSchema = Type.Object(
  {
    added: Type.Integer(),
    changed: Type.Integer(),
    unchanged: Type.Integer(),
    withdrawn: Type.Integer({ description: 'Their publisher took them away' }),
    elsewhere: Type.Integer({ description: 'Another source has them, which keeps them' }),
  },
  { title: 'JobReport', description: 'What a pull that ended well did to the library, in documents' },
)

export const JobResponse = Type.Object(
  {
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
    report: Nullable(JobReportSchema),
    issues: Type.Array(IssueResponse, { description: 'At most 500; in lists of sources at most 20' }),
  },
  { title: 'Job' },
)
export type JobResponse = Static<typeof JobResponse>

export const DocumentCounts = Type.Object(
  { episode: Type.Integer(), short: Type.Integer(), post: Type.Integer() },
  { title: 'DocumentCounts', description: 'Without withdrawn ones' },
)

export const SourceResponse = Type.Object(
  {
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
    documents: Type.Integer({ description: 'How many it has in the library, withdrawn ones too' }),
    kinds: DocumentCounts,
    withdrawn: Type.Integer({ description: 'Documents that their publisher took away' }),
    hours: Type.Number({ description: 'Hours of sound and video, rounded to a tenth' }),
    withoutTranscript: Type.Integer({ description: 'Episodes and shorts without one' }),
    issues: Type.Array(Type.Object({ code: Type.String(), count: Type.Integer() }, { title: 'IssueCount' }), {
      description: 'Of the latest pull that ended well, most first',
    }),
    nextPullAt: Nullable(
      Type.String({ description: 'When the server pulls it by itself; null: only when asked to' }),
    ),
    job: Nullable(JobResponse),
  },
  { title: 'Source' },
)
export type SourceResponse = Static<typeof SourceResponse>

export const SourceListResponse = Type.Object(
  {
    sources: Type.Array(SourceResponse),
    pulls: Type.Object({
      everyMs: Nullable(Type.Integer({ description: 'How often each source is pulled by itself, in ms' })),
      watches: Type.Boolean({ description: 'Local sources are pulled when they change' }),
    }),
  },
  { title: 'SourceList' },
)
export type SourceListResponse = Static<typeof SourceListResponse>

export const PullAllResponse = Type.Object({ jobs: Type.Array(JobResponse) }, { title: 'PullAll' })

export const IssueListQuery = Type.Object({
  code: Type.Optional(Type.String({ maxLength: 100, description: 'Only issues with this code' })),
})
export const IssueListResponse = Type.Object(
  {
    issues: Type.Array(IssueResponse, { description: 'Of the latest pull that ended well; at most 500' }),
  },
  { title: 'IssueList' },
)
export type IssueListResponse = Static<typeof IssueListResponse>

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
export const AddSourceResponse = Type.Object(
  { source: SourceResponse, job: JobResponse },
  { title: 'AddedSource' },
)
export type AddSourceResponse = Static<typeof AddSourceResponse>
