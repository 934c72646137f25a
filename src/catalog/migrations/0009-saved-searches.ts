import { SqliteAdapter, sql, type CreateTableBuilder, type Kysely, type Migration } from 'kysely'

/** Saved searches, what they found, and what is to be told of it. They follow the documents without referring to them. */
export const savedSearches: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('saved_searches')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('query', 'text', (column) => column.notNull())
      .addColumn('mode', 'text', (column) => column.notNull())
      .addColumn('filter', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('asked_at', 'text', (column) => column.notNull())
      .addColumn('since_seq', 'bigint', (column) => column.notNull())
      .addColumn('webhook_url', 'text')
      .addColumn('webhook_secret', 'text')
      .addColumn('webhook_active', 'integer', (column) => column.notNull())
      .execute()

    await db.schema
      .createTable('saved_matches')
      .addColumn('number', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('search_id', 'text', (column) => column.notNull())
      .addColumn('passage_id', 'text', (column) => column.notNull())
      .addColumn('document_id', 'text', (column) => column.notNull())
      .addColumn('found_at', 'text', (column) => column.notNull())
      .addColumn('read', 'integer', (column) => column.notNull())
      .addColumn('shown', 'integer', (column) => column.notNull())
      .addColumn('pending', 'integer', (column) => column.notNull())
      .addUniqueConstraint('saved_matches_key', ['search_id', 'passage_id'])
      .execute()
    await db.schema
      .createIndex('saved_matches_by_search')
      .on('saved_matches')
      .columns(['search_id', 'shown', 'read', 'number'])
      .execute()
    await db.schema
      .createIndex('saved_matches_by_document')
      .on('saved_matches')
      .columns(['document_id'])
      .execute()
    await db.schema
      .createIndex('saved_matches_pending')
      .on('saved_matches')
      .columns(['pending', 'search_id', 'number'])
      .execute()

    await clustered(
      db,
      db.schema
        .createTable('saved_search_passages')
        .addColumn('document_id', 'text', (column) => column.notNull())
        .addColumn('passage_id', 'text', (column) => column.notNull())
        // Passages that were cut by other rules are other passages, of the same words.
        .addColumn('segmentation', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('saved_search_passages_key', ['document_id', 'passage_id']),
    ).execute()
    await db.schema
      .createTable('saved_search_state')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .execute()

    await db.schema
      .createTable('webhook_deliveries')
      .addColumn('number', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('id', 'text', (column) => column.notNull().unique())
      .addColumn('search_id', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('next_try_at', 'text')
      .addColumn('tried_at', 'text')
      .addColumn('http_status', 'integer')
      .addColumn('error', 'text')
      .addColumn('body', 'text', (column) => column.notNull())
      .execute()
    await db.schema
      .createIndex('webhook_deliveries_by_search')
      .on('webhook_deliveries')
      .columns(['search_id', 'number'])
      .execute()
    await db.schema
      .createIndex('webhook_deliveries_due')
      .on('webhook_deliveries')
      .columns(['status', 'next_try_at'])
      .execute()
  },
}

/** SQLite keeps such a table in the order of its primary key; PostgreSQL has nothing of the kind. */
const clustered = (
  db: Kysely<unknown>,
  table: CreateTableBuilder<string, string>,
): CreateTableBuilder<string, string> =>
  db.getExecutor().adapter instanceof SqliteAdapter ? table.modifyEnd(sql`without rowid`) : table
