import { setTimeout as pause } from 'node:timers/promises'
import type { Catalog } from '../catalog/catalog.js'
import { compiledUrl } from '../compiled.js'
import { modelIdentityKey, type Embedder } from '../embed/embedder.js'
import { reasonOf } from '../errors.js'
import { ThreadClient } from '../threads/thread-client.js'
import type { ConceptThreadApi } from './concept-thread.js'
import { conceptVersion } from './concept-version.js'
import type { FollowReport } from './follow-concepts.js'

/** Keeps the concepts up to date in a thread of their own, which lives while there is something to do. */

export interface ConceptRunnerOptions {
  catalogPath: string
  /** Told of every failed round; the next one tries again. */
  onError: (error: unknown) => void
}

const pollIntervalMs = 1000
/** After each failure in a row it waits twice as long, up to four minutes: a step that fails costs as much as one that does not. */
const maxDoublings = 8
/** While documents keep coming, concepts wait for a pause of this length, */
const quietMs = 2000
/** but no longer than this: what all documents say together is worked out anew each time. */
const maxWaitMs = 30_000
/** With nothing to do, the thread and what it holds in memory go. */
const idleMs = 60_000
/** A step makes some hundred thousand small objects; with Node's own choice a fifth of its time goes into collecting. */
const youngGenerationMb = 96
/** Names embedded between two questions that a listener may ask. */
const namesPerBatch = 16

export class ConceptRunner {
  readonly #stopping = new AbortController()
  #thread: ThreadClient<ConceptThreadApi> | undefined
  #usedAtMs = 0
  #following: Promise<FollowReport | null> | undefined
  #preparing: Promise<void> | undefined
  #running: Promise<void> | undefined
  readonly #model: string
  readonly #version: string

  constructor(
    private readonly catalog: Catalog,
    private readonly embedder: Embedder,
    private readonly options: ConceptRunnerOptions,
  ) {
    this.#model = modelIdentityKey(embedder.identity)
    this.#version = conceptVersion(this.#model)
  }

  /** Follows until closed. */
  start(): void {
    this.#running ??= this.#run()
  }

  /** Resolves when everything that was written before the call is in the concepts. @throws what following throws */
  async refresh(): Promise<FollowReport | null> {
    // One that is under way may have begun before what the caller wrote.
    await this.#following?.catch(() => undefined)
    this.#following ??= this.#follow().finally(() => (this.#following = undefined))
    return this.#following
  }

  /**
   * Starts the thread and reads what the next step begins with, which is a good part of its time after a rest; nothing
   * where there is one. A failure is left to that step, which meets it again.
   */
  async prepare(): Promise<void> {
    if (!this.#thread) this.#preparing = this.#openThread().call('prepare')
    this.#usedAtMs = performance.now()
    await this.#preparing?.catch(() => undefined)
  }

  /** Ends after the step under way. */
  async close(): Promise<void> {
    this.#stopping.abort()
    await this.#running
    await this.#following?.catch(() => undefined)
    await this.#endThread()
  }

  async #follow(): Promise<FollowReport | null> {
    const thread = this.#openThread()
    await this.#preparing?.catch(() => undefined)
    let step = await thread.call('begin')
    while ('names' in step) step = await thread.call('proceed', await this.#embed(step.names))
    this.#usedAtMs = performance.now()
    return step.report
  }

  async #embed(names: readonly string[]): Promise<Float32Array[]> {
    const vectors: Float32Array[] = []
    for (let from = 0; from < names.length; from += namesPerBatch)
      vectors.push(...(await this.embedder.embedPassages(names.slice(from, from + namesPerBatch))))
    return vectors
  }

  #openThread(): ThreadClient<ConceptThreadApi> {
    this.#thread ??= new ThreadClient<ConceptThreadApi>(
      compiledUrl(import.meta.url, './concept-thread.js'),
      { catalogPath: this.options.catalogPath, model: this.#model },
      { onCrash: () => this.#forgetThread(), youngGenerationMb },
    )
    return this.#thread
  }

  async #endThread(): Promise<void> {
    const thread = this.#thread
    this.#forgetThread()
    await thread?.close()
  }

  #forgetThread(): void {
    this.#thread = undefined
    this.#preparing = undefined
  }

  /** Behind the documents, the edits or, after an update, the version of concepts. */
  async #isBehind(seq: number): Promise<boolean> {
    const state = await this.catalog.readConceptState()
    const edit = (await this.catalog.listConceptEdits()).at(-1)?.id ?? 0
    if (!state) return seq > 0 || edit > 0
    return state.seq !== seq || state.edit !== edit || state.version !== this.#version
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping
    let seen = { seq: -1, atMs: 0 }
    let behindSinceMs: number | undefined
    let lastFailure = ''
    let failures = 0
    while (!signal.aborted) {
      try {
        const seq = await this.catalog.latestSeq()
        const isBehind = await this.#isBehind(seq)
        const now = performance.now()
        if (seq !== seen.seq) seen = { seq, atMs: now }
        behindSinceMs = isBehind ? (behindSinceMs ?? now) : undefined
        const isQuiet = now - seen.atMs >= quietMs || now - (behindSinceMs ?? now) >= maxWaitMs
        if (isBehind && isQuiet) {
          await this.refresh()
          behindSinceMs = undefined
        } else if (isBehind && !this.#thread) void this.prepare()
        else if (!isBehind && this.#thread && now - this.#usedAtMs > idleMs) await this.#endThread()
        lastFailure = ''
        failures = 0
      } catch (error) {
        // The same trouble every second is said once.
        if (reasonOf(error) !== lastFailure) this.options.onError(error)
        lastFailure = reasonOf(error)
        failures++
      }
      const waitMs = pollIntervalMs * 2 ** Math.min(failures, maxDoublings)
      await pause(waitMs, undefined, { signal }).catch(() => undefined)
    }
  }
}
