import { sql, type Kysely, type SelectQueryBuilder, type Transaction } from 'kysely'
import { segmentationVersion } from '../../domain/ids.js'
import type { CountedSearch, SavedSearchStore } from '../saved-search-store.js'
import { latestSeq } from './change-log.js'
import type { Handles } from './kysely-catalog.js'
import { readCursor, toCursor } from './page-cursor.js'
import { applyFollowedStep, findDocumentsToFollow } from './saved-search-following.js'
import { toMatch, toSavedSearch, toWebhookColumns } from './saved-search-row.js'
import type { SavedSearchesTable, Tables } from './tables.js'

export function savedSearchStore({ reads, writes }: Handles): SavedSearchStore {
  return {
    async listSavedSearches() {
      const rows = await countedSearches(reads).orderBy('created_at').orderBy('id').execute()
      return rows.map(toCountedSearch)
    },

    async findSavedSearch(id) {
      const row = await countedSearches(reads).where('saved_searches.id', '=', id).executeTakeFirst()
      return row ? toCountedSearch(row) : null
    },

    addSavedSearch: (search, max) =>
      writes.transaction().execute(async (tx) => {
        const { count } = await tx
          .selectFrom('saved_searches')
          .select((select) => select.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow()
        if (Number(count) >= max) return false
        const seq = await latestSeq(tx)
        if (Number(count) === 0) await beginFollowing(tx, seq)
        await tx
          .insertInto('saved_searches')
          .values({
            id: search.id,
            name: search.name,
            query: search.query,
            mode: search.mode,
            filter: JSON.stringify(search.filter),
            created_at: search.createdAt,
            asked_at: search.askedAt,
            since_seq: seq,
            ...toWebhookColumns(search.webhook),
          })
          .execute()
        return true
      }),

    updateSavedSearch: (id, { name, webhook, asked }) =>
      writes.transaction().execute(async (tx) => {
        const known = await tx
          .selectFrom('saved_searches')
          .select('id')
          .where('id', '=', id)
          .executeTakeFirst()
        if (!known) return false
        const update: Partial<SavedSearchesTable> = {
          ...(name === undefined ? {} : { name }),
          ...(webhook === undefined ? {} : toWebhookColumns(webhook)),
          ...(asked === undefined
            ? {}
            : {
                query: asked.query,
                mode: asked.mode,
                filter: JSON.stringify(asked.filter),
                asked_at: asked.askedAt,
                since_seq: await latestSeq(tx),
              }),
        }
        if (Object.keys(update).length > 0)
          await tx.updateTable('saved_searches').set(update).where('id', '=', id).execute()
        if (asked) await tx.deleteFrom('saved_matches').where('search_id', '=', id).execute()
        if (webhook === null) await forgetMessages(tx, id)
        return true
      }),

    removeSavedSearch: (id) =>
      writes.transaction().execute(async (tx) => {
        await tx.deleteFrom('saved_matches').where('search_id', '=', id).execute()
        await tx.deleteFrom('webhook_deliveries').where('search_id', '=', id).execute()
        const result = await tx.deleteFrom('saved_searches').where('id', '=', id).executeTakeFirst()
        const left = await tx.selectFrom('saved_searches').select('id').limit(1).executeTakeFirst()
        if (!left) await endFollowing(tx)
        return result.numDeletedRows > 0n
      }),

    async readFollowedSeq() {
      const row = await reads.selectFrom('saved_search_state').select('seq').executeTakeFirst()
      return row ? Number(row.seq) : null
    },

    findDocumentsToFollow: (documentIds) => findDocumentsToFollow(reads, documentIds),

    async findKnownMatches(documentIds) {
      const rows = await reads
        .selectFrom('saved_matches')
        .select(['number', 'search_id', 'passage_id', 'document_id', 'shown'])
        .where('document_id', 'in', [...documentIds])
        .orderBy('number')
        .execute()
      return rows.map((row) => ({
        number: Number(row.number),
        searchId: row.search_id,
        passageId: row.passage_id,
        documentId: row.document_id,
        shown: row.shown === 1,
      }))
    },

    applyFollowedStep: (step) => writes.transaction().execute((tx) => applyFollowedStep(tx, step)),

    async listMatches(searchId, { limit, cursor }) {
      const position = readCursor(cursor, ['number', 'number'])
      let query = reads
        .selectFrom('saved_matches')
        .selectAll()
        .where('search_id', '=', searchId)
        .where('shown', '=', 1)
      if (position) {
        const [read, number] = position
        query = query.where((where) =>
          where.or([
            where('read', '>', read),
            where.and([where('read', '=', read), where('number', '<', number)]),
          ]),
        )
      }
      const rows = await query
        .orderBy('read')
        .orderBy('number', 'desc')
        .limit(limit + 1)
        .execute()
      const page = rows.slice(0, limit)
      const last = page.at(-1)
      return {
        matches: page.map(toMatch),
        next: rows.length > limit && last ? toCursor([last.read, Number(last.number)]) : null,
      }
    },

    async markRead(searchId, upToNumber) {
      let query = writes
        .updateTable('saved_matches')
        .set({ read: 1 })
        .where('search_id', '=', searchId)
        .where('shown', '=', 1)
        .where('read', '=', 0)
      if (upToNumber !== null) query = query.where('number', '<=', upToNumber)
      return Number((await query.executeTakeFirst()).numUpdatedRows)
    },
  }
}

type CountedRow = SavedSearchesTable & {
  unread: number | null
  matches: number
  last_match_at: string | null
}

function countedSearches(
  db: Kysely<Tables>,
): SelectQueryBuilder<Tables, 'saved_searches', SavedSearchesTable & CountedRow> {
  const shown = sql`from saved_matches m where m.search_id = saved_searches.id and m.shown = 1`
  return db
    .selectFrom('saved_searches')
    .selectAll('saved_searches')
    .select([
      sql<number>`(select count(*) ${shown} and m.read = 0)`.as('unread'),
      sql<number>`(select count(*) ${shown})`.as('matches'),
      sql<string | null>`(select max(m.found_at) ${shown})`.as('last_match_at'),
    ])
}

const toCountedSearch = (row: CountedRow): CountedSearch => ({
  ...toSavedSearch(row),
  unread: Number(row.unread ?? 0),
  matches: Number(row.matches),
  lastMatchAt: row.last_match_at,
})

/** Everything that is there has been looked at. */
async function beginFollowing(tx: Transaction<Tables>, seq: number): Promise<void> {
  await endFollowing(tx)
  await tx.insertInto('saved_search_state').values({ id: 1, seq }).execute()
  await tx
    .insertInto('saved_search_passages')
    .columns(['document_id', 'passage_id', 'segmentation'])
    .expression(
      tx
        .selectFrom('passages')
        .select(['document_id', 'id', sql<number>`${sql.lit(segmentationVersion)}`.as('segmentation')]),
    )
    .execute()
}

async function endFollowing(tx: Transaction<Tables>): Promise<void> {
  await tx.deleteFrom('saved_search_passages').execute()
  await tx.deleteFrom('saved_search_state').execute()
}

async function forgetMessages(tx: Transaction<Tables>, searchId: string): Promise<void> {
  await tx.updateTable('saved_matches').set({ pending: 0 }).where('search_id', '=', searchId).execute()
  await tx.deleteFrom('webhook_deliveries').where('search_id', '=', searchId).execute()
}
