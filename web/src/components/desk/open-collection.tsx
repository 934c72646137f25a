import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Collection, CollectionSummary } from '../../../../client/index.js'
import type { NewClip } from '../../collections-api.js'
import { nameClip } from '../../desk/clip-words.js'
import type { CollectionEditor } from '../../desk/collection-editor.js'
import { readLastCollection, rememberCollection } from '../../desk/last-collection.js'
import { useDeskKeys } from '../../hooks/desk/use-desk-keys.js'
import { useEditorState } from '../../hooks/desk/use-editor.js'
import type { Loaded } from '../../hooks/use-loaded.js'
import { showNotice } from '../../notice.js'
import type { DeskPane } from '../../pages/desk-page.js'
import { FailureNote } from '../failure-note.js'
import { Spinner } from '../spinner.js'
import { ClipColumn } from './clip-column.js'
import { CollectionColumn } from './collection-column.js'
import { GoneNote } from './gone-note.js'
import { NoCollection } from './no-collection.js'
import { undoAction } from './undo-action.js'

interface OpenCollectionProps {
  editor: CollectionEditor
  collections: Loaded<CollectionSummary[]>
  /** Id of the clip that is chosen; null for none. */
  chosen: string | null
  onChoose: (clipId: string | null) => void
  onOpen: (id: string | null) => void
  onPane: (pane: DeskPane) => void
  tools: (collection: Collection | null, onAdd: (clip: NewClip) => void) => ComponentChildren
}

/** The three columns around one collection. */
export function OpenCollection({
  editor,
  collections,
  chosen,
  onChoose,
  onOpen,
  onPane,
  tools,
}: OpenCollectionProps) {
  const state = useEditorState(editor)
  const { collection } = state
  const title = collection?.title
  const clip = collection?.clips.find(({ id }) => id === chosen) ?? null
  useEffect(() => {
    if (title === undefined) return
    document.title = `${title} · Desk · Cuepoint`
    rememberCollection(editor.id)
  }, [title])
  useEffect(() => {
    // It is not there to be opened again.
    if (state.isGone && readLastCollection() === editor.id) rememberCollection(null)
  }, [state.isGone])
  const add = (newClip: NewClip) => {
    if (!collection) return
    editor.add(newClip, (added) => {
      onChoose(added.id)
      showNotice(`Added ${nameClip(added)}`, [undo])
    })
    const undo = undoAction(editor)
  }
  const edit = () => {
    onPane('clip')
    requestAnimationFrame(() => document.getElementById('clip-title')?.focus())
  }
  useDeskKeys({ editor, collection, chosen, onChoose })

  if (state.isGone || !collection)
    return (
      <>
        {tools(null, () => showNotice('No collection is open: open one first.'))}
        {state.isGone ? (
          <GoneNote editor={editor} onLeave={() => onOpen(null)} />
        ) : (
          <section class="desk-column" data-column="collection" aria-label="Collection">
            {state.readFailure ? (
              <FailureNote
                title="This collection cannot be shown."
                error={state.readFailure}
                retry={() => void editor.open()}
              />
            ) : (
              <Spinner waiting label="Loading" />
            )}
          </section>
        )}
        {state.isGone && <NoCollection collections={collections} onOpen={onOpen} />}
      </>
    )
  return (
    <>
      {tools(collection, add)}
      <CollectionColumn
        editor={editor}
        state={state}
        collection={collection}
        collections={collections}
        chosen={clip}
        onChoose={onChoose}
        onEdit={edit}
        onOpen={onOpen}
      />
      <ClipColumn
        key={clip?.id ?? ''}
        editor={editor}
        clip={clip}
        isEmpty={collection.clips.length === 0}
        isFrozen={state.conflict !== null}
      />
    </>
  )
}
