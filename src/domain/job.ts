import type { Issue } from './issue.js'

export type JobStatus = 'queued' | 'running' | 'done' | 'failed'

/** What a pull did to the library, in documents. */
export interface JobReport {
  added: number
  changed: number
  unchanged: number
  /** Their publisher took them away. */
  withdrawn: number
  /** Another source has them, which keeps them. */
  elsewhere: number
}

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
  /** Set when `done`; null for jobs that ended before it was kept. */
  report: JobReport | null
  issues: Issue[]
}
