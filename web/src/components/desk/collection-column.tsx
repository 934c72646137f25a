import type { Clip, Collection, CollectionSummary } from '../../../../client/index.js'
import type { CollectionEditor } from '../../desk/collection-editor.js'
import type { EditorState } from '../../desk/editor-state.js'
import type { Loaded } from '../../hooks/use-loaded.js'
import { ClipList } from './clip-list.js'
import { CollectionHead } from './collection-head.js'
import { ConflictNote } from './conflict-note.js'
import { CutBar } from './cut-bar.js'

interface CollectionColumnProps {
  editor: CollectionEditor
  state: EditorState
  collection: Collection
  collections: Loaded<CollectionSummary[]>
  chosen: Clip | null
  onChoose: (clipId: string | null) => void
  onEdit: () => void
  onOpen: (id: string | null) => void
}

/** The collection that is open: what it is called, its clips in order, how it is heard and taken away. */
export function CollectionColumn(props: CollectionColumnProps) {
  const { editor, state, collection, chosen } = props
  const isFrozen = state.conflict !== null
  return (
    <section class="desk-column" data-column="collection" aria-label="Collection">
      <CollectionHead {...props} />
      {state.conflict && <ConflictNote editor={editor} collection={collection} mine={state.conflict} />}
      <div class="desk-body" inert={isFrozen}>
        {collection.clips.length > 0 ? (
          <>
            <CutBar clips={collection.clips} />
            <ClipList
              editor={editor}
              collection={collection}
              chosen={chosen?.id ?? null}
              onChoose={props.onChoose}
              onEdit={props.onEdit}
            />
          </>
        ) : (
          <div class="desk-teach">
            <p>
              No clips yet. Search beside this, hear a hit, and press Add; or read a document and add what you
              select.
            </p>
            <p class="dim small">Every change is saved at once, and can be undone.</p>
          </div>
        )}
      </div>
    </section>
  )
}
