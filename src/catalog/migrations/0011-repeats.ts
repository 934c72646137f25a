import type { Kysely, Migration } from 'kysely'

/** What is told in several places. All of it is derived: it refers to documents without keeping them. */
export const repeats: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('repeat_groups')
      .addColumn('rank', 'integer', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('companion', 'integer', (column) => column.notNull())
      .addColumn('template', 'integer', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('repeat_places')
      .addColumn('rank', 'integer', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('document_id', 'text', (column) => column.notNull())
      .addColumn('source_id', 'text', (column) => column.notNull())
      .addColumn('passage_ids', 'text', (column) => column.notNull())
      .addColumn('from_sentence', 'integer', (column) => column.notNull())
      .addColumn('last_sentence', 'integer', (column) => column.notNull())
      .addColumn('likeness', 'double precision', (column) => column.notNull())
      .addPrimaryKeyConstraint('repeat_places_key', ['rank', 'position'])
      .execute()
    await db.schema
      .createIndex('repeat_places_by_document')
      .on('repeat_places')
      .columns(['document_id', 'rank'])
      .execute()
    await db.schema
      .createIndex('repeat_places_by_source')
      .on('repeat_places')
      .columns(['source_id', 'rank'])
      .execute()
    await db.schema
      .createTable('repeat_state')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('version', 'text', (column) => column.notNull())
      .addColumn('measure', 'blob', (column) => column.notNull())
      .execute()
  },
}
