import { keep, readKept } from '../browser-storage.js'
import { isDone, type Change } from './collection-changes.js'
import type { Collection } from '../../../client/index.js'
import type { History } from './change-history.js'

/** What this tab keeps of a collection over a reload: changes that the server has not confirmed, and the way back. */

export interface UnsentChanges {
  /** That they were made for. */
  version: number
  changes: readonly Change[]
  /** Others were faster, and whose changes count was not decided yet. */
  isConflict?: boolean
}

export interface EditorMemory {
  readUnsent: (id: string) => UnsentChanges | null
  keepUnsent: (id: string, unsent: UnsentChanges | null) => void
  /** As it was kept; to be read by readHistory. */
  readHistory: (id: string) => string | null
  keepHistory: (id: string, history: History) => void
}

const unsentKey = (id: string) => `cuepoint.desk.unsent:${id}`
const historyKey = (id: string) => `cuepoint.desk.history:${id}`

export const tabMemory: EditorMemory = {
  readUnsent: (id) => parseUnsent(readKept('sessionStorage', unsentKey(id))),
  keepUnsent: (id, unsent) => keep('sessionStorage', unsentKey(id), unsent && JSON.stringify(unsent)),
  readHistory: (id) => readKept('sessionStorage', historyKey(id)),
  keepHistory: (id, history) => keep('sessionStorage', historyKey(id), JSON.stringify(history)),
}

/** What is left to do of what was kept, and whether somebody else changed the collection meanwhile. */
export function resumeUnsent(
  { version, changes, isConflict = false }: UnsentChanges,
  collection: Collection,
): { changes: Change[]; isConflict: boolean } {
  if (isConflict) return { changes: [...changes], isConflict }
  const [first] = changes
  // They are sent one after the other, so that only the first can have been on its way when the page was left.
  const done = first && collection.version > version && isDone(first, collection) ? 1 : 0
  const left = changes.slice(done)
  return { changes: left, isConflict: left.length > 0 && collection.version > version + done }
}

export function parseUnsent(kept: string | null): UnsentChanges | null {
  try {
    const unsent = JSON.parse(kept ?? 'null') as Partial<UnsentChanges> | null
    return typeof unsent?.version === 'number' && Array.isArray(unsent.changes)
      ? (unsent as UnsentChanges)
      : null
  } catch {
    return null
  }
}
