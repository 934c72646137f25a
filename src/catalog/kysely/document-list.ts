import { sql, type Expression, type SqlBool } from 'kysely'
import type { Catalog, DocumentFilter, DocumentOrder } from '../catalog.js'
import { summaryColumns, toSummary } from './document-row.js'
import { latestJobIds } from './job-store.js'
import type { Handles } from './kysely-catalog.js'
import { readCursor, toCursor } from './page-cursor.js'

/** Documents in pages, by what their cards show. */

const orders = {
  newest: { key: sql<string>`coalesce(document.published_at, '')`, direction: 'desc' },
  oldest: { key: sql<string>`coalesce(document.published_at, '')`, direction: 'asc' },
  title: { key: sql<string>`lower(document.title)`, direction: 'asc' },
} as const satisfies Record<DocumentOrder, { key: Expression<string>; direction: 'asc' | 'desc' }>

export async function listDocuments(
  reads: Handles['reads'],
  filter: DocumentFilter,
  { limit, cursor, order = 'newest' }: Parameters<Catalog['listDocuments']>[1],
): ReturnType<Catalog['listDocuments']> {
  const { key, direction } = orders[order]
  const matching = selectMatching(reads, filter)
  const after = readCursor(cursor, ['string', 'string'])
  const rows = await matching
    .select(summaryColumns)
    .select(['document.cue_count', key.as('sort_key')])
    .$if(after !== null, (query) =>
      query.where(({ or, and, eb }) =>
        or([
          eb(key, direction === 'desc' ? '<' : '>', after?.[0] ?? ''),
          and([eb(key, '=', after?.[0] ?? ''), eb('document.id', '>', after?.[1] ?? '')]),
        ]),
      ),
    )
    .orderBy(key, direction)
    .orderBy('document.id')
    .limit(limit + 1)
    .execute()
  const { total } = await matching
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    documents: shown.map((row) => ({ ...toSummary(row), hasTranscript: row.cue_count > 0 })),
    total: Number(total),
    next: rows.length > limit && last ? toCursor([last.sort_key, last.id]) : null,
  }
}

function selectMatching(reads: Handles['reads'], filter: DocumentFilter) {
  const { kind, sourceId, title, withoutTranscript = false, withIssues = false } = filter
  return reads
    .selectFrom('documents as document')
    .innerJoin('sources as source', 'source.id', 'document.source_id')
    .where('document.status', '=', 'present')
    .$if(kind !== undefined, (query) => query.where('document.kind', '=', kind ?? ''))
    .$if(sourceId !== undefined, (query) => query.where('document.source_id', '=', sourceId ?? ''))
    .$if(withoutTranscript, (query) =>
      query.where('document.kind', '!=', 'post').where('document.cue_count', '=', 0),
    )
    .$if(withIssues, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('issues as issue')
            .innerJoin('jobs as pull', 'pull.id', 'issue.job_id')
            .select('issue.id')
            .where('issue.job_id', 'in', latestJobIds(reads, ['done']))
            .whereRef('pull.source_id', '=', 'document.source_id')
            .where(isPlaceInDocument),
        ),
      ),
    )
    .$call((query) =>
      titleWords(title).reduce(
        (narrowed, word) =>
          narrowed.where(sql<boolean>`lower(document.title) like ${`%${word}%`} escape '\\'`),
        query,
      ),
    )
}

/** Places of issues begin with the title of their document: `Title`, or `Title: what in it`. */
const isPlaceInDocument = sql<SqlBool>`(
  issue.place = document.title
  or substr(issue.place, 1, length(document.title) + 2) = document.title || ': '
)`

/** Words to look for in a title, with the wildcards of LIKE taken literally. */
const titleWords = (title: string | undefined): string[] =>
  (title ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.replace(/[\\%_]/g, '\\$&'))
