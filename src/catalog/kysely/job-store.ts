import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { Transaction } from 'kysely'
import type { Issue } from '../../domain/issue.js'
import type { Job, JobStatus } from '../../domain/job.js'
import type { JobStore, JobUpdate } from '../catalog.js'
import type { Handles } from './kysely-catalog.js'
import type { JobsTable, Tables } from './tables.js'

/** After this long without a sign of life a job counts as abandoned; its owner gives one every few seconds. */
const heartbeatTimeoutMs = 60_000
/** A job whose processes died this often in a row, without a new document, kills them itself; given up, so that it does not hold up the others. */
const maxAttempts = 8
/** More would help nobody and bloat the answer. */
const maxIssuesShown = 500

const thisProcess = `${hostname()}:${process.pid}`

export function jobStore({ reads, writes }: Handles): JobStore {
  const withIssues = async (row: JobsTable): Promise<Job> => {
    const issues = await reads
      .selectFrom('issues')
      .select(['code', 'place as where', 'message'])
      .where('job_id', '=', row.id)
      .orderBy('id')
      .limit(maxIssuesShown)
      .execute()
    return toJob(row, issues)
  }

  return {
    enqueueJob: (sourceId) => writes.transaction().execute((tx) => queueJob(tx, sourceId)),

    claimJob: (id) =>
      writes.transaction().execute(async (tx) => {
        const open = await tx
          .selectFrom('jobs')
          .selectAll()
          .where('status', 'in', ['queued', 'running'])
          .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
          .orderBy('created_at')
          .orderBy('id')
          .execute()
        for (const row of open.filter(({ status, ...owner }) => status === 'queued' || isAbandoned(owner))) {
          if (row.attempts < maxAttempts) return takeJob(tx, row)
          await giveUpJob(tx, row)
        }
        return null
      }),

    async updateJob(id, update) {
      const row = { ...toPartialRow(update), heartbeat_at: new Date().toISOString() }
      await writes
        .updateTable('jobs')
        .set(row)
        .where('id', '=', id)
        // Another process may have taken it over, after this one was silent for too long.
        .where('owner', '=', thisProcess)
        .execute()
    },

    async addIssues(jobId, issues) {
      if (issues.length === 0) return
      const rows = issues.map(({ code, where, message }) => ({ job_id: jobId, code, place: where, message }))
      await writes.transaction().execute(async (tx) => {
        // A job goes with its source, also while it runs.
        const job = await tx.selectFrom('jobs').select('id').where('id', '=', jobId).executeTakeFirst()
        if (job) await tx.insertInto('issues').values(rows).execute()
      })
    },

    async findJob(id) {
      const row = await reads.selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? withIssues(row) : null
    },

    async listLatestJobs() {
      const rows = await reads
        .selectFrom('jobs')
        .selectAll()
        .where('id', 'in', latestJobIds(reads))
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute()
      return Promise.all(rows.map(withIssues))
    },
  }
}

/** The open job of a source; a new one when it has none. */
export async function queueJob(tx: Transaction<Tables>, sourceId: string): Promise<Job> {
  const open = await tx
    .selectFrom('jobs')
    .selectAll()
    .where('source_id', '=', sourceId)
    .where('status', 'in', ['queued', 'running'])
    .executeTakeFirst()
  if (open) return toJob(open, [])
  const row: JobsTable = {
    id: randomUUID(),
    source_id: sourceId,
    status: 'queued',
    step: 'waiting',
    documents_done: 0,
    documents_total: null,
    passages_embedded: 0,
    created_at: new Date().toISOString(),
    started_at: null,
    finished_at: null,
    error_code: null,
    error_message: null,
    attempts: 0,
    documents_known: 0,
    owner: null,
    heartbeat_at: null,
  }
  await tx.insertInto('jobs').values(row).execute()
  return toJob(row, [])
}

/** The id of the newest job of each source; of two made in one millisecond, the larger id. */
export const latestJobIds = (db: Handles['reads']) =>
  db
    .selectFrom('jobs as job')
    .select('job.id')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('jobs as newer')
            .select('newer.id')
            .whereRef('newer.source_id', '=', 'job.source_id')
            .where((where) =>
              where.or([
                where('newer.created_at', '>', where.ref('job.created_at')),
                where.and([
                  where('newer.created_at', '=', where.ref('job.created_at')),
                  where('newer.id', '>', where.ref('job.id')),
                ]),
              ]),
            ),
        ),
      ),
    )

async function takeJob(tx: Transaction<Tables>, row: JobsTable): Promise<Job> {
  const now = new Date().toISOString()
  const { count } = await tx
    .selectFrom('documents')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('source_id', '=', row.source_id)
    .executeTakeFirstOrThrow()
  const documentsKnown = Number(count)
  const taken = {
    status: 'running',
    // An attempt that brought documents in was not in vain, however it ended.
    attempts: documentsKnown > row.documents_known ? 1 : row.attempts + 1,
    documents_known: documentsKnown,
    owner: thisProcess,
    heartbeat_at: now,
    started_at: now,
    step: 'starting',
    documents_done: 0,
    documents_total: null,
    passages_embedded: 0,
  }
  await tx.updateTable('jobs').set(taken).where('id', '=', row.id).execute()
  // A job that starts over meets the same bad input again.
  await tx.deleteFrom('issues').where('job_id', '=', row.id).execute()
  return toJob({ ...row, ...taken }, [])
}

async function giveUpJob(tx: Transaction<Tables>, { id, attempts }: JobsTable): Promise<void> {
  const given = {
    status: 'failed',
    step: 'given up',
    finished_at: new Date().toISOString(),
    error_code: 'INGEST_INTERRUPTED',
    error_message: `The process that pulled this source ended early ${attempts} times; pull it again to have another try.`,
  }
  await tx.updateTable('jobs').set(given).where('id', '=', id).execute()
}

/**
 * Its process is gone: told by the silence, and on this machine at once by asking the system. This process never asks
 * for a job that it is working on, so its own id on one means an earlier process that had the same id, as in a container.
 */
function isAbandoned(row: Pick<JobsTable, 'owner' | 'heartbeat_at' | 'created_at'>): boolean {
  if (Date.now() - Date.parse(row.heartbeat_at ?? row.created_at) > heartbeatTimeoutMs) return true
  const [host, pid] = row.owner?.split(':') ?? []
  return host === hostname() && (row.owner === thisProcess || !isAlive(Number(pid)))
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function toJob(row: JobsTable, issues: Issue[]): Job {
  return {
    id: row.id,
    sourceId: row.source_id,
    status: row.status as JobStatus,
    step: row.step,
    documentsDone: row.documents_done,
    documentsTotal: row.documents_total,
    passagesEmbedded: row.passages_embedded,
    createdAt: row.created_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    error: row.error_code === null ? null : { code: row.error_code, message: row.error_message ?? '' },
    issues,
  }
}

function toPartialRow(update: JobUpdate): Partial<JobsTable> {
  const row = {
    status: update.status,
    step: update.step,
    documents_done: update.documentsDone,
    documents_total: update.documentsTotal,
    passages_embedded: update.passagesEmbedded,
    started_at: update.startedAt,
    finished_at: update.finishedAt,
    error_code: update.error === null ? null : update.error?.code,
    error_message: update.error === null ? null : update.error?.message,
  }
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))
}
