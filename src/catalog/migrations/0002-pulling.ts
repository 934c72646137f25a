import type { Kysely, Migration } from 'kysely'

/** What conditional pulling needs to remember: the bodies of references, and sources that are gone. */
export const pulling: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('sources').addColumn('gone_at', 'text').execute()
    await db.schema
      .createTable('reference_bodies')
      .addColumn('source_id', 'text', (column) => column.notNull().references('sources.id'))
      .addColumn('url', 'text', (column) => column.notNull())
      .addColumn('etag', 'text')
      .addColumn('last_modified', 'text')
      .addColumn('body_hash', 'text', (column) => column.notNull())
      .addColumn('media_type', 'text')
      .addColumn('fetched_at', 'text', (column) => column.notNull())
      .addColumn('final_url', 'text')
      .addColumn('body', 'blob', (column) => column.notNull())
      .addPrimaryKeyConstraint('reference_bodies_key', ['source_id', 'url'])
      .execute()
  },
}
