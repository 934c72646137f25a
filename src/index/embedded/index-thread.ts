import { workerData } from 'node:worker_threads'
import type { Ranking } from '../../domain/ranking.js'
import { AppError } from '../../errors.js'
import { serveThread } from '../../threads/thread-server.js'
import type { DocumentChange, IndexStats, SearchFilter } from '../search-index.js'
import { IndexEngine, type IndexEngineOptions } from './index-engine.js'
import { acquireIndexLock } from './index-lock.js'

/** The thread that owns an index: its lock, its writing connection, its vectors and their graph. */

export interface IndexThreadApi {
  /** Before any other. @throws INDEX_LOCKED, INDEX_MISMATCH, INDEX_UNAVAILABLE, INDEX_SAVE_FAILED */
  open(): void
  watermark(): number
  apply(changes: readonly DocumentChange[], watermark: number): Promise<void>
  searchDense(vector: Float32Array, filter: SearchFilter, depth: number): Promise<Ranking>
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
    searchDense: (vector, filter, depth) => opened().searchDense(vector, filter, depth),
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
