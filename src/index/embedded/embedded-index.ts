import type { Ranking } from '../../domain/ranking.js'
import type { ThreadClient } from '../../threads/thread-client.js'
import type { QueryTerm } from '../analyze.js'
import type { DocumentChange, IndexStats, SearchFilter, SearchIndex } from '../search-index.js'
import type { IndexThreadApi } from './index-thread.js'
import type { LexicalPool } from './lexical-pool.js'

/** A server that is told to stop is killed after ten seconds by most supervisors; an unsaved graph only costs time. */
const maxClosingMs = 8_000

/** SearchIndex over FTS5 and HNSW: everything happens in threads, this only sends messages. */
export class EmbeddedIndex implements SearchIndex {
  readonly #thread: ThreadClient<IndexThreadApi>
  readonly #lexical: LexicalPool

  constructor(thread: ThreadClient<IndexThreadApi>, lexical: LexicalPool) {
    this.#thread = thread
    this.#lexical = lexical
  }

  watermark(): Promise<number> {
    return this.#thread.call('watermark')
  }

  apply(changes: readonly DocumentChange[], watermark: number): Promise<void> {
    return this.#thread.call('apply', changes, watermark)
  }

  searchLexical(terms: readonly QueryTerm[], filter: SearchFilter, depth: number): Promise<Ranking> {
    return this.#lexical.search(terms, filter, depth)
  }

  searchDense(vector: Float32Array, filter: SearchFilter, depth: number): Promise<Ranking> {
    // A copy: cloning a view would send the whole buffer that it looks into.
    return this.#thread.call('searchDense', vector.slice(), filter, depth)
  }

  stats(): Promise<IndexStats> {
    return this.#thread.call('stats')
  }

  clear(): Promise<void> {
    return this.#thread.call('clear')
  }

  save(): Promise<void> {
    return this.#thread.call('save')
  }

  /** @throws INDEX_SAVE_FAILED when the graph could not be saved; the index is closed all the same */
  async close(): Promise<void> {
    // The writing connection last: it is the one that folds the log into the database.
    await this.#lexical.close()
    const tooLong = setTimeout(() => void this.#thread.terminate(), maxClosingMs)
    try {
      await this.#thread.close()
    } finally {
      clearTimeout(tooLong)
    }
  }
}
