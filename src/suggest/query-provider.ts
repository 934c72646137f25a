import type { QueryStore } from '../catalog/catalog.js'
import { foldText } from './fold-text.js'
import { SuggestionIndex } from './suggestion-index.js'
import type { Match, SuggestionProvider } from './suggestion.js'

/** A search that was answered, as its listener asked for it. */
export interface AskedQuery {
  text: string
  /** How many results there were. */
  hits: number
  /** As in `PastQuery`; not known without. */
  foundWell?: number | null
}

/** Kept in the catalog; those that were asked longest ago go. */
const maxQueries = 10_000
/** Of these the most frequent are suggested after a start: read and entered without holding the event loop. */
const maxSuggestedAtStart = 2000
/** In memory; beyond it the one that was asked longest ago goes. */
const maxSuggested = 5000
const enteredAtOnce = 50
/** Longer ones are pasted text: nobody types them again. In UTF-16 units. */
const maxTextLength = 120

/** Past queries that found something. The one process that serves the library records them. */
export class QueryProvider implements SuggestionProvider {
  readonly #index = new SuggestionIndex()
  readonly #times = new Map<string, number>()
  #isRead = false
  /** Grows when all are forgotten, so that what was being read then is not entered. */
  #generation = 0

  constructor(private readonly catalog: QueryStore) {}

  async refresh(): Promise<void> {
    if (this.#isRead) return
    const generation = this.#generation
    const queries = await this.catalog.listQueries({ found: true, limit: maxSuggestedAtStart })
    for (const [index, { folded, text, times }] of queries.entries()) {
      if (index % enteredAtOnce === 0) await new Promise(setImmediate)
      if (generation !== this.#generation) return
      if (!this.#times.has(folded)) this.#enter(folded, text, times)
    }
    this.#isRead = true
  }

  /** Queries without a word, and long ones, are not kept. @param at ISO 8601 */
  async record({ text, hits, foundWell = null }: AskedQuery, at: string): Promise<void> {
    const shown = text.normalize('NFC').replace(/\s+/gu, ' ').trim()
    const folded = foldText(shown)
    if (folded === '' || shown.length > maxTextLength) return
    const generation = this.#generation
    await this.catalog.recordQuery({ folded, text: shown, hits, foundWell, at }, maxQueries)
    if (generation !== this.#generation) return
    if (hits > 0) this.#enter(folded, shown, (this.#times.get(folded) ?? 0) + 1)
    else this.#leave(folded)
  }

  async forgetAll(): Promise<void> {
    this.#generation += 1
    this.#isRead = true
    this.#times.clear()
    this.#index.clear()
    await this.catalog.forgetQueries()
  }

  find(typed: string, limit: number): Match[] {
    return this.#index.find(typed, limit)
  }

  #enter(folded: string, text: string, times: number): void {
    // Last asked, last in the map: the first is the one to go.
    this.#times.delete(folded)
    this.#times.set(folded, times)
    this.#index.set(folded, { kind: 'query', text, weight: times })
    const [oldest] = this.#times.keys()
    if (this.#times.size > maxSuggested && oldest !== undefined) this.#leave(oldest)
  }

  #leave(folded: string): void {
    this.#times.delete(folded)
    this.#index.delete(folded)
  }
}
