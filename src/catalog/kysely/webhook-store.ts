import type { Kysely, Transaction } from 'kysely'
import type { WebhookStore } from '../webhook-store.js'
import type { Handles } from './kysely-catalog.js'
import { deliveryColumns, toDelivery, toMatch } from './saved-search-row.js'
import type { Tables } from './tables.js'

/** Messages of a search that are kept after they were sent. */
const keptDeliveries = 20

export function webhookStore({ reads, writes }: Handles): WebhookStore {
  return {
    async listPendingMatches() {
      const rows = await pendingMatches(reads)
        .select((select) => [
          'match.search_id',
          select.fn.countAll<number>().as('count'),
          select.fn.min('match.found_at').as('first_at'),
          select.fn.max('match.found_at').as('last_at'),
          select
            .selectFrom('webhook_deliveries as told')
            .select((told) => told.fn.max('told.created_at').as('told_at'))
            .whereRef('told.search_id', '=', 'match.search_id')
            .where('told.kind', '=', 'matches')
            .as('told_at'),
        ])
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('webhook_deliveries as delivery')
                .select('delivery.id')
                .whereRef('delivery.search_id', '=', 'match.search_id')
                .where('delivery.status', '=', 'waiting'),
            ),
          ),
        )
        .groupBy('match.search_id')
        .orderBy('match.search_id')
        .execute()
      return rows.map((row) => ({
        searchId: row.search_id,
        count: Number(row.count),
        firstAt: row.first_at,
        lastAt: row.last_at,
        toldAt: row.told_at,
      }))
    },

    async findPendingMatches(searchId, limit) {
      const rows = await pendingMatches(reads)
        .selectAll('match')
        .where('match.search_id', '=', searchId)
        .orderBy('match.number')
        .limit(limit)
        .execute()
      return rows.map(toMatch)
    },

    addDelivery: ({ id, searchId, kind, body, createdAt }, tells) =>
      writes.transaction().execute(async (tx) => {
        const search = await tx
          .selectFrom('saved_searches')
          .select('webhook_active')
          .where('id', '=', searchId)
          .executeTakeFirst()
        if (search?.webhook_active !== 1) return false
        if (tells.length > 0)
          await tx
            .updateTable('saved_matches')
            .set({ pending: 0 })
            .where('number', 'in', [...tells])
            .execute()
        await tx
          .insertInto('webhook_deliveries')
          .values({
            id,
            search_id: searchId,
            kind,
            created_at: createdAt,
            status: 'waiting',
            attempts: 0,
            next_try_at: createdAt,
            tried_at: null,
            http_status: null,
            error: null,
            body,
          })
          .execute()
        await dropOldest(tx, searchId)
        return true
      }),

    async listDueDeliveries(at, limit) {
      const rows = await reads
        .selectFrom('webhook_deliveries')
        .select([...deliveryColumns, 'body'])
        .where('status', '=', 'waiting')
        .where('next_try_at', '<=', at)
        .orderBy('next_try_at')
        .orderBy('number')
        .limit(limit)
        .execute()
      return rows.map(({ body, ...row }) => ({ ...toDelivery(row), body }))
    },

    recordAttempt: (id, { at, httpStatus, error }, outcome) =>
      writes.transaction().execute(async (tx) => {
        const row = await tx
          .updateTable('webhook_deliveries')
          .set((set) => ({
            status: outcome.status === 'gone' ? 'failed' : outcome.status,
            attempts: set('attempts', '+', 1),
            next_try_at: outcome.status === 'waiting' ? outcome.nextTryAt : null,
            tried_at: at,
            http_status: httpStatus,
            error,
          }))
          .where('id', '=', id)
          .returning('search_id')
          .executeTakeFirst()
        if (row && outcome.status === 'gone') await switchOff(tx, row.search_id)
      }),

    async findLastDeliveries(searchIds) {
      if (searchIds.length === 0) return new Map()
      const rows = await reads
        .selectFrom('webhook_deliveries')
        .select(deliveryColumns)
        .where('number', 'in', (query) =>
          query
            .selectFrom('webhook_deliveries')
            .select((select) => select.fn.max('number').as('number'))
            .where('search_id', 'in', [...searchIds])
            .groupBy('search_id'),
        )
        .execute()
      return new Map(rows.map((row) => [row.search_id, toDelivery(row)]))
    },
  }
}

const pendingMatches = (db: Kysely<Tables>) =>
  db
    .selectFrom('saved_matches as match')
    .innerJoin('saved_searches as search', 'search.id', 'match.search_id')
    .where('match.pending', '=', 1)
    .where('search.webhook_active', '=', 1)

async function switchOff(tx: Transaction<Tables>, searchId: string): Promise<void> {
  await tx.updateTable('saved_searches').set({ webhook_active: 0 }).where('id', '=', searchId).execute()
  await tx.updateTable('saved_matches').set({ pending: 0 }).where('search_id', '=', searchId).execute()
  await tx
    .updateTable('webhook_deliveries')
    .set({ status: 'failed', next_try_at: null })
    .where('search_id', '=', searchId)
    .where('status', '=', 'waiting')
    .execute()
}

async function dropOldest(tx: Transaction<Tables>, searchId: string): Promise<void> {
  const beyond = await tx
    .selectFrom('webhook_deliveries')
    .select('number')
    .where('search_id', '=', searchId)
    .where('status', '!=', 'waiting')
    .orderBy('number', 'desc')
    .offset(keptDeliveries)
    .limit(1)
    .executeTakeFirst()
  if (beyond)
    await tx
      .deleteFrom('webhook_deliveries')
      .where('search_id', '=', searchId)
      .where('status', '!=', 'waiting')
      .where('number', '<=', beyond.number)
      .execute()
}
