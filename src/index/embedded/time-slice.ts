import { setImmediate } from 'node:timers/promises'

/**
 * How long work may hold a thread before waiting messages get their turn: a search that arrives while documents are
 * applied and the graph grows waits for one slice of each.
 */
const sliceMs = 3

/** Cuts long work into slices: call `pauseWhenOver` after every small step. */
export class TimeSlice {
  #endsAt = performance.now() + sliceMs

  get isOver(): boolean {
    return performance.now() >= this.#endsAt
  }

  async pauseWhenOver(): Promise<void> {
    if (!this.isOver) return
    await setImmediate()
    this.#endsAt = performance.now() + sliceMs
  }
}
