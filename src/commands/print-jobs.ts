import type { Job } from '../domain/job.js'
import { displayLocation } from '../domain/location.js'
import type { Source } from '../domain/source.js'
import { clean, type Terminal } from './terminal.js'

/** A line a source, or all of them as JSON. */
export function printJobs(
  ended: readonly { source: Source; job: Job }[],
  { terminal, json }: { terminal: Terminal; json: boolean },
): void {
  if (json) {
    const pulls = ended.map(({ source, job }) => ({
      source: { ...source, location: displayLocation(source.location) },
      job,
    }))
    terminal.print(JSON.stringify({ pulls }, null, 2))
    return
  }
  for (const { source, job } of ended) {
    const issues = job.issues.length > 0 ? `, ${job.issues.length} issues` : ''
    terminal.print(`${clean(source.title)}: ${job.status}, ${clean(job.step)}${issues}`)
  }
}
