import type { Kysely, Migration } from 'kysely'

/**
 * Where documents are published and what they point to, so that a post and its recording find each other. It is filled
 * when documents are read again: sources forget what they had, since everything is read better than before.
 */
export const addresses: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('addresses')
      .addColumn('document_id', 'text', (column) => column.notNull())
      // The source whose list says so: another one may list the same document under another address.
      .addColumn('source_id', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('url', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('addresses_key', ['document_id', 'source_id', 'role', 'key'])
      .execute()
    await db.schema.createIndex('addresses_by_key').on('addresses').columns(['key', 'role']).execute()
    await (db as Kysely<FirstTables>)
      .updateTable('sources')
      .set({ etag: null, last_modified: null, body_hash: null })
      .execute()
  },
}

/** The table as it was when this migration was written. */
interface FirstTables {
  sources: { etag: string | null; last_modified: string | null; body_hash: string | null }
}
