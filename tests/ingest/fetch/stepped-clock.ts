import type { Clock } from '../../../ingest/fetch/host-queue.js'

/** Time that stands still until every pause is known, then jumps to the end of the nearest. Chance is always a half. */
export class SteppedClock implements Clock {
  #nowMs = Date.UTC(2026, 0, 1)
  readonly #startMs = this.#nowMs
  #pauses: { untilMs: number; resume: () => void }[] = []

  now(): number {
    return this.#nowMs
  }

  /** Since the clock was made. */
  get passedMs(): number {
    return this.#nowMs - this.#startMs
  }

  random(): number {
    return 0.5
  }

  pause(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error))
      this.#pauses.push({ untilMs: this.#nowMs + ms, resume: resolve })
    })
  }

  /** Lets time pass until the work has ended. */
  async run<Value>(work: Promise<Value>): Promise<Value> {
    let ended = false
    const outcome = work.finally(() => (ended = true))
    outcome.catch(() => undefined)
    for (;;) {
      // What was resumed goes on until all that is left waits for time.
      await new Promise((resolve) => setImmediate(resolve))
      if (ended) return outcome
      const next = this.#pauses.sort((a, b) => a.untilMs - b.untilMs).shift()
      if (!next) continue
      this.#nowMs = Math.max(this.#nowMs, next.untilMs)
      next.resume()
    }
  }
}
