import type { Catalog } from '../catalog/catalog.js'
import { followCatalog, type FollowOptions } from './follow.js'
import type { SearchIndex } from './search-index.js'

/** Any process may write the catalog; a second is the longest that a listener should wait to find what was added. */
const pollIntervalMs = 500

/** Keeps an index up to date while the server runs. */
export class Follower {
  readonly #stopping = new AbortController()
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

  async #run(): Promise<void> {
    const { signal } = this.#stopping
    while (!signal.aborted) {
      try {
        await followCatalog(this.catalog, this.index, { ...this.options, signal })
      } catch (error) {
        this.onError(error)
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
