import { useEffect, useRef, useState } from 'preact/hooks'
import type { Source } from '../../../../client/index.js'
import { pullSource } from '../../api.js'
import { useAction } from '../../hooks/use-action.js'
import { useJob } from '../../hooks/use-job.js'
import type { Library } from '../../hooks/use-library.js'
import { sortIssueCounts } from '../../library/issue-words.js'
import { documentsState, libraryPath } from '../../library/library-state.js'
import {
  describeCounts,
  describeNextPull,
  describePull,
  isOver,
  nameKind,
} from '../../library/source-words.js'
import { IssueGroup } from './issue-group.js'
import { OutsideAddress } from './outside-address.js'
import { RemoveSource } from './remove-source.js'
import { RunningJob } from './running-job.js'
import { SourceTrouble } from './source-trouble.js'

interface SourceCardProps {
  source: Source
  library: Library
  /** The source is what the page is about, and its name the heading above. */
  isAlone?: boolean
  onRemoved: (source: Source) => void
}

export function SourceCard({ source, library, isAlone = false, onRemoved }: SourceCardProps) {
  const { pulls, refresh } = library
  const job = useJob(source.job, refresh)
  const isBusy = job !== null && !isOver(job)
  const pull = useAction(() => pullSource(source.id), refresh)
  const name = source.title || source.location
  const now = Date.now()
  const counts = describeCounts(source)
  const ended = useEnd(isBusy, () =>
    job?.status === 'failed'
      ? `The pull of ${name} failed`
      : `${name}: ${describePull({ ...source, job }, now)}`,
  )
  const again = isBusy || pull.isBusy ? null : pull.start
  return (
    <article class="source" data-testid="source" data-id={source.id} data-alone={isAlone}>
      <div class="source-head">
        {!isAlone && (
          <h3 dir="auto">
            <a href={libraryPath({ ...documentsState, source: source.id })}>{name}</a>
          </h3>
        )}
        <p class="hit-line">
          {counts.map((part) => (
            <span key={part} class="detail">
              {part}
            </span>
          ))}
          {counts.length === 0 && !isBusy && <span class="detail">no documents</span>}
        </p>
        <p class="hit-line">
          <span class="detail">{describePull({ ...source, job }, now)}</span>
          {!isBusy && <span class="detail">{describeNextPull(source, pulls, now)}</span>}
        </p>
        <p class="hit-line">
          <span class="detail">{nameKind(source.kind)}</span>
          <span class="detail">
            <OutsideAddress location={source.location} />
          </span>
        </p>
      </div>
      <div class="source-actions">
        <button
          type="button"
          class="button button-quiet"
          disabled={again === null}
          aria-label={`Pull now: ${name}`}
          onClick={pull.start}
        >
          Pull now
        </button>
        <RemoveSource source={source} onRemoved={() => onRemoved(source)} />
      </div>
      {isBusy && <RunningJob job={job} title={name} />}
      {pull.error && (
        <p class="words-failure" role="alert">
          {pull.error.message}
        </p>
      )}
      <p class="visually-hidden" role="status">
        {ended}
      </p>
      <SourceTrouble source={source} job={job} onAgain={again} />
      {source.issues.length > 0 && (
        <div class="issue-groups">
          {sortIssueCounts(source.issues).map((issue) => (
            <IssueGroup key={issue.code} source={source} issue={issue} onAgain={again} />
          ))}
        </div>
      )}
    </article>
  )
}

/** What to say to those who cannot see it, once a pull that was seen to go on has ended. */
function useEnd(isBusy: boolean, describe: () => string): string {
  const [said, setSaid] = useState('')
  const wasBusy = useRef(isBusy)
  useEffect(() => {
    if (wasBusy.current !== isBusy) setSaid(isBusy ? '' : describe())
    wasBusy.current = isBusy
  }, [isBusy])
  return said
}
