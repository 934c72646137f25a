import { formatClock } from '../../../src/domain/time.js'
import { trackOf, type Playable } from '../player-state.js'
import { documentPath } from '../url-state.js'
import { Icon } from './icon.js'
import { TimeButton } from './time-button.js'

interface PlaceHandleProps {
  document: Playable
  /** Where playing begins; null without times. */
  atMs: number | null
  anchor?: string | null
  q?: string
  testId?: string
  quiet?: boolean
}

/** The handle of a place: its time plays; without sound of our own it leads to the page, as a text does. */
export function PlaceHandle({
  document,
  atMs,
  anchor = null,
  q = '',
  testId,
  quiet = false,
}: PlaceHandleProps) {
  const track = trackOf(document)
  if (track && atMs !== null)
    return <TimeButton track={track} startMs={atMs} quiet={quiet} {...(testId !== undefined && { testId })} />
  return (
    <a
      class={quiet ? 'time time-quiet' : 'time'}
      href={documentPath({ id: document.id, startMs: atMs, anchor, q })}
      aria-label={atMs === null ? `Read ${document.title}` : `Open ${document.title} at ${formatClock(atMs)}`}
    >
      {atMs === null ? (
        'Read'
      ) : (
        <>
          <Icon name="outside" />
          {formatClock(atMs)}
        </>
      )}
    </a>
  )
}
