import { AppError, reasonOf, type ErrorCode } from '../errors.js'
import type { ModelFiles } from './model-files.js'
import { loadTextEncoder, type TextEncoder } from './text-encoder.js'

/** The side of a thread or process that owns the model: takes requests, answers each when all its texts are encoded. */

export interface EncoderSetup {
  files: ModelFiles
  threads: number
}

export interface EncodeRequest {
  id: number
  /** None: answered as soon as the model is loaded. */
  texts: readonly string[]
  /** Goes before all that wait, and between two texts of one under way: a listener is waiting. */
  urgent: boolean
}

export type EncodeReply =
  /** One vector after the other, in the order of the texts. */
  | { id: number; vectors: Float32Array }
  /** `id` null: the model could not be loaded; the host has ended. */
  | { id: number | null; code: ErrorCode; message: string }

interface Task {
  request: EncodeRequest
  vectors: Float32Array
  done: number
}

export class EncoderHost {
  readonly #urgent: Task[] = []
  readonly #ordinary: Task[] = []
  #running = false

  private constructor(
    private readonly encoder: TextEncoder,
    private readonly dimensions: number,
    private readonly reply: (reply: EncodeReply) => void,
  ) {}

  /** Null when the model cannot be loaded, which has been told then. */
  static async start(
    { files, threads }: EncoderSetup,
    reply: (reply: EncodeReply) => void,
  ): Promise<EncoderHost | null> {
    try {
      return new EncoderHost(await loadTextEncoder(files, { threads }), files.identity.dimensions, reply)
    } catch (error) {
      reply({ id: null, ...describe(error) })
      return null
    }
  }

  receive(request: EncodeRequest): void {
    const queue = request.urgent ? this.#urgent : this.#ordinary
    queue.push({ request, vectors: new Float32Array(request.texts.length * this.dimensions), done: 0 })
    if (!this.#running) void this.#run()
  }

  async close(): Promise<void> {
    await this.encoder.close()
  }

  async #run(): Promise<void> {
    this.#running = true
    for (let queue = this.#nextQueue(); queue; queue = this.#nextQueue()) {
      const [task] = queue
      if (task && (await this.#advance(task))) queue.splice(queue.indexOf(task), 1)
    }
    this.#running = false
  }

  #nextQueue(): Task[] | undefined {
    return [this.#urgent, this.#ordinary].find((queue) => queue.length > 0)
  }

  /** Encodes one text of a task; true when that was the last. Never rejects: a failure is its answer. */
  async #advance(task: Task): Promise<boolean> {
    const { id, texts } = task.request
    const text = texts[task.done]
    try {
      if (text !== undefined) task.vectors.set(await this.encoder.encode(text), task.done++ * this.dimensions)
      if (task.done < texts.length) return false
      this.reply({ id, vectors: task.vectors })
    } catch (error) {
      this.reply({ id, ...describe(error) })
    }
    return true
  }
}

const describe = (error: unknown): { code: ErrorCode; message: string } =>
  error instanceof AppError
    ? { code: error.code, message: error.message }
    : { code: 'EMBEDDER_UNAVAILABLE', message: `The embedding model failed: ${reasonOf(error)}` }
