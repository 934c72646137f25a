import { AppError } from '../errors.js'
import type { EncodeReply, EncodeRequest } from './encoder-host.js'

interface PendingCall {
  resolve: (vectors: Float32Array[]) => void
  reject: (error: Error) => void
}

/** The requests that a thread or process has not answered yet. */
export class PendingCalls {
  readonly #calls = new Map<number, PendingCall>()
  #nextId = 1

  constructor(private readonly dimensions: number) {}

  get size(): number {
    return this.#calls.size
  }

  /** Hands the request to `send` under a new id; resolves to one vector an input, each with its own memory. */
  open(request: Omit<EncodeRequest, 'id'>, send: (request: EncodeRequest) => void): Promise<Float32Array[]> {
    const id = this.#nextId++
    return new Promise((resolve, reject) => {
      this.#calls.set(id, { resolve, reject })
      send({ id, ...request })
    })
  }

  /** A failure to load the model (`id` null) fails all. */
  settle(reply: EncodeReply): void {
    if ('vectors' in reply) {
      this.#take(reply.id)?.resolve(splitVectors(reply.vectors, this.dimensions))
    } else {
      const error = new AppError(reply.code, reply.message)
      if (reply.id === null) this.failAll(error)
      else this.#take(reply.id)?.reject(error)
    }
  }

  failAll(error: Error): void {
    const calls = [...this.#calls.values()]
    this.#calls.clear()
    for (const { reject } of calls) reject(error)
  }

  #take(id: number): PendingCall | undefined {
    const call = this.#calls.get(id)
    this.#calls.delete(id)
    return call
  }
}

function splitVectors(flat: Float32Array, dimensions: number): Float32Array[] {
  return Array.from({ length: flat.length / dimensions }, (_, index) =>
    flat.slice(index * dimensions, (index + 1) * dimensions),
  )
}
