import { rm } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import type { Ranking } from '../../domain/ranking.js'
import { AppError } from '../../errors.js'
import type { QueryTerm } from '../analyze.js'
import type { Token } from '../tokenize.js'
import type {
  DocumentChange,
  IndexIdentity,
  IndexStats,
  PassageEvidence,
  PassageSentences,
  Probe,
  SearchFilter,
} from '../search-index.js'
import { DenseIndex } from './dense-index.js'
import { EntryWriter } from './entry-writer.js'
import { loadSnapshot, saveSnapshot, type SnapshotOwner } from './hnsw-snapshot.js'
import type { HnswGraph } from './hnsw-graph.js'
import { indexFiles } from './index-files.js'
import { openForReading, openForWriting, readMeta } from './index-schema.js'
import { readStats, sizeOf } from './index-reads.js'
import { PassageSearcher } from './passage-searcher.js'
import { toIndexError, withIndexErrors } from './sqlite-failure.js'
import { TimeSlice } from './time-slice.js'

export type IndexRole = 'writer' | 'reader'

export interface IndexEngineOptions {
  folder: string
  identity: IndexIdentity
  role: IndexRole
  /** See `defaultExactScanMaxVectors`. */
  exactScanMaxVectors?: number
}

/**
 * The state of one open index: the writing connection, a reading one that sees what is committed, what is searched in
 * memory, and the graph over its vectors. Everything that changes something happens one after the other; searches go between the slices of it.
 */
export class IndexEngine {
  readonly #files: ReturnType<typeof indexFiles>
  readonly #owner: SnapshotOwner
  readonly #reads: Database.Database
  readonly #writes: Database.Database | null
  readonly #writer: EntryWriter | null
  readonly #dense: DenseIndex
  readonly #searcher: PassageSearcher
  /** Settles when words and vectors are in memory. */
  readonly #loaded: Promise<void>
  /** Settles when the change before is done; never rejects. */
  #changes: Promise<unknown>
  #dataVersion: number
  #stats: Omit<IndexStats, 'sizeBytes'> | null = null
  #growing = false
  /** Settles when all words that are known by then are learned; never rejects. */
  #learning: Promise<void> | null = null
  /** While the graph is being read or written. */
  #graphIsFixed = true
  #closing = false
  /** What of the graph is on disk: saving it again would be work for nothing. */
  #saved: { graph: HnswGraph; size: number } | null = null

  /** @throws INDEX_MISMATCH, INDEX_UNAVAILABLE, INDEX_SAVE_FAILED */
  constructor({ folder, identity, role, exactScanMaxVectors }: IndexEngineOptions) {
    this.#files = indexFiles(folder)
    const { database } = this.#files
    this.#writes = role === 'writer' ? openForWriting(database, identity) : null
    this.#writer = this.#writes ? new EntryWriter(this.#writes, identity.dimensions) : null
    this.#reads = openForReading(database, identity)
    const { model, dimensions } = identity
    this.#owner = { generation: readMeta(this.#reads, 'generation'), model, dimensions }
    this.#dense = new DenseIndex(dimensions, exactScanMaxVectors)
    this.#searcher = new PassageSearcher(this.#reads, this.#dense)
    this.#dataVersion = this.#readDataVersion()
    this.#loaded = this.#load()
    // A failure to load is told by whatever awaits `#loaded`.
    this.#changes = this.#loaded.then(() => this.#loadGraph()).catch(() => undefined)
  }

  watermark(): number {
    return this.#guard(() => Number(readMeta(this.#reads, 'watermark')))
  }

