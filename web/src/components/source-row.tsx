import { useState } from 'preact/hooks'
import type { SourceResponse } from '../../../src/api/schemas/source.js'
import { pullSource, toApiError, type ApiError } from '../api.js'
import { isOver, useJob } from '../hooks/use-job.js'
import { countOf, describeJob, formatAgo, shareDone } from '../words.js'
import { IssueList } from './issue-list.js'
import { ProgressBar } from './progress-bar.js'

interface SourceRowProps {
  source: SourceResponse
  onChange: () => void
  askToken: (again: () => void) => void
}

export function SourceRow({ source, onChange, askToken }: SourceRowProps) {
  const [error, setError] = useState<ApiError | null>(null)
  const job = useJob(source.job, onChange)
  const isBusy = job !== null && !isOver(job)

  const pull = async () => {
    setError(null)
    try {
      await pullSource(source.id)
      onChange()
    } catch (failure) {
      const failed = toApiError(failure)
      setError(failed)
      if (failed.code === 'TOKEN_REQUIRED') askToken(() => void pull())
    }
  }

  return (
    <li class="source" data-testid="source">
      <div class="source-head">
        <h3 dir="auto">{source.title || source.location}</h3>
        <button type="button" class="button" disabled={isBusy} onClick={() => void pull()}>
          {job?.status === 'failed' ? 'Try again' : 'Look for new'}
        </button>
      </div>
      <p class="source-location">{source.location}</p>
      <p class="hit-line">
        <span class="detail">{countOf(source.documents, source.kind === 'posts' ? 'post' : 'document')}</span>
        <span class="detail">
          {source.pulledAt === null
            ? 'never read to its end'
            : `read ${formatAgo(source.pulledAt, Date.now())}`}
        </span>
      </p>
      {source.goneAt !== null && (
        <p class="note">
          Its publisher removed it for good, {formatAgo(source.goneAt, Date.now())}. What was read stays here,
          and is no longer found by searching.
        </p>
      )}
      {isBusy && (
        <div class="source-progress" role="status">
          <ProgressBar share={shareDone([job])} label={`Indexing ${source.title}`} />
          <p>{describeJob(job)}</p>
        </div>
      )}
      {error && (
        <p class="words-failure" role="alert">
          {error.message}
        </p>
      )}
      {job?.error && <p class="words-failure">The last pull failed: {job.error.message}</p>}
      {job && job.issues.length > 0 && <IssueList issues={job.issues} />}
    </li>
  )
}
