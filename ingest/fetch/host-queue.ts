import { setTimeout as pauseTimer } from 'node:timers/promises'
import { AppError } from '../../src/errors.js'

/**
 * Whose turn it is to ask a host: a few requests at a time, a moment between two, and none while the host asked to be
 * left alone or has stopped answering. One queue a process; a host is a name with its port.
 */

/** Time and chance, so that tests need neither. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** @throws the signal's reason */
  pause(ms: number, signal?: AbortSignal): Promise<void>
  /** In [0, 1). */
  random(): number
}

export const systemClock: Clock = {
  now: () => Date.now(),
  async pause(ms, signal) {
    await pauseTimer(ms, undefined, signal ? { signal } : {})
  },
  random: () => Math.random(),
}

/** What browsers of one reader would do; more looks like an attack to small hosts. */
const requestsAtOnce = 2
/** Between the starts of two requests to one host. The spread keeps two pulls from falling into step. */
const minSpacingMs = 250
const maxSpacingMs = 500
/** A host that failed so often in a row, each time after every attempt, is not asked for a while: a feed of a thousand transcripts must not wait a thousand times. */
const failuresUntilClosed = 2
const closedAfterFailuresMs = 60_000

interface Host {
  running: number
  waiting: (() => void)[]
  /** When the next request may start. */
  freeAtMs: number
  /** `Retry-After` of a short time: requests wait for it. */
  heldUntilMs: number
  /** Requests fail at once, and say why. */
  closed: { untilMs: number; reason: string } | null
  failuresInRow: number
}

export interface Turn {
  /** On this machine or its network: nobody to be polite to. */
  isNear: boolean
  signal?: AbortSignal | undefined
}

export class HostQueue {
  readonly #hosts = new Map<string, Host>()

  constructor(readonly clock: Clock = systemClock) {}

  /**
   * Calls `work` when it is the host's turn, in the order of the calls.
   * @throws FETCH_FAILED at once while the host is closed, the signal's reason, and what `work` throws
   */
  async run<Value>(name: string, { isNear, signal }: Turn, work: () => Promise<Value>): Promise<Value> {
    const host = this.#host(name)
    this.#assertOpen(name, host)
    await takePlace(host, signal)
    try {
      await this.#waitForTurn(name, host, { isNear, signal })
      return await work()
    } finally {
      const next = host.waiting.shift()
      // The place is handed over, so that no newcomer slips in between.
      if (next) next()
      else host.running -= 1
    }
  }

  /** Requests to the host wait until then. */
  hold(name: string, untilMs: number): void {
    const host = this.#host(name)
    host.heldUntilMs = Math.max(host.heldUntilMs, untilMs)
  }

  /** Requests to the host fail until then, those that wait already too. */
  close(name: string, untilMs: number, reason: string): void {
    this.#host(name).closed = { untilMs, reason }
  }

  /** The host answered, if only that it has trouble with the one file. */
  noteAnswer(name: string): void {
    this.#host(name).failuresInRow = 0
  }

  /** A request failed after every attempt, by the network or because the host refuses all that is asked. */
  noteFailure(name: string): void {
    const host = this.#host(name)
    host.failuresInRow += 1
    if (host.failuresInRow >= failuresUntilClosed)
      this.close(
        name,
        this.clock.now() + closedAfterFailuresMs,
        `it failed ${host.failuresInRow} times in a row`,
      )
  }

  async #waitForTurn(name: string, host: Host, { isNear, signal }: Turn): Promise<void> {
    for (;;) {
      this.#assertOpen(name, host)
      const nowMs = this.clock.now()
      const startMs = Math.max(nowMs, host.freeAtMs, host.heldUntilMs)
      // Taken before the wait, so that two that wait do not start together.
      host.freeAtMs = startMs + (isNear ? 0 : this.#spacingMs())
      if (startMs > nowMs) await this.clock.pause(startMs - nowMs, signal)
      // It may have been told to hold while this one waited.
      if (host.heldUntilMs <= this.clock.now()) return this.#assertOpen(name, host)
    }
  }

  #assertOpen(name: string, host: Host): void {
    if (host.closed === null) return
    const { untilMs, reason } = host.closed
    if (this.clock.now() < untilMs)
      throw new AppError(
        'FETCH_FAILED',
        `${name} is not asked before ${new Date(untilMs).toISOString()}: ${reason}`,
      )
    host.closed = null
  }

  #spacingMs(): number {
    return minSpacingMs + this.clock.random() * (maxSpacingMs - minSpacingMs)
  }

  #host(name: string): Host {
    const known = this.#hosts.get(name)
    if (known) return known
    const host = { running: 0, waiting: [], freeAtMs: 0, heldUntilMs: 0, closed: null, failuresInRow: 0 }
    this.#hosts.set(name, host)
    return host
  }
}

async function takePlace(host: Host, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted()
  if (host.running < requestsAtOnce) {
    host.running += 1
    return
  }
  await new Promise<void>((resolve, reject) => {
    const leave = () => {
      host.waiting = host.waiting.filter((each) => each !== enter)
      reject(signal?.reason as Error)
    }
    const enter = () => {
      signal?.removeEventListener('abort', leave)
      resolve()
    }
    host.waiting.push(enter)
    signal?.addEventListener('abort', leave, { once: true })
  })
}
