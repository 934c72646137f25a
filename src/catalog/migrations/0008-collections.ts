import type { Kysely, Migration } from 'kysely'

/** What editors make. Clips refer to documents without holding them: a source is removed, its clips stay. */
export const collections: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('collections')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('note', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('updated_at', 'text', (column) => column.notNull())
      .addColumn('removed_at', 'text')
      .execute()

    await db.schema
      .createTable('clips')
      .addColumn('collection_id', 'text', (column) =>
        column.notNull().references('collections.id').onDelete('cascade'),
      )
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('document_id', 'text', (column) => column.notNull())
      .addColumn('start_ms', 'bigint')
      .addColumn('end_ms', 'bigint')
      .addColumn('passage_id', 'text')
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('details', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('clips_key', ['collection_id', 'position'])
      .execute()
    await db.schema.createIndex('clips_by_document').on('clips').column('document_id').execute()

    await db.schema
      .createTable('collection_revisions')
      .addColumn('collection_id', 'text', (column) =>
        column.notNull().references('collections.id').onDelete('cascade'),
      )
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('collection_revisions_key', ['collection_id', 'version'])
      .execute()
  },
}
