import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Clip, Collection } from '../../../../client/index.js'
import { askForCollection } from '../../clip-request.js'
import type { NewClip } from '../../collections-api.js'
import { nameClip } from '../../desk/clip-words.js'
import { moveClip } from '../../desk/collection-changes.js'
import type { CollectionEditor } from '../../desk/collection-editor.js'
import { readCut, subscribeToCut } from '../../desk/rough-cut.js'
import { focusClip } from '../../hooks/desk/use-desk-keys.js'
import { useDragOrder } from '../../hooks/desk/use-drag-order.js'
import { useStore } from '../../hooks/use-store.js'
import { showNotice } from '../../notice.js'
import { ClipRow } from './clip-row.js'
import { undoAction } from './undo-action.js'

interface ClipListProps {
  editor: CollectionEditor
  collection: Collection
  /** Id of the clip that is chosen. */
  chosen: string | null
  onChoose: (clipId: string | null) => void
  /** The chosen one is to be trimmed and written about. */
  onEdit: () => void
}

/** The clips in order; moved by their handles, by Alt with the arrow keys, or by their menus. */
export function ClipList({ editor, collection, chosen, onChoose, onEdit }: ClipListProps) {
  const { clips } = collection
  const edition = useMemo(() => editionOf(clips), [clips])
  const list = useRef<HTMLOListElement>(null)
  const [said, setSaid] = useState('')
  const heard = useStore(() => {
    const { isOn, plan, at } = readCut()
    return isOn ? (plan.parts[at]?.clipId ?? null) : null
  }, subscribeToCut)

  useEffect(() => {
    if (chosen !== null) document.getElementById(`clip-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen, clips.length])

  const move = (clipId: string, by: number) => {
    const order = moveClip(
      clips.map(({ id }) => id),
      clipId,
      by,
    )
    if (!order) return setSaid(by < 0 ? 'It is the first.' : 'It is the last.')
    editor.change({ kind: 'order', order })
    setSaid(`Moved to ${order.indexOf(clipId) + 1} of ${order.length}.`)
  }
  const { drag, begin } = useDragOrder(list, (from, to) => {
    const clip = clips[from]
    if (clip) move(clip.id, to - from)
  })
  const remove = (clip: Clip) => {
    const at = clips.indexOf(clip)
    const next = clips[at + 1] ?? clips[at - 1]
    editor.change({ kind: 'remove', clipId: clip.id })
    onChoose(next?.id ?? null)
    if (next) focusClip(next.id)
    showNotice(`Removed ${nameClip(clip)}`, [undoAction(editor)])
  }

  return (
    <>
      <p class="visually-hidden" role="status" data-testid="moved">
        {said}
      </p>
      <ol
        ref={list}
        class="clips"
        data-testid="clips"
        onKeyDown={(event) => {
          const id = rowIdOf(event.target)
          const clip = clips.find((each) => each.id === id)
          const isInField = event.target instanceof HTMLElement && event.target.matches('input, textarea')
          if (!clip || isInField) return
          if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
            event.preventDefault()
            move(clip.id, event.key === 'ArrowUp' ? -1 : 1)
            focusClip(clip.id)
          } else if (event.key === 'Delete') {
            event.preventDefault()
            remove(clip)
          }
        }}
      >
        {clips.map((clip, index) => (
          <ClipRow
            key={clip.id}
            clip={clip}
            place={{ index, count: clips.length, collectionId: collection.id, edition }}
            isChosen={clip.id === chosen}
            isHeard={clip.id === heard}
            dragged={drag?.from === index ? 'moved' : dropSide(drag?.before, index, clips.length)}
            onHandle={(event) => begin(event, index)}
            onChoose={() => onChoose(clip.id)}
            onEdit={() => {
              onChoose(clip.id)
              onEdit()
            }}
            onMove={(by) => {
              move(clip.id, by)
              focusClip(clip.id)
            }}
            onRemove={() => remove(clip)}
            onDuplicate={() =>
              editor.add({ ...copyOf(clip), at: index + 1 }, (added) => {
                onChoose(added.id)
                focusClip(added.id)
              })
            }
            onCopy={() => askForCollection(copyOf(clip))}
          />
        ))}
      </ol>
    </>
  )
}

/** Where the row that is dragged would come: before this one, or behind the last. */
function dropSide(before: number | undefined, index: number, count: number): 'before' | 'after' | null {
  if (before === index) return 'before'
  return before === count && index === count - 1 ? 'after' : null
}

/** What is in it, in whatever order and whatever it is called. */
const editionOf = (clips: readonly Clip[]): string =>
  clips
    .map(({ id, startMs, endMs }) => `${id}:${startMs}-${endMs}`)
    .sort()
    .join(' ')

const rowIdOf = (target: EventTarget | null): string | null =>
  target instanceof Element
    ? (target.closest<HTMLElement>('[data-clip-id]')?.dataset['clipId'] ?? null)
    : null

const copyOf = ({ documentId, startMs, endMs, passageId, title, note, tags }: Clip): NewClip => ({
  documentId,
  ...(startMs !== null && endMs !== null ? { startMs, endMs } : passageId !== null && { passageId }),
  title,
  note,
  tags,
})
