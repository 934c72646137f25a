import { useLocation } from 'preact-iso'
import { useId, useState } from 'preact/hooks'
import type { Clip, SavedSearch } from '../../../../../client/index.js'
import type { NewClip } from '../../../collections-api.js'
import { removeSavedSearch } from '../../../desk-tools-api.js'
import { deskPath, readDeskState } from '../../../desk/desk-state.js'
import { stateOfSaved } from '../../../desk/saved-search.js'
import { dropSaved } from '../../../desk/saved-store.js'
import { describeFilters, describeMatches } from '../../../desk/saved-words.js'
import { useAction } from '../../../hooks/use-action.js'
import { useLibrary } from '../../../hooks/use-library.js'
import { Icon } from '../../icon.js'
import { ConfirmDialog } from '../../library/confirm-dialog.js'
import { SavedFeed } from './saved-feed.js'
import { SavedMatchList } from './saved-match-list.js'
import { SavedWebhook } from './saved-webhook.js'

interface SavedEntryProps {
  search: SavedSearch
  clips: readonly Clip[]
  onAdd: (clip: NewClip) => void
}

/** A saved search: how much is new, and opened what that is, its feed and its webhook. */
export function SavedEntry({ search, clips, onAdd }: SavedEntryProps) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const filters = describeFilters(search, useSourceTitle(search.filters.source ?? null))
  return (
    <li class="saved" data-testid="saved-search">
      <h3>
        <button
          type="button"
          class="saved-toggle"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="down" />
          <span class="saved-name" dir="auto">
            {search.name}
          </span>
          {search.unread > 0 && (
            <span class="unread" data-testid="unread">
              {search.unread.toLocaleString('en')} new
            </span>
          )}
        </button>
      </h3>
      <p class="saved-about dim small">
        {filters !== '' && (
          <>
            <bdi>{filters}</bdi> ·{' '}
          </>
        )}
        {describeMatches(search, Date.now())}
      </p>
      <div id={id} class="saved-body" hidden={!isOpen}>
        {isOpen && (
          <>
            <SavedMatchList search={search} clips={clips} onAdd={onAdd} />
            <SavedFeed search={search} />
            <SavedWebhook search={search} />
            <SavedFoot search={search} />
          </>
        )}
      </div>
    </li>
  )
}

function useSourceTitle(id: string | null): string | null {
  const { sources } = useLibrary()
  return sources?.find((source) => source.id === id)?.title ?? null
}

function SavedFoot({ search }: { search: SavedSearch }) {
  const { url } = useLocation()
  const [isAsking, setAsking] = useState(false)
  const removing = useAction(
    () => removeSavedSearch(search.id),
    () => dropSaved(search.id),
  )
  const state = readDeskState(new URL(url, location.origin).search)
  return (
    <div class="button-row saved-foot">
      <a
        class="button button-small"
        href={deskPath({ ...state, tool: 'search', search: stateOfSaved(search) })}
      >
        Search the whole library
      </a>
      <button type="button" class="button button-small" onClick={() => setAsking(true)}>
        Delete
      </button>
      {isAsking && (
        <ConfirmDialog
          title={
            <>
              Delete <bdi>“{search.name}”</bdi>?
            </>
          }
          verb="Delete it"
          action={removing}
          onClose={() => {
            setAsking(false)
            removing.reset()
          }}
        >
          <p>
            What it found is no longer listed{search.webhook ? ', and its webhook is told nothing more' : ''}.
            Clips and the library stay as they are.
          </p>
        </ConfirmDialog>
      )}
    </div>
  )
}
