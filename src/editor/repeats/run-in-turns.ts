import { setImmediate } from 'node:timers/promises'

/**
 * Long computing as a generator that yields after every small step: a server runs it in turns, so that searches are
 * answered in between; a test or a bench may run it at once.
 */
export type Steps<Result> = Generator<undefined, Result, undefined>

/** How long a turn may hold the event loop. */
const turnMs = 8

export async function runInTurns<Result>(steps: Steps<Result>): Promise<Result> {
  let endsAt = performance.now() + turnMs
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() < endsAt) continue
    await setImmediate()
    endsAt = performance.now() + turnMs
  }
}
