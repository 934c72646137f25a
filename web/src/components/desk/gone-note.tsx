import { restoreCollection } from '../../collections-api.js'
import type { CollectionEditor } from '../../desk/collection-editor.js'
import { tellNews } from '../../desk/collection-news.js'
import { useAction } from '../../hooks/use-action.js'

/** The collection that is open was removed in another window, or long ago. */
export function GoneNote({ editor, onLeave }: { editor: CollectionEditor; onLeave: () => void }) {
  const version = editor.state.collection?.version
  const restore = useAction(
    async () => {
      if (version === undefined) return
      const { version: now } = await restoreCollection(editor.id, version, null)
      tellNews({ id: editor.id, version: now })
    },
    () => void editor.open(),
  )
  return (
    <section class="desk-column" data-column="collection" aria-label="Collection">
      <div class="note note-failure" role="alert">
        <p>
          <strong>This collection is not there any more.</strong>
        </p>
        <p>It was removed, here or in another window.</p>
        {restore.error && <p>{restore.error.message}</p>}
        <p class="button-row">
          {version !== undefined && (
            <button type="button" class="button" disabled={restore.isBusy} onClick={restore.start}>
              Bring it back
            </button>
          )}
          <button type="button" class="button" onClick={onLeave}>
            All collections
          </button>
        </p>
      </div>
    </section>
  )
}
