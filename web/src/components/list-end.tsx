import { useRef } from 'preact/hooks'
import { useNearEnd } from '../hooks/use-near-end.js'
import type { SearchView } from '../hooks/use-search.js'
import { FailureNote } from './failure-note.js'
import { Spinner } from './spinner.js'

interface ListEndProps {
  /** Hits shown so far. */
  count: number
  hasMore: boolean
  more: SearchView['more']
}

/** More hits come as one nears the end; the button is for the keyboard, and for when that did not work. */
export function ListEnd({ count, hasMore, more }: ListEndProps) {
  const element = useRef<HTMLDivElement>(null)
  useNearEnd(
    element,
    () => {
      if (hasMore && more.error === null) more.load()
    },
    `${count} ${hasMore}`,
  )
  return (
    <div ref={element} class="list-end" data-testid="list-end">
      {more.error ? (
        <FailureNote title="More results could not be fetched." error={more.error} retry={more.load} />
      ) : hasMore ? (
        <>
          <button type="button" class="button show-more" disabled={more.waiting} onClick={more.load}>
            Show more results
          </button>
          <Spinner waiting={more.waiting} label="Fetching more" />
        </>
      ) : (
        <p class="dim small">These are all of them.</p>
      )}
    </div>
  )
}
