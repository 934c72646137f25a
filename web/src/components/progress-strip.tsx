import { useStatus } from '../hooks/use-status.js'
import { describeJob, shareDone } from '../words.js'
import { ProgressBar } from './progress-bar.js'

/** What the library is busy with, above the player; gone when it rests. Searching goes on meanwhile. */
export function ProgressStrip() {
  const jobs = useStatus()?.jobs ?? []
  const first = jobs.find(({ status }) => status === 'running') ?? jobs[0]
  if (!first) return null
  const others = jobs.length - 1
  return (
    <div class="progress-strip" data-testid="progress" role="status" aria-label="Indexing">
      <ProgressBar share={shareDone(jobs)} label="Indexing" />
      <p class="progress-words">
        {describeJob(first)}
        {others > 0 && <span class="dim"> · and {others} more</span>}
      </p>
    </div>
  )
}
