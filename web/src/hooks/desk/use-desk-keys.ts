import { useEffect, useRef } from 'preact/hooks'
import type { Collection } from '../../../../client/index.js'
import { moveToHit } from '../../components/hit-list.js'
import type { CollectionEditor } from '../../desk/collection-editor.js'
import { planCut } from '../../desk/cut-plan.js'
import { playCut, readCut } from '../../desk/rough-cut.js'
import { togglePlaying } from '../../player.js'
import { useShortcuts } from '../use-shortcuts.js'

interface DeskKeysOptions {
  editor: CollectionEditor
  collection: Collection | null
  chosen: string | null
  onChoose: (clipId: string) => void
}

const columnOf = (target: EventTarget | null): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-column]')?.dataset['column'] : undefined

const columnOfFocus = (): string | undefined => columnOf(document.activeElement)

/** The column that was worked in last: who has asked a question has left its field, and goes through its hits. */
function useLastColumn(): { readonly current: string | undefined } {
  const last = useRef<string>()
  useEffect(() => {
    const note = ({ target }: Event) => (last.current = columnOf(target) ?? last.current)
    addEventListener('focusin', note)
    addEventListener('pointerdown', note)
    return () => {
      removeEventListener('focusin', note)
      removeEventListener('pointerdown', note)
    }
  }, [])
  return last
}

/** The keys of the desk: j and k walk through the column that is worked in, the clips otherwise. */
export function useDeskKeys({ editor, collection, chosen, onChoose }: DeskKeysOptions): void {
  const clips = collection?.clips ?? []
  const lastColumn = useLastColumn()
  const step = (by: 1 | -1) => {
    if ((columnOfFocus() ?? lastColumn.current) === 'find')
      return moveToHit(document.querySelector('[data-column="find"] .desk-panel:not([hidden])'), by)
    const at = clips.findIndex(({ id }) => id === chosen)
    const next = clips[at === -1 ? 0 : Math.max(0, Math.min(clips.length - 1, at + by))]
    if (!next) return false
    onChoose(next.id)
    focusClip(next.id)
  }
  const stepByArrow = (by: 1 | -1) => (columnOfFocus() === 'collection' ? step(by) : false)
  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    ArrowDown: () => stepByArrow(1),
    ArrowUp: () => stepByArrow(-1),
    p: () => {
      if (readCut().isOn) togglePlaying()
      else playCut(planCut(clips))
    },
  })
  useUndoKeys(editor)
}

/** Once the list shows it where it is now. */
export function focusClip(clipId: string): void {
  requestAnimationFrame(() => {
    const row = document.getElementById(`clip-${clipId}`)
    row?.querySelector<HTMLElement>('.clip-open')?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  })
}

/** Ctrl+Z and its kin; in a field they are the field's own. */
function useUndoKeys(editor: CollectionEditor): void {
  const latest = useRef(editor)
  latest.current = editor
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return
      if (
        document.activeElement?.matches('input, textarea, select') ||
        document.querySelector('dialog[open]')
      )
        return
      const key = event.key.toLowerCase()
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) latest.current.redo()
      else latest.current.undo()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}
