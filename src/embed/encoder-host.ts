import { AppError, reasonOf, type ErrorCode } from '../errors.js'
import type { CrossEncoderFiles } from './cross-encoder-files.js'
import type { Encoder, EncoderInput } from './encoder.js'
import type { ModelFiles } from './model-files.js'
import { loadPairScorer } from './pair-scorer.js'
import { loadTextEncoder } from './text-encoder.js'

/** The side of a thread or process that owns the model: takes requests, answers each when all its inputs are encoded. */

export type EncoderSetup = { threads: number } & (
  { task: 'embed'; files: ModelFiles } | { task: 'score'; files: CrossEncoderFiles }
)

export interface EncodeRequest {
  id: number
  /** None: answered as soon as the model is loaded. */
  inputs: readonly EncoderInput[]
  /** Goes before all that wait, and between two inputs of one under way: a listener is waiting. */
  urgent: boolean
}

export type EncodeReply =
  /** One vector after the other, in the order of the inputs. */
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
    private readonly encoder: Encoder,
    private readonly dimensions: number,
    private readonly reply: (reply: EncodeReply) => void,
  ) {}

  /** Null when the model cannot be loaded, which has been told then. */
  static async start(setup: EncoderSetup, reply: (reply: EncodeReply) => void): Promise<EncoderHost | null> {
    try {
      return new EncoderHost(await load(setup), setup.files.identity.dimensions, reply)
    } catch (error) {
      reply({ id: null, ...describe(error) })
      return null
    }
  }

  receive(request: EncodeRequest): void {
    const queue = request.urgent ? this.#urgent : this.#ordinary
    queue.push({ request, vectors: new Float32Array(request.inputs.length * this.dimensions), done: 0 })
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

  /** Encodes one input of a task; true when that was the last. Never rejects: a failure is its answer. */
  async #advance(task: Task): Promise<boolean> {
    const { id, inputs } = task.request
    const input = inputs[task.done]
    try {
      if (input !== undefined)
        task.vectors.set(await this.encoder.encode(input), task.done++ * this.dimensions)
      if (task.done < inputs.length) return false
      this.reply({ id, vectors: task.vectors })
    } catch (error) {
      this.reply({ id, ...describe(error) })
    }
    return true
  }
}

const load = (setup: EncoderSetup): Promise<Encoder> =>
  setup.task === 'embed' ? loadTextEncoder(setup.files, setup) : loadPairScorer(setup.files, setup)

const describe = (error: unknown): { code: ErrorCode; message: string } =>
  error instanceof AppError
    ? { code: error.code, message: error.message }
    : { code: 'EMBEDDER_UNAVAILABLE', message: `The model failed: ${reasonOf(error)}` }
