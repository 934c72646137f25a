import { fork, type ChildProcess } from 'node:child_process'
import { setPriority } from 'node:os'
import type { Catalog } from '../catalog/catalog.js'
import { compiledUrl } from '../compiled.js'
import type { Job } from '../domain/job.js'
import type { Source } from '../domain/source.js'
import { AppError } from '../errors.js'
import type { Ingest } from './ingest.js'
import type { IngestOutcome, IngestSettings, IngestTask } from './ingest-task.js'

/** Below the server, so that searches come first on a busy machine. */
const niceness = 5
/** A process that dies this often in a row without finishing is not started again until the next job comes. */
const maxRestarts = 3

/** Processes that look at new sources at the same time; each takes 100 MB for a moment. */
const addsAtOnce = 2

/** How often jobs are looked for that nobody works on. */
const lookoutIntervalMs = 30_000

/** Ingest in processes of its own, one a task; jobs are handed over through the catalog. */
export class ForkedIngest implements Ingest {
  readonly #processes = new Set<ChildProcess>()
  #adding = 0
  #waitingAdds: (() => void)[] = []
  #runner: Promise<void> | undefined
  /** A job came while the runner was about to end. */
  #wanted = false
  #closed = false
  readonly #lookout: NodeJS.Timeout

  constructor(
    private readonly catalog: Catalog,
    private readonly settings: IngestSettings,
    private readonly onError: (error: unknown) => void,
  ) {
    this.#lookout = setInterval(
      () => void this.#takeUpAbandoned().catch(this.onError),
      lookoutIntervalMs,
    ).unref()
  }

  async add(locations: readonly string[]): Promise<{ source: Source; job: Job }[]> {
    const sourceIds = await this.#inTurn(() =>
      this.#perform({ kind: 'add', locations, settings: this.settings }),
    )
    const added: { source: Source; job: Job }[] = []
    for (const sourceId of sourceIds) {
      const source = await this.catalog.findSource(sourceId)
      if (!source)
        throw new AppError('SOURCE_NOT_FOUND', `The source ${sourceId} was removed while it was being added.`)
      added.push({ source, job: await this.pull(sourceId) })
    }
    return added
  }

  async pull(sourceId: string): Promise<Job> {
    const job = await this.catalog.enqueueJob(sourceId)
    if (job.status === 'queued') this.resume()
    return job
  }

  resume(): void {
    this.#wanted = true
    this.#runner ??= this.#runJobs().finally(() => (this.#runner = undefined))
  }

  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#lookout)
    for (const wake of this.#waitingAdds.splice(0)) wake()
    for (const child of this.#processes) child.kill('SIGTERM')
    await this.#runner
  }

  /** Jobs of processes that died without a word, on this machine or another, are noticed after their silence. */
  async #takeUpAbandoned(): Promise<void> {
    if (this.#runner) return
    if ((await this.catalog.listOpenJobs()).length > 0) this.resume()
  }

  /** At most so many at once, in the order of the calls. */
  async #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.#adding >= addsAtOnce) await new Promise<void>((resolve) => this.#waitingAdds.push(resolve))
    else this.#adding += 1
    try {
      if (this.#closed)
        throw new AppError('INGEST_INTERRUPTED', 'The server is stopping: add the source again when it runs.')
      return await work()
    } finally {
      const next = this.#waitingAdds.shift()
      if (next) next()
      else this.#adding -= 1
    }
  }

  async #runJobs(): Promise<void> {
    let failures = 0
    while (this.#wanted && !this.#closed && failures <= maxRestarts) {
      this.#wanted = false
      try {
        await this.#perform({ kind: 'jobs', settings: this.settings })
        failures = 0
      } catch (error) {
        if (this.#closed) return
        failures += 1
        this.#wanted = true
        this.onError(error)
      }
    }
  }

  /** The outcome of one process. @throws its AppError; INGEST_INTERRUPTED when it died */
  #perform(task: IngestTask): Promise<string[]> {
    const child = fork(compiledUrl(import.meta.url, './ingest-process.js'), {
      serialization: 'advanced',
      execArgv: [],
    })
    this.#processes.add(child)
    if (child.pid !== undefined) setPriority(child.pid, niceness)
    child.send(task)
    return new Promise((resolve, reject) => {
      child.once('message', (outcome: IngestOutcome) => {
        if (outcome.ok) resolve(outcome.sourceIds)
        else reject(outcome.code ? new AppError(outcome.code, outcome.message) : new Error(outcome.message))
      })
      child.once('error', reject)
      child.once('exit', (code, signal) => {
        this.#processes.delete(child)
        reject(
          new AppError(
            'INGEST_INTERRUPTED',
            `The ingest process ended early (${signal ?? `exit code ${code}`}); it goes on where it was.`,
          ),
        )
      })
    })
  }
}
