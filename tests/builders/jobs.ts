import type { Job } from '../../src/domain/job.js'

/** One that waits, unless told otherwise. */
export const aJob = (fields: Partial<Job> = {}): Job => ({
  id: 'job-1',
  sourceId: 'source-1',
  status: 'queued',
  step: 'waiting',
  documentsDone: 0,
  documentsTotal: null,
  passagesEmbedded: 0,
  createdAt: '2026-01-01T00:00:00.000Z',
  startedAt: null,
  finishedAt: null,
  error: null,
  report: null,
  issues: [],
  ...fields,
})
