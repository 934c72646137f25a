import type { Issue } from './issue.js'

export type JobStatus = 'queued' | 'running' | 'done' | 'failed'

/** One pull of one source, kept so that its progress and its issues can be shown, and so that it can be resumed. */
export interface Job {
  id: string
  sourceId: string
  status: JobStatus
  /** What is being done now, in words: the title of a document, or a stage. */
  step: string
  documentsDone: number
  /** Null until the source has been read. */
  documentsTotal: number | null
  passagesEmbedded: number
  createdAt: string
  startedAt: string | null
  finishedAt: string | null
  /** Set when `failed`. */
  error: { code: string; message: string } | null
  issues: Issue[]
}
