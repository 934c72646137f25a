import type { Kysely, Migration } from 'kysely'

/** What listeners asked, to be suggested again and to show what the library lacks. */
export const pastQueries: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('past_queries')
      .addColumn('folded', 'text', (column) => column.primaryKey())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('times', 'integer', (column) => column.notNull())
      .addColumn('hits', 'integer', (column) => column.notNull())
      .addColumn('last_at', 'text', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('past_queries_by_time').on('past_queries').column('last_at').execute()
  },
}
