import { packJson, unpackJson } from './extract/evidence.js'
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

type CountsPart = { all: { terms: TermSnapshot; holders: HolderSnapshot } } | { changes: CountChange[] }

/** More than this in one step, and all is written again; as much as some thousand documents say, to a tenth of it. */
const maxChanges = 100
/** Parts that the next process puts together, each in some milliseconds. */
const maxParts = 50

export class LibraryCounts {
  table = new TermTable()
  holders = new WordHolders()
  /** Since they were written: how many, and which, unless all is written again. */
  #changed = 0
  #changes: CountChange[] = []
  /** Written ones. */
  #parts = 0

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
    const all = () => ({ terms: this.table.snapshot(), holders: this.holders.snapshot() })
    const part: CountsPart = anew ? { all: all() } : { changes: this.#changes }
    return { part: packJson(part), anew }
  }

  /** What was packed is in the catalog. */
  markWritten(): void {
    if (this.#changed === 0) return
    this.#parts = this.#isWrittenAnew() ? 1 : this.#parts + 1
    this.#forgetChanges()
  }

  /** Forgets everything. @param parts as `pack` gave them, in their order */
  restore(parts: readonly Uint8Array[]): void {
    this.table = new TermTable()
    this.holders = new WordHolders()
    for (const bytes of parts) {
      const part = unpackJson(bytes) as CountsPart
      if ('changes' in part) {
        for (const change of part.changes) this.#apply(change)
        continue
      }
      this.table.restore(part.all.terms)
      this.holders.restore(part.all.holders)
    }
    this.#forgetChanges()
    this.#parts = parts.length
  }

  #isWrittenAnew(): boolean {
    return this.#parts === 0 || this.#parts >= maxParts || this.#changed > maxChanges
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
