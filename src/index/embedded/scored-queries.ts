import type { QueryTerm } from '../analyze.js'
import type { LexicalScores } from './inverted-index.js'

/** Queries kept: those of a few people who search at once. Each costs twelve bytes a passage. */
const maxQueries = 6

/** How well the passages match the latest queries, by terms: one search asks for the same scores three times. */
export class ScoredQueries {
  readonly #scores = new Map<string, LexicalScores>()

  /** @param score makes the scores, in the arrays of those that nobody asks for any more where there are any */
  find(terms: readonly QueryTerm[], score: (unused?: LexicalScores) => LexicalScores): LexicalScores {
    const key = JSON.stringify(terms)
    const found = this.#scores.get(key) ?? score(this.#takeOldest())
    // Last used, last thrown away.
    this.#scores.delete(key)
    this.#scores.set(key, found)
    return found
  }

  /** A passage came or went: what is rare may not be rare any more. */
  clear(): void {
    if (this.#scores.size > 0) this.#scores.clear()
  }

  #takeOldest(): LexicalScores | undefined {
    if (this.#scores.size < maxQueries) return undefined
    const [oldest] = this.#scores
    if (!oldest) return undefined
    this.#scores.delete(oldest[0])
    return oldest[1]
  }
}
