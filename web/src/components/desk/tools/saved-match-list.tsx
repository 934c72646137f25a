import { useEffect, useRef } from 'preact/hooks'
import type { Clip, SavedMatch, SavedSearch } from '../../../../../client/index.js'
import type { NewClip } from '../../../collections-api.js'
import { listSavedMatches, markMatchesRead } from '../../../desk-tools-api.js'
import { keepSaved } from '../../../desk/saved-store.js'
import { useAction } from '../../../hooks/use-action.js'
import { Kept } from '../../../hooks/use-loaded.js'
import { usePages, type Pages } from '../../../hooks/use-pages.js'
import { FailureNote } from '../../failure-note.js'
import { Spinner } from '../../spinner.js'
import { DeskHit } from '../desk-hit.js'

interface SavedMatchListProps {
  search: SavedSearch
  clips: readonly Clip[]
  onAdd: (clip: NewClip) => void
}

const pageSize = 10
const kept = new Kept<Pages<SavedMatch>>()

/** What came into the library since a search was saved, unread first. */
export function SavedMatchList({ search, clips, onAdd }: SavedMatchListProps) {
  const { id, query, matches, unread, lastMatchAt } = search
  const found = usePages(
    id,
    async (cursor, signal) => {
      const page = await listSavedMatches(id, { limit: pageSize, ...(cursor !== null && { cursor }) }, signal)
      return { items: page.matches, total: null, next: page.next }
    },
    kept,
  )
  const state = `${matches} ${unread} ${lastMatchAt}`
  const shown = useRef(state)
  useEffect(() => {
    if (shown.current === state) return
    shown.current = state
    found.reload()
  }, [state])
  // Another visit may have left what was so then.
  useEffect(() => () => kept.clear(), [])
  const items = found.pages?.items ?? []
  // What came after the list was shown was not read.
  const newest = Math.max(0, ...items.map(({ number }) => number))
  const marking = useAction(
    async () => keepSaved(await markMatchesRead(id, newest)),
    () => undefined,
  )
  if (matches === 0)
    return (
      <p class="dim small">What comes into the library from now on is held against it and listed here.</p>
    )
  return (
    <>
      {unread > 0 && (
        <button
          type="button"
          class="button button-small saved-read"
          data-testid="mark-read"
          disabled={marking.isBusy || items.length === 0}
          onClick={marking.start}
        >
          Mark all as read
        </button>
      )}
      <p class="words-failure small" role="alert">
        {marking.error?.message}
      </p>
      {found.error && (
        <FailureNote title="They could not be fetched." error={found.error} retry={found.retry} />
      )}
      {!found.pages && !found.error && (
        <p class="desk-line">
          <Spinner waiting label="Loading" />
        </p>
      )}
      <ol class="desk-hits" data-testid="saved-matches">
        {items.map(({ number, read, hit }) => (
          <DeskHit
            key={number}
            hit={hit}
            q={query}
            clips={clips}
            onAdd={onAdd}
            notes={
              !read && (
                <p class="place-note">
                  <span class="unread">New</span>
                </p>
              )
            }
          />
        ))}
      </ol>
      {found.pages?.next != null && !found.error && (
        <button type="button" class="more-toggle" disabled={found.waiting} onClick={found.showMore}>
          Show more
        </button>
      )}
    </>
  )
}
