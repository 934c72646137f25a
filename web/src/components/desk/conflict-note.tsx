import { useEffect, useRef } from 'preact/hooks'
import type { Collection } from '../../../../client/index.js'
import { describeChange } from '../../desk/clip-words.js'
import { isPossible, type Change } from '../../desk/collection-changes.js'
import type { CollectionEditor } from '../../desk/collection-editor.js'

interface ConflictNoteProps {
  editor: CollectionEditor
  /** As others made it. */
  collection: Collection
  mine: readonly Change[]
}

/** Others were faster: what is there now is shown below, and nothing of it is written over without being asked. */
export function ConflictNote({ editor, collection, mine }: ConflictNoteProps) {
  const keep = useRef<HTMLButtonElement>(null)
  useEffect(() => keep.current?.focus(), [])
  const possible = mine.filter((change) => isPossible(change, collection))
  return (
    <div class="note note-failure conflict" role="alert" data-testid="conflict">
      <p>
        <strong>Changed in another window</strong>
      </p>
      <p>Below is what is there now. What you changed here is not saved:</p>
      <ul>
        {mine.map((change, index) => (
          <li key={index} dir="auto">
            {describeChange(change, collection)}
            {!possible.includes(change) && ' (its clip is gone)'}
          </li>
        ))}
      </ul>
      <p class="button-row">
        <button ref={keep} type="button" class="button" onClick={() => editor.keepTheirs()}>
          Keep theirs
        </button>
        <button
          type="button"
          class="button"
          disabled={possible.length === 0}
          onClick={() => editor.applyMine()}
        >
          Apply mine again
        </button>
      </p>
    </div>
  )
}
