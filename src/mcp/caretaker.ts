/** Keeps an index that this process only reads up to date where no other process does. */

export interface CaretakerOptions {
  isBehind(): Promise<boolean>
  /** Brings it up to date, or finds that another process is at it. */
  catchUp(): Promise<void>
  onError(error: unknown): void
}

/** Catching up reads the whole index once more: while a pull writes on and on, searches may lag by so much. */
const minIntervalMs = 15_000

export class Caretaker {
  #looking: Promise<void> | undefined
  #lookedAtMs = -Infinity

  constructor(private readonly options: CaretakerOptions) {}

  /** Looks in the background, seldom enough to be called before each search. */
  look(): void {
    if (this.#looking || performance.now() - this.#lookedAtMs < minIntervalMs) return
    this.#lookedAtMs = performance.now()
    this.#looking = this.#catchUp().finally(() => (this.#looking = undefined))
  }

  /** Ends what is under way first. */
  async close(): Promise<void> {
    this.#lookedAtMs = Infinity
    await this.#looking
  }

  async #catchUp(): Promise<void> {
    try {
      if (await this.options.isBehind()) await this.options.catchUp()
    } catch (error) {
      this.options.onError(error)
    }
  }
}
