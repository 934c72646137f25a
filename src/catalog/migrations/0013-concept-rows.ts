import type { Kysely, Migration } from 'kysely'

/** What a step writes anew in rows of its own, so that it need not write again what stands beside it. */
export const conceptRows: Migration = {
  async up(db: Kysely<unknown>) {
    // It is of another version by now: the next step begins from nothing.
    await db.schema.dropTable('concept_evidence').execute()
    await db.schema
      .createTable('concept_evidence')
      .addColumn('document_id', 'text', (column) => column.primaryKey())
      // What every process reads first: SQLite walks to a column through all before it.
      .addColumn('outline', 'blob', (column) => column.notNull())
      .addColumn('lines', 'blob', (column) => column.notNull())
      .addColumn('counts', 'blob', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('concept_matches')
      .addColumn('document_id', 'text', (column) => column.primaryKey())
      .addColumn('bytes', 'blob', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('concept_counts')
      .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('bytes', 'blob', (column) => column.notNull())
      .execute()
  },
}