  apply(changes: readonly DocumentChange[], watermark: number): Promise<void> {
    return this.#enqueue(async (writer) => {
      const done = await writer.apply(changes, watermark)
      // From the commit to here nothing else ran: no search sees one without the other.
      this.#searcher.follow(done)
      this.#learnWords()
      this.#stats = null
      this.#growGraph()
    })
  }

  clear(): Promise<void> {
    return this.#enqueue(async (writer) => {
      const { sidecar, snapshot } = this.#files
      writer.clear()
      this.#searcher.clear()
      this.#stats = null
      this.#saved = null
      for (const path of [sidecar, snapshot]) await rm(path, { force: true })
    })
  }

  searchLexical(terms: readonly QueryTerm[], filter: SearchFilter, depth: number): Promise<Ranking> {
    return this.#search((searcher) => searcher.searchLexical(terms, filter, depth))
  }

  searchDense(vector: Float32Array, filter: SearchFilter, depth: number): Promise<Ranking> {
    return this.#search((searcher) => searcher.searchDense(vector, filter, depth))
  }

  findAlternatives(terms: readonly QueryTerm[]): Promise<QueryTerm[]> {
    return this.#search((searcher) => searcher.findAlternatives(terms))
  }

  /** Waits until the words are learned: a command, which asks when it has just begun, is told what the server tells. */
  async suggestSpelling(
    text: string,
    words: readonly Token[],
    language: string | null,
  ): Promise<string | null> {
    await this.#search(() => undefined)
    await this.#learning
    return this.#search((searcher) => searcher.suggestSpelling(text, words, language))
  }

  languagesOf(words: readonly string[]): Promise<string[][]> {
    return this.#search((searcher) => searcher.languagesOf(words))
  }

  listNewest(filter: SearchFilter, depth: number): Promise<Ranking> {
    return this.#search((searcher) => searcher.listNewest(filter, depth))
  }

  gatherEvidence(passageIds: readonly string[], probe: Probe): Promise<PassageEvidence[]> {
    return this.#search((searcher) => searcher.gatherEvidence(passageIds, probe))
  }

  gatherSentences(passageIds: readonly string[], probe: Probe): Promise<PassageSentences[]> {
    return this.#search((searcher) => searcher.gatherSentences(passageIds, probe))
  }

  async stats(): Promise<IndexStats> {
    const { passages, vectors, languages } = this.#guard(() => {
      this.#refresh()
      return (this.#stats ??= readStats(this.#reads))
    })
    const { database, snapshot, sidecar } = this.#files
    const paths = [database, `${database}-wal`, snapshot, sidecar]
    const sizes = await Promise.all(paths.map((path) => sizeOf(path)))
    return { passages, vectors, languages, sizeBytes: sizes.reduce((sum, size) => sum + size, 0) }
  }

  /** Takes into the graph what it lacks, then saves it. Nothing to do for a reader, or a library without a graph. */
  save(): Promise<void> {
    if (!this.#writer) return Promise.resolve()
    return this.#enqueue(async () => {
      const slice = new TimeSlice()
      while (!this.#closing && this.#dense.growGraph()) await slice.pauseWhenOver()
      await this.#saveGraph()
    })
  }

  /** Ends after the change under way. @throws INDEX_SAVE_FAILED when the graph was not saved; all is closed then too */
  async close(): Promise<void> {
    this.#closing = true
    await this.#changes
    try {
      if (this.#writer) await this.#saveGraph()
    } finally {
      this.#reads.close()
      this.#writes?.close()
    }
  }

  async #load(): Promise<void> {
    const slice = new TimeSlice()
    while (!this.#closing && this.#guard(() => this.#searcher.loadSome())) await slice.pauseWhenOver()
    this.#learnWords()
  }

  async #loadGraph(): Promise<void> {
    if (this.#dense.wantsGraph && !this.#closing) {
      const maxLabel = this.#reads.prepare<[], number>('SELECT seq FROM sqlite_sequence').pluck().get() ?? 0
      const graph = await loadSnapshot(this.#files, this.#owner, maxLabel)
      if (graph && this.#dense.adopt(graph)) this.#saved = { graph, size: graph.size }
    }
    this.#graphIsFixed = false
    this.#growGraph()
  }

  /** In the background, in slices: the words by which spelling is corrected. */
  #learnWords(): void {
    const learn = async () => {
      await setImmediate()
      const slice = new TimeSlice()
      while (!this.#closing && this.#searcher.learnWord()) await slice.pauseWhenOver()
      this.#learning = null
    }
    // As with the graph.
    this.#learning ??= learn()
  }

  /** In the background, in slices. A reader leaves it to the writer: it scans what the saved graph lacks. */
  #growGraph(): void {
    if (this.#growing || !this.#writer) return
    this.#growing = true
    const grow = async () => {
      await setImmediate()
      const slice = new TimeSlice()
      while (!this.#closing && !this.#graphIsFixed && this.#dense.growGraph()) await slice.pauseWhenOver()
      this.#growing = false
    }
    // Nothing awaits it: a failure is a bug and ends the thread, which every call is told of.
    void grow()
  }

  async #saveGraph(): Promise<void> {
    const { graph } = this.#dense
    if (!graph || (this.#saved?.graph === graph && this.#saved.size === graph.size)) return
    this.#graphIsFixed = true
    try {
      await saveSnapshot(this.#files, graph, this.#owner)
      this.#saved = { graph, size: graph.size }
    } finally {
      this.#graphIsFixed = false
      this.#growGraph()
    }
  }

  /** What another process committed; what this one did is known already. */
  #refresh(): void {
    const dataVersion = this.#readDataVersion()
    if (this.#writer || dataVersion === this.#dataVersion) return
    this.#dataVersion = dataVersion
    this.#stats = null
    this.#searcher.catchUp()
    this.#learnWords()
  }

  #readDataVersion(): number {
    return this.#reads.pragma('data_version', { simple: true }) as number
  }

  /** Runs a change after the one before. @throws INDEX_LOCKED for a reader */
  #enqueue(change: (writer: EntryWriter) => Promise<void>): Promise<void> {
    const writer = this.#writer
    if (!writer)
      return Promise.reject(
        new AppError(
          'INDEX_LOCKED',
          `The index ${this.#files.database} is open for reading only, beside the process that writes it: let that one do the work.`,
        ),
      )
    const previous = this.#changes
    const done = this.#loaded
      .then(() => previous)
      .then(() => change(writer))
      .catch((error: unknown) => {
        throw toIndexError(error, this.#files.database)
      })
    this.#changes = done.catch(() => undefined)
    return done
  }

  async #search<Result>(work: (searcher: PassageSearcher) => Result): Promise<Result> {
    await this.#loaded
    return this.#guard(() => {
      this.#refresh()
      return work(this.#searcher)
    })
  }

  #guard<Result>(work: () => Result): Result {
    return withIndexErrors(this.#files.database, work)
  }
}
