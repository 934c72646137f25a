import { packColumns, unpackColumns } from './packed-columns.js'
import { TermTable, type CountedEvidence, type TermSnapshot } from './resolve/term-table.js'
import { WordHolders, type HolderSnapshot } from './word-holders.js'

/**
 * What all documents say together: how often each phrase, and which of them hold which word. Kept in parts: all of it once,
 * then what each step changed, so that a step writes what one document says and not what thousands do.
 */

/** A document that came, or went. */
export interface CountedDocument {
  documentId: string
  counts: CountedEvidence
  /** Words of its headings, as in keys: it holds them too. */
  headingWords: readonly string[]
}

interface CountChange extends CountedDocument {
  came: boolean
}

/** What was kept of the tables beside their columns; or what changed since. */
type PartHead =
  | {
      terms: Pick<TermSnapshot, 'keys' | 'texts' | 'words'>
      holders: Pick<HolderSnapshot, 'documentIds' | 'words'>
    }
  | { changes: CountChange[] }

/**
 * More changes than this in all parts, and all is written again: the next process applies them one by one, some 2 ms each,
 * and one that is written as a whole takes as long as 150 of them.
 */
const maxChanges = 100
/** Of one change each they are read as fast. */
const maxParts = 50

export class LibraryCounts {
  table = new TermTable()
  holders = new WordHolders()
  /** Since they were written: how many, and which, unless all is written again. */
  #changed = 0
  #changes: CountChange[] = []
  /** Written ones, and the changes in them. */
  #parts = 0
  #written = 0

  add(document: CountedDocument): void {
    this.#apply({ ...document, came: true })
  }

  /** @param document as it was added */
  remove(document: CountedDocument): void {
    this.#apply({ ...document, came: false })
  }

  /** What is to be written; null when nothing changed. `anew`: in the place of all parts before. */
  pack(): { part: Uint8Array; anew: boolean } | null {
    if (this.#changed === 0) return null
    const anew = this.#isWrittenAnew()
    const part = anew ? this.#packAll() : packColumns({ head: { changes: this.#changes }, columns: [] })
    return { part, anew }
  }

  /** What was packed is in the catalog. */
  markWritten(): void {
    if (this.#changed === 0) return
    const anew = this.#isWrittenAnew()
    this.#parts = anew ? 1 : this.#parts + 1
    this.#written = anew ? 0 : this.#written + this.#changed
    this.#forgetChanges()
  }

  /** Forgets everything. @param parts as `pack` gave them, in their order */
  restore(parts: readonly Uint8Array[]): void {
    this.table = new TermTable()
    this.holders = new WordHolders()
    this.#forgetChanges()
    this.#parts = parts.length
    this.#written = 0
    for (const bytes of parts) {
      const { head, columns } = unpackColumns(bytes)
      this.#restorePart(head as PartHead, columns)
    }
    this.#forgetChanges()
  }

  #packAll(): Uint8Array {
    const { numbers, wordCounts, ...terms } = this.table.snapshot()
    const { starts, places, ...holders } = this.holders.snapshot()
    const head: PartHead = { terms, holders }
    return packColumns({ head, columns: [numbers, wordCounts, starts, places] })
  }

  #restorePart(head: PartHead, columns: readonly Int32Array[]): void {
    if ('changes' in head) {
      for (const change of head.changes) this.#apply(change)
      this.#written += head.changes.length
      return
    }
    const [numbers, wordCounts, starts, places] = columns as [Int32Array, Int32Array, Int32Array, Int32Array]
    this.table.restore({ ...head.terms, numbers, wordCounts })
    this.holders.restore({ ...head.holders, starts, places })
  }

  #isWrittenAnew(): boolean {
    return this.#parts === 0 || this.#parts >= maxParts || this.#written + this.#changed > maxChanges
  }

  #forgetChanges(): void {
    this.#changed = 0
    this.#changes = []
  }

  #apply(change: CountChange): void {
    const { documentId, counts, headingWords, came } = change
    this.#changed++
    if (this.#isWrittenAnew()) this.#changes = []
    else this.#changes.push(change)
    if (came) {
      this.table.add(counts)
      this.holders.add(documentId, [...counts.words.map(([word]) => word), ...headingWords])
    } else {
      this.table.remove(counts)
      this.holders.remove(documentId)
    }
  }
}
