import type { Ranking } from '../../domain/ranking.js'
import type { ThreadClient } from '../../threads/thread-client.js'
import type { QueryTerm } from '../analyze.js'
import type { Token } from '../tokenize.js'
import type {
  DocumentChange,
  IndexStats,
  PassageEvidence,
  PassageSentences,
  Probe,
  SearchFilter,
  SearchIndex,
} from '../search-index.js'
import type { IndexThreadApi } from './index-thread.js'

/** A server that is told to stop is killed after ten seconds by most supervisors; an unsaved graph only costs time. */
const maxClosingMs = 8_000

/** SearchIndex over an inverted index and HNSW: everything happens in a thread, this only sends messages. */
export class EmbeddedIndex implements SearchIndex {
  readonly #thread: ThreadClient<IndexThreadApi>

  constructor(thread: ThreadClient<IndexThreadApi>) {
    this.#thread = thread
  }

  watermark(): Promise<number> {
    return this.#thread.call('watermark')
  }

  apply(changes: readonly DocumentChange[], watermark: number): Promise<void> {
    return this.#thread.call('apply', changes, watermark)
  }

  searchLexical(terms: readonly QueryTerm[], filter: SearchFilter, depth: number): Promise<Ranking> {
    return this.#thread.call('searchLexical', terms, filter, depth)
  }

  searchDense(vector: Float32Array, filter: SearchFilter, depth: number): Promise<Ranking> {
    // A copy: cloning a view would send the whole buffer that it looks into.
    return this.#thread.call('searchDense', vector.slice(), filter, depth)
  }

  findAlternatives(terms: readonly QueryTerm[]): Promise<QueryTerm[]> {
    return this.#thread.call('findAlternatives', terms)
  }

  suggestSpelling(text: string, words: readonly Token[], language: string | null): Promise<string | null> {
    return this.#thread.call('suggestSpelling', text, words, language)
  }

  languagesOf(words: readonly string[]): Promise<string[][]> {
    return this.#thread.call('languagesOf', words)
  }

  listNewest(filter: SearchFilter, depth: number): Promise<Ranking> {
    return this.#thread.call('listNewest', filter, depth)
  }

  gatherEvidence(passageIds: readonly string[], { terms, vector }: Probe): Promise<PassageEvidence[]> {
    return this.#thread.call('gatherEvidence', passageIds, { terms, vector: vector && vector.slice() })
  }

  gatherSentences(passageIds: readonly string[], { terms, vector }: Probe): Promise<PassageSentences[]> {
    return this.#thread.call('gatherSentences', passageIds, { terms, vector: vector && vector.slice() })
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
    const tooLong = setTimeout(() => void this.#thread.terminate(), maxClosingMs)
    try {
      await this.#thread.close()
    } finally {
      clearTimeout(tooLong)
    }
  }
}
