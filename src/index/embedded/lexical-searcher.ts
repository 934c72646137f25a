import type Database from 'better-sqlite3'
import type { Ranking } from '../../domain/ranking.js'
import type { QueryTerm } from '../analyze.js'
import type { SearchFilter } from '../search-index.js'
import { toFilterClause } from './filter-clause.js'
import { chooseTerms, toMatchExpression } from './lexical-query.js'

/**
 * BM25 weights of title, chapter and text. A document's title is that of all its passages: at weight 1 it would lift
 * them all over better ones of other documents; .4 was measured best on interviews.
 */
const fieldWeights = '0.4, 0.4, 1.0'
/** Counts kept; one is a word and a number. */
const maxCounts = 50_000
/** Counts are for telling rare from common: they may be this much out of date, as a share of all passages. */
const maxDrift = 0.1

interface FoundPassage {
  passageId: string
  score: number
}

/** BM25 over one read-only connection. */
export class LexicalSearcher {
  readonly #database: Database.Database
  readonly #counts = new Map<string, number>()
  /** Number of passages when the counts were begun. */
  #countedAt = 0
  #passages = 0
  #dataVersion = -1

  constructor(database: Database.Database) {
    this.#database = database
  }

  /** As the port's `searchLexical`. @throws QUERY_INVALID for a date of the filter that cannot be read */
  search(terms: readonly QueryTerm[], filter: SearchFilter, depth: number): Ranking {
    this.#refresh()
    const { chosen, dropped } = chooseTerms(terms, this.#passages, (form) => this.#countPassages(form))
    const ranking = this.#find(chosen, filter, depth)
    // The rare words did not fill the ranking (or the filter left none of them): then the common ones count.
    return dropped && ranking.length < depth ? this.#find(terms, filter, depth) : ranking
  }

  #find(terms: readonly QueryTerm[], filter: SearchFilter, depth: number): FoundPassage[] {
    const expression = toMatchExpression(terms)
    const limit = Math.floor(depth)
    if (expression === null || !(limit > 0)) return []
    const { sql, parameters } = toFilterClause(filter)
    // CROSS JOIN keeps the order: the other way round the expression would be looked up once for each entry.
    return this.#database
      .prepare<unknown[], FoundPassage>(
        `SELECT e.passage_id AS passageId, -bm25(search, ${fieldWeights}) AS score
         FROM search CROSS JOIN entries e ON e.label = search.rowid
         WHERE search MATCH ? AND ${sql}
         ORDER BY score DESC, e.passage_id LIMIT ?`,
      )
      .all(expression, ...parameters, limit)
  }

  /** Costs a walk over the word's occurrences, once. */
  #countPassages(form: string): number {
    const known = this.#counts.get(form)
    if (known !== undefined) return known
    const count =
      this.#database
        .prepare<[string], number>('SELECT doc FROM vocabulary WHERE term = ?')
        .pluck()
        .get(form) ?? 0
    if (this.#counts.size >= maxCounts) this.#counts.clear()
    this.#counts.set(form, count)
    return count
  }

  #refresh(): void {
    const dataVersion = this.#database.pragma('data_version', { simple: true }) as number
    if (dataVersion === this.#dataVersion) return
    this.#dataVersion = dataVersion
    this.#passages = this.#database.prepare<[], number>('SELECT count(*) FROM entries').pluck().get() ?? 0
    if (Math.abs(this.#passages - this.#countedAt) <= this.#countedAt * maxDrift) return
    this.#countedAt = this.#passages
    this.#counts.clear()
  }
}
