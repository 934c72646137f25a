import { compiledUrl } from '../../compiled.js'
import type { Ranking } from '../../domain/ranking.js'
import { ThreadClient } from '../../threads/thread-client.js'
import type { QueryTerm } from '../analyze.js'
import type { SearchFilter } from '../search-index.js'
import type { LexicalThreadApi, LexicalThreadData } from './lexical-thread.js'

/** A long query must not hold up a short one; more threads than that only take cores from embedding. */
const threadCount = 2

/** A few lexical threads; each call goes to the one with the least to do. */
export class LexicalPool {
  readonly #data: LexicalThreadData
  readonly #toError: (reason: string, cause: unknown) => Error
  readonly #threads = new Set<ThreadClient<LexicalThreadApi>>()
  #closed = false

  constructor(data: LexicalThreadData, toError: (reason: string, cause: unknown) => Error) {
    this.#data = data
    this.#toError = toError
    // Now rather than at the first query, which would wait for them to load.
    while (this.#threads.size < threadCount) this.#start()
  }

  async search(terms: readonly QueryTerm[], filter: SearchFilter, depth: number): Promise<Ranking> {
    if (this.#closed) throw this.#toError('the index was closed', undefined)
    return this.#leastBusy().call('search', terms, filter, depth)
  }

  async close(): Promise<void> {
    this.#closed = true
    await Promise.all([...this.#threads].map((thread) => thread.close()))
  }

  #leastBusy(): ThreadClient<LexicalThreadApi> {
    while (this.#threads.size < threadCount) this.#start()
    return [...this.#threads].reduce((least, thread) => (thread.inFlight < least.inFlight ? thread : least))
  }

  /** One that dies is replaced at the next call. */
  #start(): void {
    const thread = new ThreadClient<LexicalThreadApi>(
      compiledUrl(import.meta.url, './lexical-thread.js'),
      this.#data,
      { toError: this.#toError, onCrash: () => this.#threads.delete(thread) },
    )
    this.#threads.add(thread)
  }
}
