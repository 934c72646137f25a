import type { PastQuery, QueryStore } from '../catalog.js'
import type { Handles } from './kysely-catalog.js'
import type { PastQueriesTable } from './tables.js'

export function queryStore({ reads, writes }: Handles): QueryStore {
  return {
    recordQuery: ({ folded, text, hits, foundWell, at }, maxQueries) =>
      writes.transaction().execute(async (tx) => {
        await tx
          .insertInto('past_queries')
          .values({ folded, text, times: 1, hits, found_well: foundWell, last_at: at })
          .onConflict((conflict) =>
            conflict.column('folded').doUpdateSet((set) => ({
              text,
              times: set('past_queries.times', '+', 1),
              hits,
              found_well: foundWell,
              last_at: at,
            })),
          )
          .execute()
        const kept = tx
          .selectFrom('past_queries')
          .select('folded')
          .orderBy('last_at', 'desc')
          .orderBy('folded')
          .limit(maxQueries)
        const { count } = await tx
          .selectFrom('past_queries')
          .select((select) => select.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow()
        if (Number(count) > maxQueries)
          await tx.deleteFrom('past_queries').where('folded', 'not in', kept).execute()
      }),

    async listQueries({ found, limit }) {
      const rows = await reads
        .selectFrom('past_queries')
        .selectAll()
        .where('hits', found ? '>' : '=', 0)
        .orderBy('times', 'desc')
        .orderBy('last_at', 'desc')
        .orderBy('folded')
        .limit(limit)
        .execute()
      return rows.map(toPastQuery)
    },

    async forgetQueries() {
      await writes.deleteFrom('past_queries').execute()
    },
  }
}

export const toPastQuery = (row: PastQueriesTable): PastQuery => ({
  folded: row.folded,
  text: row.text,
  times: Number(row.times),
  hits: Number(row.hits),
  foundWell: row.found_well === null ? null : Number(row.found_well),
  lastAt: row.last_at,
})
