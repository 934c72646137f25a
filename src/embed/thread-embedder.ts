import { Worker } from 'node:worker_threads'
import { compiledUrl } from '../compiled.js'
import { AppError, reasonOf } from '../errors.js'
import type { Embedder } from './embedder.js'
import type { EncodeReply, EncoderSetup } from './encoder-host.js'
import type { ModelFiles } from './model-files.js'
import { PendingCalls } from './pending-calls.js'
import { QueryCache } from './query-cache.js'
import { RestartDelay } from './restart-delay.js'

export interface ThreadEmbedderOptions {
  /** Threads of the model inside the worker. One leaves the other cores to the event loop and the index. */
  threads?: number
  maxCachedQueries?: number
  /** The worker's module; another one in tests. */
  threadUrl?: URL
}

/** A text under way cannot be interrupted; the longest takes under a second. */
const closeGraceMs = 3_000

interface RunningThread {
  worker: Worker
  calls: PendingCalls
  exited: Promise<void>
}

/**
 * The embedder for queries: one worker thread in this process (more than one crashed: onnxruntime #24486), started by
 * the first call. Queries go before passages. When the thread dies the calls under way are rejected and the next one
 * starts it again; while it keeps dying, calls are rejected at once until a growing delay has passed.
 */
export class ThreadEmbedder implements Embedder {
  readonly identity: ModelFiles['identity']
  readonly #setup: EncoderSetup
  readonly #threadUrl: URL
  readonly #cache: QueryCache
  readonly #restarts = new RestartDelay()
  #thread: RunningThread | undefined
  #closed = false

  constructor(files: ModelFiles, options: ThreadEmbedderOptions = {}) {
    const { threads = 1, maxCachedQueries = 500 } = options
    this.identity = files.identity
    this.#setup = { task: 'embed', files, threads }
    this.#threadUrl = options.threadUrl ?? compiledUrl(import.meta.url, './inference-thread.js')
    this.#cache = new QueryCache(maxCachedQueries)
  }

  /** Resolves when the model is loaded. @throws MODEL_CORRUPT, EMBEDDER_UNAVAILABLE */
  async ready(): Promise<void> {
    await this.#encode([], true)
  }

  async embedPassages(texts: readonly string[]): Promise<Float32Array[]> {
    return texts.length > 0 ? this.#encode(texts, false) : []
  }

  embedQuery(text: string): Promise<Float32Array> {
    return this.#cache.find(text, async () => {
      const [vector] = await this.#encode([this.identity.queryPrefix + text], true)
      if (!vector) throw new RangeError('one text must give one vector')
      return vector
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    const thread = this.#thread
    if (!thread) return
    thread.calls.failAll(unavailable('it was closed'))
    thread.worker.ref()
    thread.worker.postMessage('close')
    const timer = setTimeout(() => void thread.worker.terminate(), closeGraceMs)
    await thread.exited
    clearTimeout(timer)
  }

  async #encode(texts: readonly string[], urgent: boolean): Promise<Float32Array[]> {
    if (this.#closed) throw unavailable('it was closed')
    const { worker, calls } = (this.#thread ??= this.#start())
    worker.ref()
    return calls.open({ inputs: texts, urgent }, (request) => worker.postMessage(request))
  }

  #start(): RunningThread {
    const reason = this.#restarts.reasonToWait
    if (reason !== undefined) throw unavailable(reasonOf(reason), reason)
    const worker = new Worker(this.#threadUrl, { workerData: this.#setup })
    const calls = new PendingCalls(this.identity.dimensions)
    let cause: Error | undefined
    worker.on('message', (reply: EncodeReply) => {
      if ('vectors' in reply) this.#restarts.noteSuccess()
      else if (reply.id === null) cause = new AppError(reply.code, reply.message)
      calls.settle(reply)
      // An idle thread must not keep a command from ending.
      if (calls.size === 0) worker.unref()
    })
    worker.once('error', (error) => {
      cause = error instanceof Error ? error : new Error(String(error))
    })
    const exited = new Promise<void>((resolve) => {
      worker.once('exit', (exitCode) => {
        this.#thread = undefined
        if (!this.#closed)
          this.#restarts.noteFailure(cause ?? new Error(`the thread ended with code ${exitCode}`))
        calls.failAll(unavailable(reasonOf(cause ?? `the thread ended with code ${exitCode}`), cause))
        resolve()
      })
    })
    return { worker, calls, exited }
  }
}

function unavailable(reason: string, cause?: unknown): AppError {
  if (cause instanceof AppError) return cause
  const message = `The embedding thread is not available: ${reason}. Search by words goes on without it; try again in a moment`
  return new AppError('EMBEDDER_UNAVAILABLE', message, { cause })
}
