import { useState } from 'preact/hooks'
import type { IssueCount, Source } from '../../../../client/index.js'
import { useLoaded } from '../../hooks/use-loaded.js'
import { listIssues } from '../../library-api.js'
import { describeIssues, listPlaces } from '../../library/issue-words.js'
import { LimitedList } from '../limited-list.js'
import { Spinner } from '../spinner.js'

interface IssueGroupProps {
  source: Source
  issue: IssueCount
  /** Null while its source is being pulled. */
  onAgain: (() => void) | null
}

/** One kind of trouble in a line; what to do and where it is unfold. */
export function IssueGroup({ source, issue, onAgain }: IssueGroupProps) {
  const [isOpen, setOpen] = useState(false)
  const { title, remedy, mayPass } = describeIssues(issue, source.kinds.episode + source.kinds.short)
  return (
    <details
      class="issue-group"
      data-testid="issue"
      data-code={issue.code}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{title}</summary>
      {isOpen && (
        <div class="issue-body">
          {remedy !== '' && <p>{remedy}</p>}
          {mayPass && (
            <button type="button" class="button" disabled={onAgain === null} onClick={onAgain ?? undefined}>
              Try again
            </button>
          )}
          <IssuePlaces source={source} issue={issue} />
        </div>
      )}
    </details>
  )
}

/** Enough to see what they have in common. */
const shownAtFirst = 10

function IssuePlaces({ source, issue }: { source: Source; issue: IssueCount }) {
  const { value, error } = useLoaded(`issues:${source.id}:${source.pulledAt}:${issue.code}`, (signal) =>
    listIssues(source.id, issue.code, signal),
  )
  if (error) return <p class="words-failure">{error.message}</p>
  if (!value)
    return (
      <p>
        <Spinner waiting label="Loading" />
      </p>
    )
  const places = listPlaces(value.issues, issue.code)
  return (
    <>
      <LimitedList items={places} limit={shownAtFirst} noun="place" class="issue-places">
        {({ where, message }) => (
          <li key={`${where} ${message}`}>
            <span dir="auto">{where}</span>
            {message !== '' && (
              <span class="dim" dir="auto">
                {message}
              </span>
            )}
          </li>
        )}
      </LimitedList>
      {places.length < issue.count && (
        <p class="dim small">
          {places.length.toLocaleString('en')} of {issue.count.toLocaleString('en')} are listed.
        </p>
      )}
    </>
  )
}
