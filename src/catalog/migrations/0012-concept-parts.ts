import type { Kysely, Migration } from 'kysely'

/** What concepts were found from in parts of its own, so that a step reads and writes only what it needs. */
export const conceptParts: Migration = {
  async up(db: Kysely<unknown>) {
    // It is of another version by now: the next step begins from nothing.
    await db.schema.dropTable('concept_evidence').execute()
    await db.schema
      .createTable('concept_evidence')
      .addColumn('document_id', 'text', (column) => column.primaryKey())
      // What every process reads first: SQLite walks to a column through all before it.
      .addColumn('outline', 'blob', (column) => column.notNull())
      .addColumn('matches', 'blob', (column) => column.notNull())
      .addColumn('lines', 'blob', (column) => column.notNull())
      .addColumn('counts', 'blob', (column) => column.notNull())
      .execute()
    await db.schema.alterTable('concept_state').addColumn('notes', 'blob').execute()
  },
}
