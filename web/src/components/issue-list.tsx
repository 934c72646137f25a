import type { JobResponse } from '../../../src/api/schemas/source.js'
import { countOf } from '../words.js'

/** More would bury the page; the job's own address has them all. */
const maxShown = 50

/** What was wrong with single items of a source, each in words and with its place. */
export function IssueList({ issues }: { issues: JobResponse['issues'] }) {
  return (
    <details class="issues">
      <summary>{countOf(issues.length, 'issue')} in what was read</summary>
      <ul>
        {issues.slice(0, maxShown).map(({ where, message, code }, index) => (
          <li key={index}>
            <span dir="auto">{where}</span>: {message} <code class="dim">{code}</code>
          </li>
        ))}
      </ul>
      {issues.length > maxShown && <p class="dim">and {issues.length - maxShown} more</p>}
    </details>
  )
}
