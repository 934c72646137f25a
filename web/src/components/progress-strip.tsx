import type { Job } from '../../../client/index.js'
import { useProgress } from '../hooks/use-progress.js'
import { useStatus } from '../hooks/use-status.js'
import { describeProgress } from '../library/job-progress.js'
import { describeJob, shareDone } from '../words.js'
import { ProgressBar } from './progress-bar.js'

/** What the library is busy with, above the player; gone when it rests. Searching goes on meanwhile. */
export function ProgressStrip() {
  const jobs = useStatus()?.jobs ?? []
  const first = jobs.find(({ status }) => status === 'running') ?? jobs[0]
  return first ? <Strip job={first} jobs={jobs} /> : null
}

function Strip({ job, jobs }: { job: Job; jobs: readonly Job[] }) {
  const progress = useProgress(job)
  const others = jobs.length - 1
  return (
    <a class="progress-strip" data-testid="progress" href="/library">
      <ProgressBar share={shareDone(jobs)} label="Pulling" />
      <span class="progress-words">
        <bdi>{describeJob(job)}</bdi>
        {progress && <span class="dim"> · {describeProgress(progress)}</span>}
        {others > 0 && <span class="dim"> · {others.toLocaleString('en')} more waiting</span>}
      </span>
    </a>
  )
}
