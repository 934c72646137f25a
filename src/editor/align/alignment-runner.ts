import { compiledUrl } from '../../compiled.js'
import { ThreadClient } from '../../threads/thread-client.js'
import type { Alignment } from './alignment.js'
import type { AlignmentThreadApi, AlignmentThreadOptions } from './alignment-thread.js'

/** Without a question for this long the thread ends: it holds tens of MB, and takes half a second to start. */
const idleMs = 300_000

/** Aligns in a thread of its own, which lives while there are questions. */
export class AlignmentRunner {
  #thread: ThreadClient<AlignmentThreadApi> | undefined
  #idle: NodeJS.Timeout | undefined
  #closed = false

  constructor(
    private readonly options: AlignmentThreadOptions,
    private readonly restMs = idleMs,
  ) {}

  /** Whether there is a thread now. */
  get isRunning(): boolean {
    return this.#thread !== undefined
  }

  /** One after the other. @throws DOCUMENT_NOT_FOUND, TRANSCRIPT_MISSING; Error when the thread died or was closed */
  async align(postId: string, recordingId: string): Promise<Alignment> {
    if (this.#closed) throw new Error('alignments were closed')
    clearTimeout(this.#idle)
    const thread = (this.#thread ??= this.#start())
    try {
      return await thread.call('align', postId, recordingId)
    } finally {
      if (thread === this.#thread && thread.inFlight === 0) this.#endWhenIdle(thread)
    }
  }

  /** At once: what is being aligned is lost, and nothing else. */
  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#idle)
    await this.#thread?.terminate()
  }

  #start(): ThreadClient<AlignmentThreadApi> {
    const thread = new ThreadClient<AlignmentThreadApi>(
      compiledUrl(import.meta.url, './alignment-thread.js'),
      this.options,
      // The next question gets a new one.
      { onCrash: () => this.#forget(thread) },
    )
    return thread
  }

  #endWhenIdle(thread: ThreadClient<AlignmentThreadApi>): void {
    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => {
      this.#forget(thread)
      void thread.terminate()
    }, this.restMs).unref()
  }

  #forget(thread: ThreadClient<AlignmentThreadApi>): void {
    if (this.#thread === thread) this.#thread = undefined
  }
}
