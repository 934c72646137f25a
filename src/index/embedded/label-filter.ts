import type Database from 'better-sqlite3'
import type { SearchFilter } from '../search-index.js'
import { toFilterClause } from './filter-clause.js'
import { LabelSet } from './label-set.js'

/** Filters kept: what a few people at once page through. A set costs a bit a label. */
const maxFilters = 32

interface FoundLabels {
  labels: LabelSet
  /** Entries never change under their label, so a kept set is brought up to date by looking above this. */
  upTo: number
}

/** The labels that a filter allows, all but what it says about words, kept by filter. */
export class LabelFilter {
  readonly #database: Database.Database
  readonly #found = new Map<string, FoundLabels>()

  constructor(database: Database.Database) {
    this.#database = database
  }

  /** @throws QUERY_INVALID */
  find(filter: SearchFilter): LabelSet {
    const { sql, parameters } = toFilterClause(filter)
    const key = JSON.stringify([sql, parameters])
    const found = this.#found.get(key) ?? { labels: new LabelSet(), upTo: 0 }
    // Read first: what another process adds between the two statements is found again the next time.
    const upTo =
      this.#database.prepare<[], number | null>('SELECT max(label) FROM entries').pluck().get() ?? 0
    const rows = this.#database
      .prepare<unknown[], number>(`SELECT e.label FROM entries e WHERE e.label > ? AND ${sql}`)
      .pluck()
      .iterate(found.upTo, ...parameters)
    for (const label of rows) found.labels.add(label)
    found.upTo = Math.max(found.upTo, upTo)
    // Last used, last thrown away.
    this.#found.delete(key)
    this.#found.set(key, found)
    if (this.#found.size > maxFilters) this.#found.delete(this.#found.keys().next().value ?? '')
    return found.labels
  }

  forget(labels: readonly number[]): void {
    for (const found of this.#found.values()) for (const label of labels) found.labels.delete(label)
  }

  clear(): void {
    this.#found.clear()
  }
}
