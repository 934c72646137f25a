import { Type, type Static } from 'typebox'
import { JobResponse } from './source.js'

export const StatusResponse = Type.Object(
  {
    version: Type.String(),
    documents: Type.Object({ episode: Type.Integer(), short: Type.Integer(), post: Type.Integer() }),
    passages: Type.Integer(),
    hours: Type.Number({ description: 'Hours of sound and video, rounded to a tenth' }),
    sources: Type.Integer(),
    issues: Type.Integer({ description: 'Of the latest pull of each source' }),
    withoutTranscript: Type.Integer(),
    index: Type.Object({
      engine: Type.String(),
      passages: Type.Integer(),
      vectors: Type.Integer(),
      sizeBytes: Type.Integer(),
      behind: Type.Integer({ description: 'Changes of the catalog that the index has not followed yet' }),
    }),
    model: Type.String(),
    jobs: Type.Array(JobResponse, { description: 'Queued and running' }),
    examples: Type.Array(Type.String(), { description: 'Questions that this library can answer' }),
  },
  { title: 'Status' },
)
export type StatusResponse = Static<typeof StatusResponse>
