import type { Clip, Collection, CollectionSummary } from '../../../../client/index.js'
import { countClips } from '../../desk/clip-words.js'
import type { CollectionEditor } from '../../desk/collection-editor.js'
import type { EditorState } from '../../desk/editor-state.js'
import { formatSpan } from '../../desk/moment-text.js'
import type { Loaded } from '../../hooks/use-loaded.js'
import { Icon } from '../icon.js'
import { CollectionMenu } from './collection-menu.js'
import { ExportMenu } from './export-menu.js'
import { SaveLine } from './save-line.js'
import { RequiredField, TextArea } from './text-field.js'

interface CollectionHeadProps {
  editor: CollectionEditor
  state: EditorState
  collection: Collection
  collections: Loaded<CollectionSummary[]>
  chosen: Clip | null
  onOpen: (id: string | null) => void
}

/** Its title and note, to be changed where they stand, and what is done with the whole. */
export function CollectionHead({
  editor,
  state,
  collection,
  collections,
  chosen,
  onOpen,
}: CollectionHeadProps) {
  const { title, note, clips, totalMs } = collection
  const isFrozen = state.conflict !== null
  return (
    <header class="collection-head">
      <div class="collection-tools">
        <CollectionMenu editor={editor} collection={collection} collections={collections} onOpen={onOpen} />
        <span class="tool-pair">
          <button
            type="button"
            class="tool-button"
            aria-label="Undo"
            title="Undo (Ctrl+Z)"
            data-testid="undo"
            disabled={!state.canUndo || isFrozen}
            onClick={() => editor.undo()}
          >
            <Icon name="undo" />
          </button>
          <button
            type="button"
            class="tool-button"
            aria-label="Redo"
            title="Redo (Ctrl+Shift+Z)"
            data-testid="redo"
            disabled={!state.canRedo || isFrozen}
            onClick={() => editor.redo()}
          >
            <Icon name="redo" />
          </button>
        </span>
        <ExportMenu editor={editor} collection={collection} chosen={chosen} />
      </div>
      <div class="collection-words" inert={isFrozen}>
        <RequiredField
          label="Title of the collection"
          class="collection-title"
          testId="collection-title"
          value={title}
          maxLength={300}
          onType={(value) => editor.type({ kind: 'words', title: value })}
          onDone={() => editor.flush()}
        />
        <TextArea
          label="Note"
          isLabelHidden
          placeholder="A note"
          value={note}
          maxLength={10_000}
          onType={(value) => editor.type({ kind: 'words', note: value })}
          onDone={() => editor.flush()}
        />
      </div>
      <div class="collection-foot">
        <p class="dim small" data-testid="collection-total">
          {countClips(clips.length)}
          {totalMs > 0 && ` · ${formatSpan(totalMs)} in all`}
        </p>
        <SaveLine editor={editor} state={state} />
      </div>
    </header>
  )
}
