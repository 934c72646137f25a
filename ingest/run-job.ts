import type { Catalog } from '../src/catalog/catalog.js'
import type { Issue } from '../src/domain/issue.js'
import type { Job } from '../src/domain/job.js'
import { hideSecrets } from '../src/domain/location.js'
import { AppError, hasCode, reasonOf } from '../src/errors.js'
import { pullSource, type PullDependencies, type PullProgress, type PullReport } from './pull-source.js'

/** A claimed job from start to end, its progress and issues kept in the catalog where every process can see them. */

/** How often progress is written at most; also the sign of life that keeps others from taking the job over. */
const reportIntervalMs = 500
/** One broken source must not fill the catalog. */
const maxIssues = 1000

/**
 * Returns the job as it ended. A source that fails ends it as `failed`, with its error; interrupted by the signal it is
 * queued again. A bug fails it too, with its stack on stderr, so that the other sources go on.
 * @throws what the catalog throws while the job's own state is written
 */
export async function runJob(
  job: Job,
  dependencies: PullDependencies,
  onProgress: (job: Job) => void = () => undefined,
): Promise<Job> {
  const { catalog, signal } = dependencies
  const state: Job = { ...job, issues: [] }
  const reporter = new JobReporter(catalog, state, onProgress)
  try {
    const source = await catalog.findSource(job.sourceId)
    if (!source) throw new AppError('SOURCE_NOT_FOUND', `There is no source ${job.sourceId}: it was removed.`)
    const report = await pullSource(source, progressOf(state), dependencies)
    state.status = 'done'
    state.step = describeReport(report)
    state.report = report.documents
    // Nothing was read again, so what was wrong still is.
    if (report.outcome === 'unchanged' && state.documentsTotal === null)
      addIssues(state, await catalog.findLastIssues(job.sourceId))
    state.documentsTotal ??= 0
    if (report.outcome === 'gone')
      addIssues(state, [
        {
          code: 'FETCH_GONE',
          where: source.location,
          message:
            'Its publisher removed it for good. It is asked again only when you pull it; remove it if you like.',
        },
      ])
  } catch (error) {
    if (signal?.aborted && hasCode(error, 'INGEST_INTERRUPTED')) {
      state.status = 'queued'
      state.step = 'waiting'
    } else {
      state.status = 'failed'
      state.step = 'failed'
      state.error = nameFailure(error)
    }
  }
  if (state.status !== 'queued') state.finishedAt = new Date().toISOString()
  await reporter.finish()
  return state
}

function describeReport({ outcome, documents }: PullReport): string {
  const { added, changed, elsewhere, withdrawn } = documents
  const parts =
    outcome === 'read'
      ? [`${added + changed} new or changed`]
      : [outcome === 'gone' ? 'gone for good' : 'unchanged']
  if (elsewhere > 0) parts.push(`${elsewhere} in the library already`)
  if (withdrawn > 0) parts.push(`${withdrawn} withdrawn`)
  return parts.join(', ')
}

function nameFailure(error: unknown): NonNullable<Job['error']> {
  if (error instanceof AppError) return { code: error.code, message: hideSecrets(error.message) }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return {
    code: 'INGEST_FAILED',
    message: `A bug stopped this pull (${hideSecrets(reasonOf(error))}); standard error has its stack. Please report it.`,
  }
}

function progressOf(state: Job): PullProgress {
  return {
    onRead: (total) => (state.documentsTotal = total),
    onStart: (title) => (state.step = title),
    onDone: () => (state.documentsDone += 1),
    onEmbedded: (inputs) => (state.passagesEmbedded += inputs),
    onIssues: (issues) => addIssues(state, issues),
  }
}

/** Whoever can read the library sees them: addresses in them come without passwords and tokens. */
function addIssues(state: Job, issues: readonly Issue[]): void {
  const room = Math.max(0, maxIssues - state.issues.length)
  for (const { code, where, message } of issues.slice(0, room))
    state.issues.push({ code, where: hideSecrets(where), message: hideSecrets(message) })
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
