import type { Kysely, Migration } from 'kysely'

/** What all documents say together in parts of its own, so that a step adds what one document says. */
export const conceptCounts: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('concept_counts')
      .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('bytes', 'blob', (column) => column.notNull())
      .execute()
  },
}
