import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { sql, type Transaction } from 'kysely'
import type { Job, JobStatus } from '../../domain/job.js'
import type { IssueCount, JobStore } from '../catalog.js'
import { readIssues, toJob, toPartialRow } from './job-row.js'
import type { Handles } from './kysely-catalog.js'
import type { JobsTable, Tables } from './tables.js'

/** After this long without a sign of life a job counts as abandoned; its owner gives one every few seconds. */
const heartbeatTimeoutMs = 60_000
/** A job whose processes died this often in a row, without a new document, kills them itself; given up, so that it does not hold up the others. */
const maxAttempts = 8
/** Of a source; enough to see since when it fails. A pull every hour would leave thousands a year. */
const maxJobsKept = 20

const thisProcess = `${hostname()}:${process.pid}`

export function jobStore({ reads, writes }: Handles): JobStore {
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
      if (!row) return null
      return toJob(row, (await readIssues(reads, [id])).get(id) ?? [])
    },

    async findLastIssues(sourceId, code) {
      const job = await reads
        .selectFrom('jobs')
        .select('id')
        .where('source_id', '=', sourceId)
        .where('status', '=', 'done')
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst()
      return job ? ((await readIssues(reads, [job.id], { code })).get(job.id) ?? []) : []
    },

    countIssuesBySource: async () => countIssues(reads),

    async listLatestJobs(maxIssues) {
      const rows = await reads
        .selectFrom('jobs')
        .selectAll()
        .where('id', 'in', latestJobIds(reads))
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute()
      const issues = await readIssues(
        reads,
        rows.map(({ id }) => id),
        { limit: maxIssues },
      )
      return rows.map((row) => toJob(row, issues.get(row.id) ?? []))
    },

    async listOpenJobs() {
      const rows = await reads
        .selectFrom('jobs')
        .selectAll()
        .where('status', 'in', ['queued', 'running'])
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map((row) => toJob(row, []))
    },

    async readPullHistory() {
      const rows = await reads
        .selectFrom('jobs as job')
        .select((select) => [
          'source_id',
          select.fn.max('finished_at').as('last_ended_at'),
          sql<number>`sum(case when status = 'failed' and created_at > coalesce((
            select max(good.created_at) from jobs good where good.source_id = job.source_id and good.status = 'done'
          ), '') then 1 else 0 end)`.as('failures_in_row'),
        ])
        .where('status', 'in', ['done', 'failed'])
        .groupBy('source_id')
        .execute()
      return new Map(
        rows.map((row) => [
          row.source_id,
          { lastEndedAt: row.last_ended_at ?? '', failuresInRow: Number(row.failures_in_row) },
        ]),
      )
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
    report: null,
    attempts: 0,
    documents_known: 0,
    owner: null,
    heartbeat_at: null,
  }
  await tx.insertInto('jobs').values(row).execute()
  await forgetOldJobs(tx, sourceId)
  return toJob(row, [])
}

async function forgetOldJobs(tx: Transaction<Tables>, sourceId: string): Promise<void> {
  const old = await tx
    .selectFrom('jobs')
    .select('id')
    .where('source_id', '=', sourceId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .offset(maxJobsKept)
    // SQLite takes an offset only with a limit; one source has had at most a few thousand jobs before they were counted.
    .limit(10_000)
    .execute()
  if (old.length === 0) return
  const ids = old.map(({ id }) => id)
  await tx.deleteFrom('issues').where('job_id', 'in', ids).execute()
  await tx.deleteFrom('jobs').where('id', 'in', ids).execute()
}

async function countIssues(reads: Handles['reads']): Promise<Map<string, IssueCount[]>> {
  const rows = await reads
    .selectFrom('issues as issue')
    .innerJoin('jobs as job', 'job.id', 'issue.job_id')
    .select((select) => ['job.source_id', 'issue.code', select.fn.countAll<number>().as('count')])
    .where('issue.job_id', 'in', latestJobIds(reads, ['done']))
    .groupBy(['job.source_id', 'issue.code'])
    .orderBy('count', 'desc')
    .orderBy('issue.code')
    .execute()
  const found = new Map<string, IssueCount[]>()
  for (const { source_id, code, count } of rows) {
    const counts = found.get(source_id) ?? []
    counts.push({ code, count: Number(count) })
    found.set(source_id, counts)
  }
  return found
}

/** The id of the newest job of each source, of those in one of these states; of two made in one millisecond, the larger id. */
export const latestJobIds = (
  db: Handles['reads'],
  statuses: readonly JobStatus[] = ['queued', 'running', 'done', 'failed'],
) =>
  db
    .selectFrom('jobs as job')
    .select('job.id')
    .where('job.status', 'in', [...statuses])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('jobs as newer')
            .select('newer.id')
            .where('newer.status', 'in', [...statuses])
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
