import { sql } from 'kysely'
import type { Issue } from '../../domain/issue.js'
import type { Job, JobReport, JobStatus } from '../../domain/job.js'
import type { JobUpdate } from '../catalog.js'
import type { Handles } from './kysely-catalog.js'
import type { JobsTable } from './tables.js'

/** Between a Job and its rows. */

/** More would help nobody and bloat the answer. */
const maxIssuesShown = 500

export function toJob(row: JobsTable, issues: Issue[]): Job {
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
    report: row.report === null ? null : (JSON.parse(row.report) as JobReport),
    issues,
  }
}

export function toPartialRow(update: JobUpdate): Partial<JobsTable> {
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
    report: update.report && JSON.stringify(update.report),
  }
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))
}

/** The first issues of each job, by job id. @param limit of each @param code of all of them */
export async function readIssues(
  reads: Handles['reads'],
  jobIds: readonly string[],
  { limit = maxIssuesShown, code }: { limit?: number | undefined; code?: string | undefined } = {},
): Promise<Map<string, Issue[]>> {
  const found = new Map<string, Issue[]>()
  if (jobIds.length === 0) return found
  const rows = await reads
    .selectFrom((from) =>
      from
        .selectFrom('issues')
        .select(['id', 'job_id', 'code', 'place as where', 'message'])
        .select(sql<number>`row_number() over (partition by job_id order by id)`.as('position'))
        .where('job_id', 'in', [...jobIds])
        .$if(code !== undefined, (query) => query.where('code', '=', code ?? ''))
        .as('numbered'),
    )
    .selectAll()
    .where('position', '<=', limit)
    .orderBy('id')
    .execute()
  for (const { job_id, code, where, message } of rows) {
    const issues = found.get(job_id) ?? []
    issues.push({ code, where, message })
    found.set(job_id, issues)
  }
  return found
}
