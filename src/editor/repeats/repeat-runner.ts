import { setTimeout as pause } from 'node:timers/promises'
import type { Catalog } from '../../catalog/catalog.js'
import { compiledUrl } from '../../compiled.js'
import { reasonOf } from '../../errors.js'
import { ThreadClient } from '../../threads/thread-client.js'
import type { RepeatReport } from './find-all-repeats.js'
import type { RepeatThreadApi } from './repeat-thread.js'
import { repeatVersion } from './repeat-version.js'

/** Keeps what is known of repeats up to date, in a thread that lives as long as a search for them. */

export interface RepeatRunnerOptions {
  catalogPath: string
  /** Key of the space of sentence vectors. */
  space: string
  /** Told of every failed search, once for the same reason. */
  onError: (error: unknown) => void
}

const pollIntervalMs = 2000
/** While documents keep coming, the search waits for a pause of this length. */
const quietMs = 20_000
/** The whole library is looked through each time: after a search it rests ten times as long as that took, unless asked. */
const restFactor = 10
const maxRestMs = 3_600_000

export class RepeatRunner {
  readonly #stopping = new AbortController()
  #thread: ThreadClient<RepeatThreadApi> | undefined
  #finding: Promise<RepeatReport> | undefined
  #running: Promise<void> | undefined
  #restsUntilMs = 0
  #isAsked = false

  constructor(
    private readonly catalog: Pick<Catalog, 'latestSeq' | 'readRepeatState'>,
    private readonly options: RepeatRunnerOptions,
  ) {}

  /** Follows until closed. */
  start(): void {
    this.#running ??= this.#run()
  }

  /** Whether what is known was found in the library as it is. */
  async isUpToDate(): Promise<boolean> {
    const [state, seq] = await Promise.all([this.catalog.readRepeatState(), this.catalog.latestSeq()])
    if (!state) return seq === 0
    return state.seq === seq && state.version === repeatVersion(this.options.space)
  }

  /** Somebody looks at repeats: no rest before the next search. */
  ask(): void {
    this.#isAsked = true
  }

  /** Searches now, or joins the search under way. @throws what it throws */
  find(): Promise<RepeatReport> {
    this.#finding ??= this.#find().finally(() => (this.#finding = undefined))
    return this.#finding
  }

  /** At once: what a search has found so far is lost, and nothing else. */
  async close(): Promise<void> {
    this.#stopping.abort()
    await this.#thread?.terminate()
    await this.#finding?.catch(() => undefined)
    await this.#running
  }

  async #find(): Promise<RepeatReport> {
    const { catalogPath, space } = this.options
    const thread = new ThreadClient<RepeatThreadApi>(compiledUrl(import.meta.url, './repeat-thread.js'), {
      catalogPath,
      space,
    })
    this.#thread = thread
    const startedMs = performance.now()
    try {
      return await thread.call('find')
    } finally {
      const tookMs = performance.now() - startedMs
      this.#restsUntilMs = performance.now() + Math.min(maxRestMs, restFactor * tookMs)
      this.#isAsked = false
      this.#thread = undefined
      await thread.terminate()
    }
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping
    let seen = { seq: -1, atMs: 0 }
    let lastFailure = ''
    while (!signal.aborted) {
      try {
        const seq = await this.catalog.latestSeq()
        const now = performance.now()
        if (seq !== seen.seq) seen = { seq, atMs: now }
        const isRested = this.#isAsked || now >= this.#restsUntilMs
        const isDue = isRested && now - seen.atMs >= quietMs && !(await this.isUpToDate())
        // Closed while this was asked: a search begun now would be waited for to its end.
        if (isDue && !this.#stopping.signal.aborted) await this.find()
        lastFailure = ''
      } catch (error) {
        if (!signal.aborted && reasonOf(error) !== lastFailure) this.options.onError(error)
        lastFailure = reasonOf(error)
        this.#isAsked = false
      }
      await pause(pollIntervalMs, undefined, { signal }).catch(() => undefined)
    }
  }
}
