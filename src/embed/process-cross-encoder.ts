import { availableParallelism } from 'node:os'
import { compiledUrl } from '../compiled.js'
import { AppError, hasCode, reasonOf } from '../errors.js'
import type { CrossEncoder } from './cross-encoder.js'
import type { CrossEncoderFiles } from './cross-encoder-files.js'
import type { EncoderSetup } from './encoder-host.js'
import { EncoderProcess } from './encoder-process.js'
import { QueryCache } from './query-cache.js'
import { RestartDelay } from './restart-delay.js'

export interface ProcessCrossEncoderOptions {
  /** Threads of the model. */
  threads?: number
  maxCachedPairs?: number
  /** The child's module; another one in tests. */
  processUrl?: URL
  /** Without an answer for this long it is taken to hang, and killed; ten times as long while it loads. */
  maxSilenceMs?: number
}

/** A listener waits for all of it, so it may have more than one; one core is left to the rest of the server. */
const maxThreads = 4
/** Scores of about fifty searches: paging and typing back and forth ask for the same ones again. */
const defaultCachedPairs = 2000
/** Each pair is answered by itself; one takes some seconds on a slow machine with a large model. */
const defaultMaxSilenceMs = 30_000
/** About ten searches. One that came after them would wait longer than the better order is worth. */
const maxWaitingPairs = 400

/**
 * The cross-encoder in a child process of its own: a second thread of the model in this process crashed (onnxruntime
 * #24486), and the query embedder has the one. Started by the first call. When the process dies, or is killed since it
 * gives no answer, the calls under way are rejected and the next one starts it again; while it keeps dying, calls are
 * rejected at once until a growing delay has passed.
 */
export class ProcessCrossEncoder implements CrossEncoder {
  readonly model: string
  readonly #setup: EncoderSetup
  readonly #processUrl: URL
  readonly #maxSilenceMs: number
  readonly #cache: QueryCache
  readonly #restarts = new RestartDelay()
  #process: EncoderProcess | undefined
  #closed = false

  constructor(files: CrossEncoderFiles, options: ProcessCrossEncoderOptions = {}) {
    const { model, weights, dtype } = files.identity
    const threads = options.threads ?? Math.max(1, Math.min(maxThreads, availableParallelism() - 1))
    this.model = `${model}@${weights}/${dtype}`
    this.#setup = { task: 'score', files, threads }
    this.#processUrl = options.processUrl ?? compiledUrl(import.meta.url, './score-process.js')
    this.#maxSilenceMs = options.maxSilenceMs ?? defaultMaxSilenceMs
    this.#cache = new QueryCache(options.maxCachedPairs ?? defaultCachedPairs)
  }

  /** Undefined while none runs. */
  get pid(): number | undefined {
    return this.#process?.pid
  }

  /** Resolves when the model is loaded. @throws MODEL_CORRUPT, CROSS_ENCODER_UNAVAILABLE */
  async ready(): Promise<void> {
    await this.#encode([])
  }

  async score(query: string, texts: readonly string[]): Promise<number[]> {
    if (this.#process && this.#process.callsUnderWay > maxWaitingPairs)
      throw unavailable(`${this.#process.callsUnderWay} texts wait for it already`)
    return Promise.all(texts.map((text) => this.#scorePair(query, text)))
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#process?.close()
  }

  async #scorePair(query: string, text: string): Promise<number> {
    const [score] = await this.#cache.find(JSON.stringify([query, text]), async () => {
      const [logit] = await this.#encode([[query, text]])
      if (!logit) throw new RangeError('one pair must give one number')
      return logit
    })
    if (!Number.isFinite(score)) throw unavailable(`it gave ${score} for "${text.slice(0, 40)}"`)
    return score ?? NaN
  }

  async #encode(pairs: readonly (readonly [string, string])[]): Promise<Float32Array[]> {
    const scorer = this.#findProcess()
    try {
      const logits = await scorer.encode(pairs, true)
      this.#restarts.noteSuccess()
      return logits
    } catch (error) {
      if (scorer.ended) this.#noteEnd(scorer, error)
      throw unavailable(error)
    }
  }

  #findProcess(): EncoderProcess {
    if (this.#closed) throw unavailable('it was closed')
    // One that died while it had nothing to do told nobody.
    if (this.#process?.ended) this.#noteEnd(this.#process, 'its process ended while it had nothing to do')
    if (this.#process) return this.#process
    const reason = this.#restarts.reasonToWait
    if (reason !== undefined) throw unavailable(reason)
    return (this.#process = new EncoderProcess(this.#setup, this.#processUrl, this.#maxSilenceMs))
  }

  /** Of all the calls that a process took along, the first tells. */
  #noteEnd(ended: EncoderProcess, error: unknown): void {
    if (this.#process !== ended || this.#closed) return
    this.#process = undefined
    this.#restarts.noteFailure(error)
  }
}

function unavailable(cause: unknown): AppError {
  if (
    cause instanceof AppError &&
    (hasCode(cause, 'MODEL_CORRUPT') || hasCode(cause, 'CROSS_ENCODER_UNAVAILABLE'))
  )
    return cause
  const message = `The cross-encoder is not available: ${reasonOf(cause)}. Search goes on in the order that it has without it`
  return new AppError('CROSS_ENCODER_UNAVAILABLE', message, { cause })
}
