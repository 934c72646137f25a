import { useEffect, useRef, useState } from 'preact/hooks'
import type { SourcePreview } from '../../../../client/index.js'
import { lookQueue } from '../../hooks/use-looks.js'
import { remedyFor } from '../../library/failure-words.js'
import type { Look } from '../../library/look-queue.js'
import { Icon } from '../icon.js'
import { LookFound } from './look-found.js'

interface LookCardProps {
  look: Look
  /** What was looked for alone is shown whole; in a list each is a line until it is opened. */
  isOnly: boolean
  /** It was taken off the list. */
  onLeft: () => void
}

/** One location: being looked at, what was found there, or why nothing was. */
export function LookCard({ look, isOnly, onLeft }: LookCardProps) {
  const { location, status, preview, error } = look
  const drop = () => {
    lookQueue.drop(location)
    onLeft()
  }
  const isUnderWay = status === 'waiting' || status === 'looking'
  return (
    <li class="look" data-testid="look" data-status={status}>
      {isUnderWay && <LookUnderWay look={look} />}
      {status === 'failed' && error && (
        <div>
          <p>
            <strong class="source-location">{location}</strong>
          </p>
          <p>
            <bdi>{error.message}</bdi>
          </p>
          <p>{remedyFor(error.code)}</p>
        </div>
      )}
      {preview && <LookFound look={look} preview={preview} isOnly={isOnly} />}
      <div class="look-actions">
        {status === 'found' && preview?.known === null && (
          <AddButton look={look} preview={preview} isOnly={isOnly} />
        )}
        {status === 'adding' && (
          <button type="button" class="button" disabled>
            Adding…
          </button>
        )}
        {status === 'failed' && (
          <button type="button" class="button" onClick={() => lookQueue.start([location])}>
            Try again
          </button>
        )}
        {status !== 'adding' && (
          <button
            type="button"
            class="button button-quiet"
            aria-label={`${isUnderWay ? 'Cancel looking at' : 'Take off the list:'} ${location}`}
            onClick={drop}
          >
            {isUnderWay ? 'Cancel' : <Icon name="close" />}
          </button>
        )}
      </div>
    </li>
  )
}

/** After this long one wonders. */
const longMs = 4000

function LookUnderWay({ look: { location, status, sinceMs } }: { look: Look }) {
  const [, setNow] = useState(0)
  useEffect(() => {
    if (status !== 'looking') return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [status])
  const takesMs = sinceMs === null ? 0 : Date.now() - sinceMs
  return (
    <div>
      <p class="source-location">{location}</p>
      {status === 'looking' && <progress class="progress-bar" aria-label={`Looking at ${location}`} />}
      <p class="dim small">
        {status === 'waiting'
          ? 'Waiting its turn'
          : takesMs < longMs
            ? 'Looking at what is there'
            : `Still looking, ${Math.round(takesMs / 1000)} s; long lists and channels take a while`}
      </p>
    </div>
  )
}

function AddButton({
  look: { location },
  preview,
  isOnly,
}: {
  look: Look
  preview: SourcePreview
  isOnly: boolean
}) {
  const button = useRef<HTMLButtonElement>(null)
  // Who looked for one thing adds it with the next press of Enter.
  useEffect(() => {
    const focused = document.activeElement
    const isFree =
      focused === document.body || (focused instanceof HTMLTextAreaElement && focused.value === '')
    if (isOnly && isFree) button.current?.focus({ preventScroll: true })
  }, [])
  return (
    <button
      ref={button}
      type="button"
      class={isOnly ? 'button button-main' : 'button'}
      aria-label={`Add ${preview.title}`}
      onClick={() => void lookQueue.add([location])}
    >
      Add
    </button>
  )
}
