/** Between restarts of a thread or process that keeps dying; doubled each time. The first restart is at once. */
const firstDelayMs = 500
const maxDelayMs = 30_000

/** When something that died may be started again: at once, and while it keeps dying after a growing delay. */
export class RestartDelay {
  #failures = 0
  #lastFailure: unknown
  #retryAtMs = 0

  /** Why it may not be started now; undefined when it may. */
  get reasonToWait(): unknown {
    return performance.now() < this.#retryAtMs ? this.#lastFailure : undefined
  }

  noteSuccess(): void {
    this.#failures = 0
  }

  noteFailure(failure: unknown): void {
    this.#failures++
    this.#lastFailure = failure
    const delayMs = this.#failures === 1 ? 0 : firstDelayMs * 2 ** (this.#failures - 2)
    this.#retryAtMs = performance.now() + Math.min(maxDelayMs, delayMs)
  }
}
