import { setTimeout as pause } from 'node:timers/promises'
import { reasonOf } from '../../errors.js'
import { followSavedSearches } from './follow-saved-searches.js'
import type { StandingDependencies } from './standing-search.js'

/** What an editor waits for is a minute away; the index itself follows within half a second. */
const pollIntervalMs = 1000
/** After each failure in a row it waits twice as long, up to a minute. */
const maxDoublings = 6

/** Keeps saved searches up to date while the server runs. */
export class SavedSearchFollower {
  readonly #stopping = new AbortController()
  #running: Promise<void> | undefined

  constructor(
    private readonly dependencies: StandingDependencies,
    /** Told of every failed round; the next one tries again. */
    private readonly onError: (error: unknown) => void,
  ) {}

  start(): void {
    this.#running ??= this.#run()
  }

  /** Ends after the question under way; what the step has not written is found again. */
  async close(): Promise<void> {
    this.#stopping.abort()
    await this.#running
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping
    let lastFailure = ''
    let failures = 0
    while (!signal.aborted) {
      try {
        await followSavedSearches(this.dependencies, { now: () => Date.now(), signal })
        lastFailure = ''
        failures = 0
      } catch (error) {
        // The same trouble every second is said once.
        if (reasonOf(error) !== lastFailure) this.onError(error)
        lastFailure = reasonOf(error)
        failures++
      }
      const waitMs = pollIntervalMs * 2 ** Math.min(failures, maxDoublings)
      await pause(waitMs, undefined, { signal }).catch(() => undefined)
    }
  }
}
