import { availableParallelism } from 'node:os'
import { AppError, reasonOf } from '../errors.js'
import type { Embedder } from './embedder.js'
import { EncoderProcess } from './encoder-process.js'
import type { ModelFiles } from './model-files.js'
import { cutBuckets } from './text-buckets.js'

export interface ProcessEmbedderOptions {
  processes?: number
  /** After this long without work the processes are ended: they hold about 200 MB each. */
  idleMs?: number
  /** The child's module; another one in tests. */
  processUrl?: URL
}

/** More gain little: memory bandwidth is shared. */
const maxProcesses = 4
/** One bucket to work on and one at hand, so that a process never waits for this one's event loop. */
const bucketsAtHand = 2
/** A bucket that was being worked on in this many processes that died is taken to be the cause. */
const maxAttempts = 2

interface Call {
  vectors: Float32Array[]
  remaining: number
  resolve: (vectors: Float32Array[]) => void
  reject: (error: unknown) => void
}

interface Bucket {
  call: Call
  /** Where the texts belong in the call. */
  positions: readonly number[]
  texts: readonly string[]
  urgent: boolean
  attempts: number
}

interface Slot {
  process: EncoderProcess
  /** In the order given; the first is being worked on. */
  buckets: Bucket[]
}

/**
 * The embedder for bulk: child processes with one thread of the model each, which beats one process with as many
 * threads. Started by the first call; a process that dies is replaced and its work given out again. Calls may
 * overlap, and should: while one ends on a last bucket the next one keeps the other processes busy.
 */
export class ProcessEmbedder implements Embedder {
  readonly identity: ModelFiles['identity']
  readonly #processes: number
  readonly #idleMs: number
  readonly #slots = new Set<Slot>()
  readonly #queue: Bucket[] = []
  #idleTimer: NodeJS.Timeout | undefined
  #closed = false

  constructor(
    private readonly files: ModelFiles,
    private readonly options: ProcessEmbedderOptions = {},
  ) {
    this.identity = files.identity
    this.#processes = options.processes ?? Math.min(maxProcesses, availableParallelism())
    this.#idleMs = options.idleMs ?? 60_000
  }

  /** Of the processes that run now. */
  get pids(): number[] {
    return [...this.#slots].map(({ process }) => process.pid).filter((pid) => pid !== undefined)
  }

  embedPassages(texts: readonly string[]): Promise<Float32Array[]> {
    return this.#embed(texts, false)
  }

  async embedQuery(text: string): Promise<Float32Array> {
    const [vector] = await this.#embed([this.identity.queryPrefix + text], true)
    if (!vector) throw new RangeError('one text must give one vector')
    return vector
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#failCalls(this.#queue, closedError())
    await this.#endProcesses()
  }

  async #embed(texts: readonly string[], urgent: boolean): Promise<Float32Array[]> {
    if (this.#closed) throw closedError()
    if (texts.length === 0) return []
    return new Promise((resolve, reject) => {
      const call: Call = { vectors: [], remaining: texts.length, resolve, reject }
      const buckets = cutBuckets(texts).map((positions) => ({
        call,
        positions,
        texts: positions.map((position) => texts[position] ?? ''),
        urgent,
        attempts: 0,
      }))
      if (urgent) this.#queue.unshift(...buckets)
      else this.#queue.push(...buckets)
      this.#handOut()
    })
  }

  /** Every process gets one bucket before any gets a second, and near the end of the queue none does. */
  #handOut(): void {
    clearTimeout(this.#idleTimer)
    // One that died while it had nothing to do told nobody.
    for (const slot of this.#slots)
      if (slot.process.ended && slot.buckets.length === 0) this.#slots.delete(slot)
    while (this.#slots.size < Math.min(this.#processes, this.#queue.length + this.#busySlots()))
      this.#addSlot()
    for (let depth = 0; depth < bucketsAtHand; depth++)
      for (const slot of this.#slots) {
        const enough = depth > 0 && this.#queue.length < this.#processes && this.#queue[0]?.urgent !== true
        if (slot.buckets.length !== depth || enough) continue
        const bucket = this.#queue.shift()
        if (!bucket) break
        slot.buckets.push(bucket)
        void this.#work(slot, bucket)
      }
    if (this.#busySlots() === 0)
      this.#idleTimer = setTimeout(() => void this.#endProcesses(), this.#idleMs).unref()
  }

  #busySlots(): number {
    return [...this.#slots].filter(({ buckets }) => buckets.length > 0).length
  }

  #addSlot(): void {
    const setup = { task: 'embed', files: this.files, threads: 1 } as const
    this.#slots.add({ process: new EncoderProcess(setup, this.options.processUrl), buckets: [] })
  }

  async #work(slot: Slot, bucket: Bucket): Promise<void> {
    try {
      const vectors = await slot.process.encode(bucket.texts, bucket.urgent)
      slot.buckets.splice(slot.buckets.indexOf(bucket), 1)
      this.#deliver(bucket, vectors)
    } catch (error) {
      const wasFirst = slot.buckets[0] === bucket
      slot.buckets.splice(slot.buckets.indexOf(bucket), 1)
      if (slot.process.crashed) this.#retry(bucket, wasFirst, error)
      else this.#failCalls([bucket], error)
    }
    if (slot.process.ended) this.#slots.delete(slot)
    if (!this.#closed) this.#handOut()
  }

  #deliver({ call, positions }: Bucket, vectors: readonly Float32Array[]): void {
    for (const [index, position] of positions.entries()) {
      const vector = vectors[index]
      if (vector) call.vectors[position] = vector
    }
    call.remaining -= vectors.length
    if (call.remaining === 0) call.resolve(call.vectors)
  }

  #retry(bucket: Bucket, wasFirst: boolean, error: unknown): void {
    if (wasFirst) bucket.attempts++
    if (this.#closed || bucket.attempts >= maxAttempts) this.#failCalls([bucket], unavailable(error))
    else this.#queue.unshift(bucket)
  }

  /** Rejects the calls that the buckets belong to, and takes the rest of these calls out of the queue. */
  #failCalls(buckets: readonly Bucket[], error: unknown): void {
    const calls = new Set(buckets.map(({ call }) => call))
    const kept = this.#queue.filter(({ call }) => !calls.has(call))
    this.#queue.splice(0, this.#queue.length, ...kept)
    for (const call of calls) call.reject(error)
  }

  async #endProcesses(): Promise<void> {
    const slots = [...this.#slots]
    this.#slots.clear()
    await Promise.all(slots.map(({ process }) => process.close()))
  }
}

const unavailable = (cause: unknown): AppError =>
  new AppError(
    'EMBEDDER_UNAVAILABLE',
    `The texts could not be embedded: ${reasonOf(cause)}, ${maxAttempts} times over. See its output above, and whether the machine is short of memory; then try again`,
    { cause },
  )

const closedError = (): AppError =>
  new AppError('EMBEDDER_UNAVAILABLE', 'The embedding processes were closed while there was work for them')
