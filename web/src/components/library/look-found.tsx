import { useEffect, useRef } from 'preact/hooks'
import type { SourcePreview } from '../../../../client/index.js'
import { documentsState, libraryPath } from '../../library/library-state.js'
import type { Look } from '../../library/look-queue.js'
import { describePreview, describeTranscripts } from '../../library/preview-words.js'
import { nameKind } from '../../library/source-words.js'
import { formatDate } from '../../words.js'
import { Icon } from '../icon.js'

interface LookFoundProps {
  look: Look
  preview: SourcePreview
  isOnly: boolean
}

/** What is there, and what becomes of it. */
export function LookFound({ look, preview, isOnly }: LookFoundProps) {
  const { status, error, location, sourceId } = look
  const { known, title } = preview
  const name = title || location
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    // The button that had the focus is gone.
    if (status === 'added' && document.activeElement === document.body) link.current?.focus()
  }, [status])
  if (status === 'added' || known)
    return (
      <div>
        <h3 dir="auto">
          <a ref={link} href={libraryPath({ ...documentsState, source: sourceId ?? known?.id ?? null })}>
            {name}
          </a>
        </h3>
        <p>
          {status === 'added' ? (
            <>
              <strong>Added.</strong> It can be searched while it is read.
            </>
          ) : (
            'It is in the library already.'
          )}
        </p>
      </div>
    )
  return (
    <div>
      <h3 dir="auto">{name}</h3>
      <Details preview={preview} />
      {isOnly && <Newest items={preview.newest} />}
      {error && (
        <p class="words-failure" role="alert">
          {error.message}
        </p>
      )}
    </div>
  )
}

function Details({ preview }: { preview: SourcePreview }) {
  const { kind, issueCount } = preview
  const transcripts = describeTranscripts(preview)
  return (
    <>
      <p class="hit-line">
        <span class="detail">{nameKind(kind)}</span>
        {describePreview(preview).map((part) => (
          <span key={part} class="detail">
            {part}
          </span>
        ))}
      </p>
      {transcripts !== '' && <p>{transcripts}</p>}
      {issueCount > 0 && (
        <p class="dim">
          {issueCount === 1 ? 'One entry' : `${issueCount.toLocaleString('en')} entries`} of it cannot be
          read.
        </p>
      )}
    </>
  )
}

function Newest({ items }: { items: SourcePreview['newest'] }) {
  return (
    <ul class="look-newest" aria-label="Newest">
      {items.map((item, index) => (
        <li key={index}>
          <Icon name={item.kind} />
          <span dir="auto">{item.title}</span>
          <span class="dim small">{formatDate(item.publishedAt)}</span>
        </li>
      ))}
    </ul>
  )
}
