import type { DocumentSummary } from '../../../client/index.js'
import { documentPath } from '../url-state.js'
import { formatDate, formatLength } from '../words.js'
import { KindLabel } from './icon.js'

interface DocumentRowProps {
  document: DocumentSummary
  /** Of the section that the row is there for. */
  anchor?: string | null
}

export function DocumentRow({ document, anchor = null }: DocumentRowProps) {
  const { id, kind, title, sourceTitle, publishedAt, durationMs } = document
  const details = [sourceTitle, formatDate(publishedAt), durationMs === null ? '' : formatLength(durationMs)]
  return (
    <li class="document-row">
      <a href={documentPath({ id, startMs: null, anchor, q: '' })} dir="auto">
        {title}
      </a>
      <p class="hit-line">
        <KindLabel kind={kind} />
        {details
          .filter((detail) => detail !== '')
          .map((detail) => (
            <span key={detail} class="detail">
              {detail}
            </span>
          ))}
      </p>
    </li>
  )
}
