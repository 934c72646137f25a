import type { ComponentChildren } from 'preact'
import type { PagesView } from '../hooks/use-pages.js'
import { FailureNote } from './failure-note.js'
import { Spinner } from './spinner.js'

interface PagedListProps<Item> {
  view: PagesView<Item>
  /** What they are, more than one: `documents`. */
  nouns: string
  /** Gives the list. */
  children: (items: readonly Item[]) => ComponentChildren
}

/** A list within a page that goes on when asked. */
export function PagedList<Item>({ view, nouns, children }: PagedListProps<Item>) {
  const { pages, waiting, error, retry, showMore } = view
  const hasMore = pages !== null && pages.next !== null
  return (
    <>
      {pages && children(pages.items)}
      {error && <FailureNote title={`These ${nouns} cannot be shown.`} error={error} retry={retry} />}
      {(waiting || hasMore) && (
        <p>
          {hasMore && (
            <button type="button" class="more-toggle" disabled={waiting} onClick={showMore}>
              {pages.total === null ? 'Show more' : `Show more of ${pages.total.toLocaleString('en')}`}{' '}
              {nouns}
            </button>
          )}
          <Spinner waiting={waiting} label="Loading" />
        </p>
      )}
    </>
  )
}
