import type { Issue, ListedDocument } from '../../../../client/index.js'
import { documentPath } from '../../url-state.js'
import { formatDate, formatLength } from '../../words.js'
import { KindLabel } from '../icon.js'

interface ListedDocumentRowProps {
  document: ListedDocument
  /** Of several sources in one list each names its own. */
  showsSource: boolean
  /** About this document. */
  issues: readonly Issue[]
}

/** More are on the card of the source. */
const maxIssues = 3

export function ListedDocumentRow({ document, showsSource, issues }: ListedDocumentRowProps) {
  const { id, kind, title, sourceTitle, publishedAt, durationMs, hasTranscript } = document
  const messages = [...new Set(issues.map(({ message }) => message))].slice(0, maxIssues)
  const details = [
    showsSource ? sourceTitle : '',
    formatDate(publishedAt),
    durationMs === null ? '' : formatLength(durationMs),
    kind !== 'post' && !hasTranscript ? 'no transcript' : '',
  ]
  return (
    <li class="document-row" data-testid="document">
      <a href={documentPath({ id, startMs: null, anchor: null, q: '' })} dir="auto">
        {title}
      </a>
      <p class="hit-line">
        <KindLabel kind={kind} />
        {details
          .filter((detail) => detail !== '')
          .map((detail) => (
            <span key={detail} class="detail">
              <bdi>{detail}</bdi>
            </span>
          ))}
      </p>
      {messages.map((message) => (
        <p key={message} class="document-issue small">
          {message}
        </p>
      ))}
    </li>
  )
}
