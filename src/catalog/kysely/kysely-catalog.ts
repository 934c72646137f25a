import type { Kysely } from 'kysely'
import type { DocumentKind } from '../../domain/document.js'
import type { Catalog, CatalogCounts } from '../catalog.js'
import { addressStore } from './address-store.js'
import { changeLog } from './change-log.js'
import { collectionStore } from './collection-store.js'
import { conceptStore } from './concept-store.js'
import { correctionStore } from './correction-store.js'
import { coverageStore } from './coverage-store.js'
import { documentStore } from './document-store.js'
import { durationMs, withoutTranscript } from './document-sums.js'
import { jobStore, latestJobIds } from './job-store.js'
import { nameStore } from './name-store.js'
import { passageStore } from './passage-store.js'
import { queryStore } from './query-store.js'
import { referenceStore } from './reference-store.js'
import { repeatStore } from './repeat-store.js'
import { savedSearchStore } from './saved-search-store.js'
import { sourceStore } from './source-store.js'
import type { Tables } from './tables.js'
import { webhookStore } from './webhook-store.js'

/**
 * Two ways into one database. SQLite has one writer and many readers; what was committed through `writes` is seen by
 * the next statement of `reads`.
 */
export interface Handles {
  reads: Kysely<Tables>
  writes: Kysely<Tables>
}

/** The catalog over any database that Kysely speaks to; the schema must be up to date (`migrateCatalog`). */
export function createKyselyCatalog(handles: Handles): Catalog {
  return {
    ...sourceStore(handles),
    ...documentStore(handles),
    ...addressStore(handles),
    ...passageStore(handles),
    ...referenceStore(handles),
    ...correctionStore(handles),
    ...changeLog(handles),
    ...jobStore(handles),
    ...nameStore(handles),
    ...queryStore(handles),
    ...conceptStore(handles),
    ...collectionStore(handles),
    ...coverageStore(handles),
    ...repeatStore(handles),
    ...savedSearchStore(handles),
    ...webhookStore(handles),
    counts: () => readCounts(handles.reads),
    async close() {
      await Promise.all([handles.reads.destroy(), handles.writes.destroy()])
    },
  }
}

async function readCounts(reads: Kysely<Tables>): Promise<CatalogCounts> {
  const kinds = await reads
    .selectFrom('documents')
    .select((select) => [
      'kind',
      select.fn.countAll<number>().as('count'),
      durationMs.as('duration_ms'),
      withoutTranscript.as('without_transcript'),
    ])
    .groupBy('kind')
    .execute()
  const count = (kind: DocumentKind) => Number(kinds.find((row) => row.kind === kind)?.count ?? 0)
  const sum = (values: (number | null)[]) =>
    values.reduce<number>((total, value) => total + Number(value ?? 0), 0)
  const passages = await reads
    .selectFrom('passages')
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const sources = await reads
    .selectFrom('sources')
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const issues = await reads
    .selectFrom('issues')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('job_id', 'in', latestJobIds(reads))
    .executeTakeFirstOrThrow()
  return {
    documents: { episode: count('episode'), short: count('short'), post: count('post') },
    passages: Number(passages.count),
    durationMs: sum(kinds.map((row) => row.duration_ms)),
    sources: Number(sources.count),
    issues: Number(issues.count),
    withoutTranscript: sum(kinds.map((row) => row.without_transcript)),
  }
}
