import { fork, type ChildProcess } from 'node:child_process'
import { compiledUrl } from '../compiled.js'
import { AppError } from '../errors.js'
import type { EncoderInput } from './encoder.js'
import type { EncodeReply, EncoderSetup } from './encoder-host.js'
import { PendingCalls } from './pending-calls.js'

/** An input under way cannot be interrupted; the longest takes under a second. */
const closeGraceMs = 3_000
/** Loading reads the weights from the disk, twice, and takes longer than any input. */
const loadingShare = 10

/** One child process with the model, as seen from the parent. */
export class EncoderProcess {
  /** True when it ended without saying why: what it was doing may be tried on another. */
  crashed = false
  /** No longer takes calls. */
  ended = false
  readonly #child: ChildProcess
  readonly #calls: PendingCalls
  readonly #exited: Promise<void>
  /** For messages. */
  readonly #name: string
  readonly #maxSilenceMs: number
  #silence: NodeJS.Timeout | undefined
  #hasAnswered = false
  #isSilent = false

  /** @param maxSilenceMs without an answer while there are calls: then it is killed; ten times as long while it loads */
  constructor(
    setup: EncoderSetup,
    moduleUrl: URL = compiledUrl(import.meta.url, './embed-process.js'),
    maxSilenceMs = Infinity,
  ) {
    this.#maxSilenceMs = maxSilenceMs
    this.#name = `The process of the model ${setup.files.identity.model}`
    this.#calls = new PendingCalls(setup.files.identity.dimensions)
    this.#child = fork(moduleUrl, {
      serialization: 'advanced',
      execArgv: [],
      // What the model's library prints must not mix with this program's output.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    this.#child.on('message', (reply: EncodeReply) => this.#settle(reply))
    this.#exited = new Promise((resolve) => {
      const end = (reason: string) => {
        this.crashed ||= !this.ended
        this.ended = true
        clearTimeout(this.#silence)
        this.#calls.failAll(new AppError('EMBEDDER_UNAVAILABLE', `${this.#name} ${reason}`))
        resolve()
      }
      this.#child.once('error', (error) => end(`could not be used: ${error.message}`))
      this.#child.once('exit', (exitCode, signal) => {
        const told = this.#isSilent ? 'gave no answer for too long and ' : ''
        const reason = `${told}ended with ${signal ?? `code ${exitCode}`}`
        // What it had answered before may still lie in the channel.
        if (this.#child.connected) this.#child.once('disconnect', () => end(reason))
        else end(reason)
      })
    })
    this.#send(setup)
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  get callsUnderWay(): number {
    return this.#calls.size
  }

  encode(inputs: readonly EncoderInput[], urgent: boolean): Promise<Float32Array[]> {
    if (this.ended)
      return Promise.reject(
        new AppError('EMBEDDER_UNAVAILABLE', `${this.#name} had ended before it was asked`),
      )
    this.#keepAlive(true)
    if (this.#calls.size === 0) this.#listen()
    return this.#calls.open({ inputs, urgent }, (request) => this.#send(request))
  }

  /** Ends it by closing its channel; calls under way are rejected. */
  async close(): Promise<void> {
    this.ended = true
    if (this.#child.connected) this.#child.disconnect()
    this.#child.ref()
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), closeGraceMs)
    await this.#exited
    clearTimeout(timer)
  }

  #send(message: object): void {
    // A closed channel ends in `exit`, which rejects the calls under way.
    this.#child.send(message, () => undefined)
  }

  #settle(reply: EncodeReply): void {
    // It cannot load the model, said why, and ends.
    if (reply.id === null) this.ended = true
    this.#calls.settle(reply)
    this.#hasAnswered = true
    this.#listen()
    if (this.#calls.size === 0) this.#keepAlive(false)
  }

  /** From now on it may be silent for as long as it may, while there are calls. */
  #listen(): void {
    clearTimeout(this.#silence)
    const maxMs = this.#maxSilenceMs * (this.#hasAnswered ? 1 : loadingShare)
    if (!Number.isFinite(maxMs)) return
    const end = () => {
      if (this.#calls.size === 0) return
      this.#isSilent = true
      this.#child.kill('SIGKILL')
    }
    this.#silence = setTimeout(end, maxMs).unref()
  }

  /** An idle child must not keep a command from ending. */
  #keepAlive(alive: boolean): void {
    const verb = alive ? 'ref' : 'unref'
    this.#child[verb]()
    this.#child.channel?.[verb]()
  }
}
