import type { Collection, CollectionSummary } from '../../../../client/index.js'
import { removeCollection, restoreCollection } from '../../collections-api.js'
import { countClips } from '../../desk/clip-words.js'
import type { CollectionEditor } from '../../desk/collection-editor.js'
import { tellNews } from '../../desk/collection-news.js'
import { rememberCollection } from '../../desk/last-collection.js'
import { useAction } from '../../hooks/use-action.js'
import type { Loaded } from '../../hooks/use-loaded.js'
import { showNotice } from '../../notice.js'
import { toApiError } from '../../api.js'
import { withToken } from '../../token-gate.js'
import { DeskMenu } from './desk-menu.js'
import { NewCollectionForm } from './new-collection-form.js'

interface CollectionMenuProps {
  editor: CollectionEditor
  collection: Collection
  collections: Loaded<CollectionSummary[]>
  onOpen: (id: string | null) => void
}

/** To another collection, a new one, or without this one. */
export function CollectionMenu({ editor, collection, collections, onOpen }: CollectionMenuProps) {
  const { id, title } = collection
  const remove = useAction(
    async () => {
      await editor.settle()
      const version = editor.state.collection?.version ?? collection.version
      await removeCollection(id, version)
      rememberCollection(null)
      showNotice(`“${title}” is removed.`, [
        { label: 'Undo', act: () => void bringBack(id, version, onOpen) },
      ])
      onOpen(null)
      tellNews({ id, version: null })
    },
    () => undefined,
  )
  return (
    <DeskMenu label="Collections" testId="collections-menu">
      {(close) => (
        <>
          <ul class="collection-list">
            {(collections.value ?? []).map((each) => (
              <li key={each.id}>
                <button
                  type="button"
                  class="collection-choice"
                  aria-current={each.id === id}
                  onClick={() => {
                    close()
                    onOpen(each.id)
                  }}
                >
                  <span dir="auto">{each.id === id ? title : each.title}</span>
                  <span class="count">
                    {countClips(each.id === id ? collection.clips.length : each.clipCount)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <NewCollectionForm
            onAdded={(added) => {
              close()
              onOpen(added)
            }}
          />
          <button type="button" class="menu-item" disabled={remove.isBusy} onClick={remove.start}>
            Remove “<bdi class="clipped">{title}</bdi>”
          </button>
          {remove.error && (
            <p class="words-failure" role="alert">
              {remove.error.message}
            </p>
          )}
        </>
      )}
    </DeskMenu>
  )
}

async function bringBack(id: string, version: number, onOpen: (id: string) => void): Promise<void> {
  try {
    const { version: now } = await withToken(() => restoreCollection(id, version, null))
    tellNews({ id, version: now })
    onOpen(id)
  } catch (failure) {
    showNotice(`It could not be brought back: ${toApiError(failure).message}`)
  }
}
