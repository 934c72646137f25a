import type { Job, Source } from '../../../../client/index.js'
import { remedyFor } from '../../library/failure-words.js'
import { formatAgo } from '../../words.js'

interface SourceTroubleProps {
  source: Source
  job: Job | null
  /** Null while it is being pulled. */
  onAgain: (() => void) | null
}

/** Why a source as a whole could not be pulled: it is gone, or the last pull failed. */
export function SourceTrouble({ source, job, onAgain }: SourceTroubleProps) {
  const now = Date.now()
  if (source.goneAt !== null)
    return (
      <div class="note trouble" data-testid="gone">
        <p>
          <strong>Its publisher removed it for good, {formatAgo(source.goneAt, now)}.</strong>{' '}
          {source.withdrawn > 0
            ? 'What was read stays in the library and is no longer found by searching.'
            : 'Nothing of it is left to find.'}
        </p>
        <p>Look for its new address on the pages of its publisher and add that; this one you can remove.</p>
      </div>
    )
  if (job?.status !== 'failed' || !job.error) return null
  const remedy = remedyFor(job.error.code)
  return (
    <div class="note trouble" data-testid="failed">
      <p>
        <strong>The last pull failed{job.finishedAt && `, ${formatAgo(job.finishedAt, now)}`}.</strong>{' '}
        <bdi>{job.error.message}</bdi>
      </p>
      <p>
        {remedy}
        {remedy !== null && ' '}
        {source.documents > 0 && 'What was read before stays as it is.'}
      </p>
      <button type="button" class="button" disabled={onAgain === null} onClick={onAgain ?? undefined}>
        Try again
      </button>
    </div>
  )
}
