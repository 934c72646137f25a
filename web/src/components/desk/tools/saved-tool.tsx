import { refreshSaved } from '../../../desk/saved-store.js'
import type { DeskToolProps } from '../../../desk/tool-props.js'
import { useSaved } from '../../../hooks/desk/use-saved.js'
import '../../../styles/desk-tools.css'
import '../../../styles/desk-saved.css'
import { FailureNote } from '../../failure-note.js'
import { Spinner } from '../../spinner.js'
import { SaveForm } from './save-form.js'
import { SavedEntry } from './saved-entry.js'

/** Searches that are saved: each with what came into the library since. */
export function SavedTool({ collection, onAdd }: DeskToolProps) {
  const { searches, error } = useSaved()
  return (
    <>
      <SaveForm searches={searches ?? []} />
      {error && (
        <FailureNote
          title="Saved searches could not be fetched."
          error={error}
          retry={() => void refreshSaved()}
        />
      )}
      {!searches && !error && (
        <p class="desk-line">
          <Spinner waiting label="Loading" />
        </p>
      )}
      {searches?.length === 0 && (
        <div class="desk-teach">
          <p>
            No search is saved yet. What comes into the library after one was saved is held against it, and
            shown here, as a feed, or told to another program.
          </p>
        </div>
      )}
      {searches && searches.length > 0 && (
        <ul class="saved-list">
          {searches.map((search) => (
            <SavedEntry key={search.id} search={search} clips={collection?.clips ?? []} onAdd={onAdd} />
          ))}
        </ul>
      )}
    </>
  )
}
