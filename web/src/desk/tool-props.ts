import type { Collection } from '../../../client/index.js'
import type { NewClip } from '../collections-api.js'

/** What each tool of the desk's left column is given. */
export interface DeskToolProps {
  /** The one that is open, with what is not yet saved of it; null when none is. */
  collection: Collection | null
  /**
   * Puts a clip at the end of the open collection, or asks which when none is open. What was added, or why it was not,
   * is said by the desk.
   */
  onAdd: (clip: NewClip) => void
}
