import { workerData } from 'node:worker_threads'
import type { Ranking } from '../../domain/ranking.js'
import { AppError } from '../../errors.js'
import { serveThread } from '../../threads/thread-server.js'
import type { QueryTerm } from '../analyze.js'
import type { Token } from '../tokenize.js'
import type {
  DocumentChange,
  IndexStats,
  PassageEvidence,
  PassageSentences,
  Probe,
  SearchFilter,
} from '../search-index.js'
import { IndexEngine, type IndexEngineOptions } from './index-engine.js'
import { acquireIndexLock } from './index-lock.js'

/** The thread that owns an index: its lock, its writing connection, what is searched in memory. */

export interface IndexThreadApi {
  /** Before any other. @throws INDEX_LOCKED, INDEX_MISMATCH, INDEX_UNAVAILABLE, INDEX_SAVE_FAILED */
  open(): void
  watermark(): number
  apply(changes: readonly DocumentChange[], watermark: number): Promise<void>
  searchLexical(terms: readonly QueryTerm[], filter: SearchFilter, depth: number): Promise<Ranking>
  searchDense(vector: Float32Array, filter: SearchFilter, depth: number): Promise<Ranking>
  findAlternatives(terms: readonly QueryTerm[]): Promise<QueryTerm[]>
  suggestSpelling(text: string, words: readonly Token[], language: string | null): Promise<string | null>
  languagesOf(words: readonly string[]): Promise<string[][]>
  listNewest(filter: SearchFilter, depth: number): Promise<Ranking>
  gatherEvidence(passageIds: readonly string[], probe: Probe): Promise<PassageEvidence[]>
  gatherSentences(passageIds: readonly string[], probe: Probe): Promise<PassageSentences[]>
  stats(): Promise<IndexStats>
  clear(): Promise<void>
  save(): Promise<void>
}

const options = workerData as IndexEngineOptions
let engine: IndexEngine | undefined
let releaseLock: (() => void) | undefined

function opened(): IndexEngine {
  if (!engine) throw new AppError('INDEX_UNAVAILABLE', `The index ${options.folder} was not opened.`)
  return engine
}

serveThread<IndexThreadApi>(
  {
    open() {
      if (options.role === 'writer') releaseLock = acquireIndexLock(options.folder)
      engine = new IndexEngine(options)
    },
    watermark: () => opened().watermark(),
    apply: (changes, watermark) => opened().apply(changes, watermark),
    searchLexical: (terms, filter, depth) => opened().searchLexical(terms, filter, depth),
    searchDense: (vector, filter, depth) => opened().searchDense(vector, filter, depth),
    findAlternatives: (terms) => opened().findAlternatives(terms),
    suggestSpelling: (text, words, language) => opened().suggestSpelling(text, words, language),
    languagesOf: (words) => opened().languagesOf(words),
    listNewest: (filter, depth) => opened().listNewest(filter, depth),
    gatherEvidence: (passageIds, probe) => opened().gatherEvidence(passageIds, probe),
    gatherSentences: (passageIds, probe) => opened().gatherSentences(passageIds, probe),
    stats: () => opened().stats(),
    clear: () => opened().clear(),
    save: () => opened().save(),
  },
  {
    async onClose() {
      try {
        await engine?.close()
      } finally {
        releaseLock?.()
      }
    },
  },
)
