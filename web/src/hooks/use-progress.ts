import type { Job } from '../../../client/index.js'
import { addSample, estimateProgress, type Progress, type Sample } from '../library/job-progress.js'

/** What was seen of running jobs since the page was loaded, by job id; a few are enough. */
const seen = new Map<string, Sample[]>()
const maxJobs = 10

/** How fast a running job goes, by all that any part of the page has seen of it. */
export function useProgress(job: Job | null): Progress | null {
  if (job?.status !== 'running' || job.documentsTotal === null) return null
  const samples = addSample(seen.get(job.id) ?? [], { atMs: Date.now(), done: job.documentsDone })
  seen.delete(job.id)
  seen.set(job.id, samples)
  const [oldest] = seen.keys()
  if (seen.size > maxJobs && oldest !== undefined) seen.delete(oldest)
  return estimateProgress(job, samples)
}
