import { basename } from 'node:path'
import { Worker } from 'node:worker_threads'
import { reasonOf } from '../errors.js'
import {
  fromErrorMessage,
  type ThreadApi,
  type ThreadRequest,
  type ThreadResponse,
} from './thread-message.js'

export interface ThreadClientOptions {
  /**
   * Makes the error that calls get when the thread died or was closed.
   * @param reason a clause that names the thread
   */
  toError?: (reason: string, cause: unknown) => Error
  /** Told once when the thread ends without `close()`. Calls in flight and later ones are rejected in any case. */
  onCrash?: (error: Error) => void
  /** Room for short-lived objects, in MB; Node's own choice without. More of it, where many are made, saves collecting. */
  youngGenerationMb?: number
}

interface PendingCall {
  resolve(value: unknown): void
  reject(error: Error): void
}

/**
 * A worker thread as an object: each method of `Api` is a message and its answer. Calls are taken in order. A thread
 * that has nothing to do does not keep the process alive.
 */
export class ThreadClient<Api extends ThreadApi<Api>> {
  readonly #worker: Worker
  readonly #name: string
  readonly #toError: (reason: string, cause: unknown) => Error
  readonly #calls = new Map<number, PendingCall>()
  #lastId = 0
  /** Why no more calls are taken. */
  #ended: Error | undefined
  #closing: Promise<void> | undefined

  /** @param url of a compiled module that calls `serveThread`, see `compiledUrl` */
  constructor(
    url: URL,
    workerData: unknown,
    { toError, onCrash, youngGenerationMb }: ThreadClientOptions = {},
  ) {
    this.#name = basename(url.pathname)
    this.#toError = toError ?? ((reason, cause) => new Error(reason, { cause }))
    // Not the flags of the process: threads run compiled files, and some flags (loaders, --input-type) break them.
    this.#worker = new Worker(url, {
      workerData,
      execArgv: [],
      ...(youngGenerationMb !== undefined && {
        resourceLimits: { maxYoungGenerationSizeMb: youngGenerationMb },
      }),
    })
    this.#worker.unref()
    this.#worker.on('message', (response: ThreadResponse) => this.#settle(response))
    const crash = (reason: string, cause?: unknown) => {
      if (this.#ended) return
      const error = this.#toError(`the thread ${this.#name} ended: ${reason}`, cause)
      this.#end(error)
      onCrash?.(error)
    }
    this.#worker.on('error', (error) => crash(reasonOf(error), error))
    this.#worker.on('messageerror', (error) => crash(reasonOf(error), error))
    this.#worker.on('exit', (exitCode) => crash(`exit code ${exitCode}`))
  }

  /** Calls made and not answered yet. */
  get inFlight(): number {
    return this.#calls.size
  }

  /** @throws what the handler threw, an AppError as itself; `toError` when the thread died or was closed */
  call<Method extends keyof Api & string>(
    method: Method,
    ...args: Parameters<Api[Method]>
  ): Promise<Awaited<ReturnType<Api[Method]>>> {
    if (this.#closing) return Promise.reject(this.#toError(`the thread ${this.#name} was closed`, undefined))
    return this.#send((id) => ({ kind: 'call', id, method, args })) as Promise<
      Awaited<ReturnType<Api[Method]>>
    >
  }

  /** Resolves when the calls made before have been answered and the thread has ended. May be called again. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  /** Ends the thread at once; calls in flight are rejected. */
  async terminate(): Promise<void> {
    this.#end(this.#toError(`the thread ${this.#name} was terminated`, undefined))
    await this.#worker.terminate()
  }

  async #close(): Promise<void> {
    if (this.#ended) return
    try {
      await this.#send((id) => ({ kind: 'close', id }))
    } finally {
      this.#ended ??= this.#toError(`the thread ${this.#name} was closed`, undefined)
      await this.#worker.terminate()
    }
  }

  #send(toRequest: (id: number) => ThreadRequest): Promise<unknown> {
    if (this.#ended) return Promise.reject(this.#ended)
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId
      this.#worker.postMessage(toRequest(id))
      this.#calls.set(id, { resolve, reject })
      this.#worker.ref()
    })
  }

  #settle(response: ThreadResponse): void {
    const call = this.#calls.get(response.id)
    this.#calls.delete(response.id)
    if (this.#calls.size === 0) this.#worker.unref()
    if (response.ok) call?.resolve(response.value)
    else call?.reject(fromErrorMessage(response.error))
  }

  #end(error: Error): void {
    this.#ended ??= error
    for (const call of this.#calls.values()) call.reject(error)
    this.#calls.clear()
  }
}
