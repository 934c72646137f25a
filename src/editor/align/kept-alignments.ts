import type { ChangeLog } from '../../catalog/catalog.js'
import type { Alignment } from './alignment.js'

/** A pair takes some tens of kB. */
const maxKept = 100
/** More changes than this since it was made: it is made anew rather than looked through. */
const maxChanges = 1_000

interface Kept {
  /** It holds for the catalog as it was at this change. */
  seq: number
  alignment: Promise<Alignment>
}

/**
 * Alignments that were made, until one of their two documents changes: its text, its times or the user's corrections.
 * Those that were not asked for longest go first.
 */
export class KeptAlignments {
  readonly #kept = new Map<string, Kept>()

  constructor(private readonly changes: ChangeLog) {}

  /** Asked again while it is made, it is made once; what failed is not kept. */
  async find(
    ids: { postId: string; recordingId: string },
    make: () => Promise<Alignment>,
  ): Promise<Alignment> {
    const key = `${ids.postId} ${ids.recordingId}`
    const seq = await this.changes.latestSeq()
    const known = this.#kept.get(key)
    const holds = known !== undefined && !(await this.#hasChanged(known, ids, seq))
    const alignment = holds ? known.alignment : make()
    this.#kept.delete(key)
    this.#kept.set(key, { seq, alignment })
    for (const oldest of this.#kept.keys())
      if (this.#kept.size > maxKept) this.#kept.delete(oldest)
      else break
    alignment.catch(() => {
      if (this.#kept.get(key)?.alignment === alignment) this.#kept.delete(key)
    })
    return alignment
  }

  async #hasChanged(
    known: Kept,
    { postId, recordingId }: { postId: string; recordingId: string },
    seq: number,
  ): Promise<boolean> {
    if (known.seq >= seq) return false
    const changes = await this.changes.changesSince(known.seq, maxChanges)
    return (
      changes.length === maxChanges ||
      changes.some(({ documentId }) => documentId === postId || documentId === recordingId)
    )
  }
}
