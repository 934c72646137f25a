import { AppError } from '../errors.js'
import type { McpLibrary } from './library.js'

export type OpenedLibrary = McpLibrary & { close(): Promise<void> }

/** Clients give up after a minute, most of them, and tell their user nothing of why. */
const defaultMaxWaitMs = 20_000

/** A library that is opened once, while the client is served already; and again after it could not be opened. */
export class LateLibrary {
  #opening: Promise<OpenedLibrary> | undefined

  constructor(
    private readonly openLibrary: () => Promise<OpenedLibrary>,
    private readonly maxWaitMs = defaultMaxWaitMs,
  ) {}

  /** @throws INDEX_UNAVAILABLE while opening takes longer than a client waits, and what opening throws */
  async open(): Promise<OpenedLibrary> {
    if (!this.#opening) {
      this.#opening = this.openLibrary()
      // What was wrong may have been put right by the next call.
      this.#opening.catch(() => (this.#opening = undefined))
    }
    let timer: NodeJS.Timeout | undefined
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(stillOpening()), this.maxWaitMs)
    })
    return Promise.race([this.#opening, tooLong]).finally(() => clearTimeout(timer))
  }

  /** Waits for an opening under way first. */
  async close(): Promise<void> {
    const opened = await this.#opening?.catch(() => undefined)
    await opened?.close()
  }
}

const stillOpening = () =>
  new AppError(
    'INDEX_UNAVAILABLE',
    'The library is being opened and its index brought up to date, which takes minutes the first time.',
  )
