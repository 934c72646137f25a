import { fork, type ChildProcess } from 'node:child_process'
import { setPriority } from 'node:os'
import type { Catalog } from '../catalog/catalog.js'
import { compiledUrl } from '../compiled.js'
import type { Job } from '../domain/job.js'
import type { Source } from '../domain/source.js'
import type { SourcePreview } from '../domain/source-preview.js'
import { AppError } from '../errors.js'
import type { Ingest } from './ingest.js'
import type { IngestOutcome, IngestSettings, IngestTask } from './ingest-task.js'
import { RecentLooks } from './recent-looks.js'

/** Below the server, so that searches come first on a busy machine. */
const niceness = 5
/** A process that dies this often in a row without finishing is not started again until the next job comes. */
const maxRestarts = 3

/** Processes that look at new sources at the same time; each takes 100 MB for a moment. */
const looksAtOnce = 2

/** How often jobs are looked for that nobody works on. */
const lookoutIntervalMs = 30_000

/** Ingest in processes of its own, one a task; jobs are handed over through the catalog. */
export class ForkedIngest implements Ingest {
  readonly #processes = new Set<ChildProcess>()
  #looking = 0
  #waitingLooks: (() => void)[] = []
  readonly #recentLooks = new RecentLooks()
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

  async look(location: string, signal?: AbortSignal): Promise<SourcePreview> {
    const { preview } = await this.#inTurn(async () => {
      if (signal?.aborted) throw notWanted(location)
      return this.#perform({ kind: 'look', location, settings: this.settings }, signal)
    })
    if (!preview) throw new RangeError('a look must give a preview')
    this.#recentLooks.keep(location, preview.source)
    return preview
  }

  async add(locations: readonly string[]): Promise<{ source: Source; job: Job }[]> {
    const sourceIds = await this.#subscribe(locations)
    const added: { source: Source; job: Job }[] = []
    for (const sourceId of sourceIds) {
      const source = await this.catalog.findSource(sourceId)
      if (!source)
        throw new AppError('SOURCE_NOT_FOUND', `The source ${sourceId} was removed while it was being added.`)
      added.push({ source, job: await this.pull(sourceId) })
    }
    return added
  }

  async #subscribe(locations: readonly string[]): Promise<string[]> {
    const found = this.#recentLooks.find(locations)
    if (found) return (await this.catalog.addSources(found)).map(({ source }) => source.id)
    const { sourceIds } = await this.#inTurn(() =>
      this.#perform({ kind: 'add', locations, settings: this.settings }),
    )
    return sourceIds
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
    for (const wake of this.#waitingLooks.splice(0)) wake()
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
    if (this.#looking >= looksAtOnce) await new Promise<void>((resolve) => this.#waitingLooks.push(resolve))
    else this.#looking += 1
    try {
      if (this.#closed)
        throw new AppError('INGEST_INTERRUPTED', 'The server is stopping: add the source again when it runs.')
      return await work()
    } finally {
      const next = this.#waitingLooks.shift()
      if (next) next()
      else this.#looking -= 1
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

  /** The outcome of one process, which the signal ends. @throws its AppError; INGEST_INTERRUPTED when it died */
  #perform(task: IngestTask, signal?: AbortSignal): Promise<IngestOutcome & { ok: true }> {
    const child = fork(compiledUrl(import.meta.url, './ingest-process.js'), {
      serialization: 'advanced',
      execArgv: [],
    })
    this.#processes.add(child)
    if (child.pid !== undefined) setPriority(child.pid, niceness)
    child.send(task)
    const end = () => child.kill('SIGTERM')
    signal?.addEventListener('abort', end, { once: true })
    return new Promise<IngestOutcome & { ok: true }>((resolve, reject) => {
      child.once('message', (outcome: IngestOutcome) => {
        if (outcome.ok) resolve(outcome)
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
    }).finally(() => signal?.removeEventListener('abort', end))
  }
}

const notWanted = (location: string) =>
  new AppError('INGEST_INTERRUPTED', `Nobody waits any more for what is at ${location}.`)
