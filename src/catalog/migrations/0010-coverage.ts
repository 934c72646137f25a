import { sql, type Kysely, type Migration } from 'kysely'

/** How well the library answered a query, and which passages are written, without reading their texts. */
export const coverage: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('past_queries').addColumn('found_well', 'integer').execute()
    const table = db as Kysely<{ past_queries: { hits: number; found_well: number | null } }>
    await table.updateTable('past_queries').set({ found_well: 0 }).where('hits', '=', 0).execute()
    await sql`create index passages_written on passages (document_id, ordinal) where anchor is not null`.execute(
      db,
    )
  },
}
