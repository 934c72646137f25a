import type { Catalog } from '../catalog/catalog.js'
import { reasonOf } from '../errors.js'
import { followCatalog, type FollowOptions } from './follow.js'
import type { SearchIndex } from './search-index.js'

/** Any process may write the catalog; a second is the longest that a listener should wait to find what was added. */
const pollIntervalMs = 500

/** Nothing changed for this long: the index is saved. */
const quietBeforeSaveMs = 60_000

/** Keeps an index up to date while the server runs. */
export class Follower {
  readonly #stopping = new AbortController()
  /** When the last change was applied that is not in a saved index; undefined when all are. */
  #changedAtMs: number | undefined
  #running: Promise<void> | undefined

  constructor(
    private readonly catalog: Catalog,
    private readonly index: SearchIndex,
    private readonly options: Omit<FollowOptions, 'signal'>,
    /** Called for every failed round; the next one tries again. */
    private readonly onError: (error: unknown) => void,
  ) {}

  start(): void {
    this.#running ??= this.#run()
  }

  /** Ends after the step under way. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#running
  }

  /** So that a start after a crash has little to make again. */
  async #saveWhenQuiet(applied: number): Promise<void> {
    if (applied > 0) this.#changedAtMs = performance.now()
    else if (this.#changedAtMs !== undefined && performance.now() - this.#changedAtMs > quietBeforeSaveMs) {
      this.#changedAtMs = undefined
      await this.index.save()
    }
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping
    let lastFailure = ''
    while (!signal.aborted) {
      try {
        const applied = await followCatalog(this.catalog, this.index, { ...this.options, signal })
        await this.#saveWhenQuiet(applied)
        lastFailure = ''
      } catch (error) {
        // The same trouble twice a second is said once.
        if (reasonOf(error) !== lastFailure) this.onError(error)
        lastFailure = reasonOf(error)
      }
      await pause(pollIntervalMs, signal)
    }
  }
}

/** Resolves after the time, or at once when stopped. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done, { once: true })
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
  })
}
