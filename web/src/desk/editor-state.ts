import type { Collection } from '../../../client/index.js'
import type { ApiError } from '../api.js'
import type { History } from './change-history.js'
import { applyChange, type Change } from './collection-changes.js'

/** What the desk shows of the collection that is open. */
export interface EditorState {
  /** With all that was changed, saved or not; while there is a conflict, what others made of it. Null until it is read. */
  readonly collection: Collection | null
  readonly isSaving: boolean
  /** Why changes wait to be sent again. */
  readonly failure: ApiError | null
  /** Why the last change was not taken, and is dropped. */
  readonly refusal: ApiError | null
  /** What was changed here when others were faster. */
  readonly conflict: readonly Change[] | null
  /** It was removed elsewhere. */
  readonly isGone: boolean
  readonly readFailure: ApiError | null
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Counts what was taken over from other windows. */
  readonly news: number
}

export const emptyEditor: EditorState = Object.freeze({
  collection: null,
  isSaving: false,
  failure: null,
  refusal: null,
  conflict: null,
  isGone: false,
  readFailure: null,
  canUndo: false,
  canRedo: false,
  news: 0,
})

/** What follows from what is saved and what is not yet. */
export function showUnsent({
  saved,
  unsent,
  history: { steps, at },
  state: { conflict },
}: {
  saved: Collection | null
  unsent: readonly Change[]
  history: History
  state: Pick<EditorState, 'conflict'>
}): Pick<EditorState, 'collection' | 'isSaving' | 'canUndo' | 'canRedo'> {
  const by = unsent.reduce((sum, change) => sum + (change.kind === 'step' ? change.by : 0), 0)
  const isChanged = unsent.some(({ kind }) => kind !== 'step')
  return {
    collection: conflict ? saved : saved && unsent.reduce(applyChange, saved),
    isSaving: unsent.length > 0,
    canUndo: isChanged || steps[at + by - 1] !== undefined,
    canRedo: !isChanged && steps[at + by + 1] !== undefined,
  }
}
