import type { Job } from '../../../../client/index.js'
import { useProgress } from '../../hooks/use-progress.js'
import { describeProgress } from '../../library/job-progress.js'
import { describeJob, shareDone } from '../../words.js'
import { ProgressBar } from '../progress-bar.js'

/** A job under way: how far, at what, how fast. */
export function RunningJob({ job, title }: { job: Job; title: string }) {
  const progress = useProgress(job)
  return (
    <div class="running-job" data-testid="job" data-status={job.status}>
      {job.status === 'running' && <ProgressBar share={shareDone([job])} label={`Pulling ${title}`} />}
      <p>
        <bdi>{describeJob(job)}</bdi>
        {progress && <span class="dim"> · {describeProgress(progress)}</span>}
      </p>
    </div>
  )
}
