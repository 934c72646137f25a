import { SqliteAdapter, sql, type CreateTableBuilder, type Kysely, type Migration } from 'kysely'

/**
 * Concepts, what they were found from and what users decided about them. They follow the documents without referring to
 * them: a source is removed without waiting for anything that is derived from it.
 */
export const concepts: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('concepts')
      .addColumn('slug', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('score', 'double precision', (column) => column.notNull())
      .addColumn('hidden', 'integer', (column) => column.notNull())
      .addColumn('mention_count', 'integer', (column) => column.notNull())
      .addColumn('document_count', 'integer', (column) => column.notNull())
      .addColumn('aliases', 'text', (column) => column.notNull())
      .addColumn('definition', 'text')
      .addColumn('related', 'text', (column) => column.notNull())
      // Last, so that lists and the graph do not walk through the pages of what they do not show.
      .addColumn('details', 'text', (column) => column.notNull())
      .execute()
    await db.schema
      .createIndex('concepts_by_score')
      .on('concepts')
      .columns(['hidden', 'score desc', 'slug'])
      .execute()

    await db.schema
      .createTable('concept_names')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('slug', 'text', (column) => column.notNull())
      .execute()
    await db.schema
      .createIndex('concept_names_by_slug')
      .on('concept_names')
      .columns(['slug', 'key'])
      .execute()

    await db.schema
      .createTable('concept_slugs')
      .addColumn('slug', 'text', (column) => column.primaryKey())
      .addColumn('key', 'text', (column) => column.notNull())
      .execute()

    // One concept's mentions lie side by side: a page reads thousands of them at once.
    await clustered(
      db,
      db.schema
        .createTable('concept_mentions')
        .addColumn('slug', 'text', (column) => column.notNull())
        .addColumn('document_id', 'text', (column) => column.notNull())
        .addColumn('ordinal', 'integer', (column) => column.notNull())
        .addColumn('passage_id', 'text', (column) => column.notNull())
        .addColumn('start_ms', 'bigint')
        .addColumn('sentence', 'integer', (column) => column.notNull())
        .addColumn('count', 'integer', (column) => column.notNull())
        .addColumn('strength', 'double precision', (column) => column.notNull())
        .addColumn('focus', 'double precision', (column) => column.notNull())
        .addPrimaryKeyConstraint('concept_mentions_key', ['slug', 'document_id', 'ordinal']),
    ).execute()
    // With all columns: every search asks for the mentions in its hits, and in the table each is on another page.
    await db.schema
      .createIndex('concept_mentions_by_passage')
      .on('concept_mentions')
      .columns([
        'passage_id',
        'slug',
        'document_id',
        'ordinal',
        'start_ms',
        'sentence',
        'count',
        'strength',
        'focus',
      ])
      .execute()
    await db.schema
      .createIndex('concept_mentions_by_document')
      .on('concept_mentions')
      .columns(['document_id', 'ordinal'])
      .execute()

    await clustered(
      db,
      db.schema
        .createTable('concept_people')
        .addColumn('document_id', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('role', 'text', (column) => column.notNull())
        .addColumn('folded', 'text', (column) => column.notNull())
        .addColumn('count', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('concept_people_key', ['document_id', 'name', 'role']),
    ).execute()

    await db.schema
      .createTable('concept_evidence')
      .addColumn('document_id', 'text', (column) => column.primaryKey())
      .addColumn('bytes', 'blob', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('concept_name_vectors')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('bytes', 'blob', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('concept_edits')
      .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('edit', 'text', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('concept_state')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addColumn('edit', 'bigint', (column) => column.notNull())
      .addColumn('version', 'text', (column) => column.notNull())
      .execute()
  },
}

/** SQLite keeps such a table in the order of its primary key; PostgreSQL has nothing of the kind. */
const clustered = (
  db: Kysely<unknown>,
  table: CreateTableBuilder<string, string>,
): CreateTableBuilder<string, string> =>
  db.getExecutor().adapter instanceof SqliteAdapter ? table.modifyEnd(sql`without rowid`) : table
