import type { Catalog } from '../src/catalog/catalog.js'
import type { Issue } from '../src/domain/issue.js'
import type { Job } from '../src/domain/job.js'
import { AppError, reasonOf } from '../src/errors.js'
import { pullSource, type PullDependencies, type PullProgress } from './pull-source.js'

/** A claimed job from start to end, its progress and issues kept in the catalog where every process can see them. */

/** How often progress is written at most; also the sign of life that keeps others from taking the job over. */
const reportIntervalMs = 500
/** One broken source must not fill the catalog. */
const maxIssues = 1000

/** Never throws for a source that fails: the job then ends as `failed`, with its error. Returns the job as it ended. */
export async function runJob(
  job: Job,
  dependencies: PullDependencies,
  onProgress: (job: Job) => void = () => undefined,
): Promise<Job> {
  const { catalog } = dependencies
  const state: Job = { ...job, issues: [] }
  const reporter = new JobReporter(catalog, state, onProgress)
  try {
    const source = await catalog.findSource(job.sourceId)
    if (!source) throw new AppError('SOURCE_NOT_FOUND', `There is no source ${job.sourceId}: it was removed.`)
    const report = await pullSource(source, progressOf(state), dependencies)
    state.status = 'done'
    state.step = report.unchanged ? 'unchanged' : `${report.written} new or changed`
    if (report.unchanged) state.documentsTotal = 0
  } catch (error) {
    state.status = 'failed'
    state.step = 'failed'
    state.error = {
      code: error instanceof AppError ? error.code : 'SOURCE_UNREADABLE',
      message: reasonOf(error),
    }
  }
  state.finishedAt = new Date().toISOString()
  await reporter.finish()
  return state
}

function progressOf(state: Job): PullProgress {
  return {
    onRead: (total) => (state.documentsTotal = total),
    onDocument: (title) => {
      state.documentsDone += 1
      state.step = title
    },
    onEmbedded: (inputs) => (state.passagesEmbedded += inputs),
    onIssues: (issues) => state.issues.push(...issues.slice(0, Math.max(0, maxIssues - state.issues.length))),
  }
}

class JobReporter {
  readonly #timer: NodeJS.Timeout
  #issuesWritten = 0
  #writing: Promise<void> = Promise.resolve()
  #failure: Error | undefined

  constructor(
    private readonly catalog: Catalog,
    private readonly state: Job,
    private readonly onProgress: (job: Job) => void,
  ) {
    this.#timer = setInterval(() => {
      this.#writing = this.#writing
        .then(() => this.#write())
        .catch((error: unknown) => {
          this.#failure = error instanceof Error ? error : new Error(String(error))
        })
    }, reportIntervalMs)
  }

  /** Writes the last state. @throws what an earlier write threw, since then the catalog does not know the truth */
  async finish(): Promise<void> {
    clearInterval(this.#timer)
    await this.#writing
    await this.#write()
    if (this.#failure) throw this.#failure
  }

  async #write(): Promise<void> {
    const { id, sourceId: _, createdAt: __, issues, ...update } = this.state
    const fresh: Issue[] = issues.slice(this.#issuesWritten)
    await this.catalog.addIssues(id, fresh)
    this.#issuesWritten += fresh.length
    await this.catalog.updateJob(id, update)
    this.onProgress(this.state)
  }
}
