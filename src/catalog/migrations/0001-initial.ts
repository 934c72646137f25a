import { sql, type Kysely, type Migration } from 'kysely'

/** Integers are `bigint` for PostgreSQL's sake; SQLite keeps any integer in 64 bits. */
export const initial: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('sources')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('location', 'text', (column) => column.notNull().unique())
      .addColumn('guid', 'text', (column) => column.notNull().unique())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('url', 'text')
      .addColumn('image_url', 'text')
      .addColumn('language', 'text')
      .addColumn('added_at', 'text', (column) => column.notNull())
      .addColumn('pulled_at', 'text')
      .addColumn('etag', 'text')
      .addColumn('last_modified', 'text')
      .addColumn('body_hash', 'text')
      .execute()

    await db.schema
      .createTable('documents')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('source_id', 'text', (column) => column.notNull().references('sources.id'))
      .addColumn('guid', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('description', 'text', (column) => column.notNull())
      .addColumn('url', 'text')
      .addColumn('image_url', 'text')
      .addColumn('published_at', 'text')
      .addColumn('duration_ms', 'bigint')
      .addColumn('language', 'text')
      .addColumn('timing', 'text', (column) => column.notNull())
      .addColumn('timing_reason', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('enclosure_url', 'text')
      .addColumn('enclosure_type', 'text')
      .addColumn('enclosure_bytes', 'bigint')
      .addColumn('details', 'text', (column) => column.notNull())
      .addColumn('cue_count', 'integer', (column) => column.notNull())
      .addColumn('last_cue_end_ms', 'bigint')
      .addColumn('content_hash', 'text', (column) => column.notNull())
      // Last, so that reading a card does not walk through the pages of a long transcript.
      .addColumn('cues', 'text', (column) => column.notNull())
      .addUniqueConstraint('documents_source_guid', ['source_id', 'guid'])
      .execute()
    await db.schema
      .createIndex('documents_by_date')
      .on('documents')
      .columns(['published_at desc', 'id'])
      .execute()

    await db.schema
      .createTable('passages')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('document_id', 'text', (column) => column.notNull().references('documents.id'))
      .addColumn('ordinal', 'integer', (column) => column.notNull())
      .addColumn('start_ms', 'bigint')
      .addColumn('end_ms', 'bigint')
      .addColumn('anchor', 'text')
      .addColumn('chapter', 'text')
      .addColumn('speaker', 'text')
      .addColumn('ad', 'integer', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('input_hash', 'text', (column) => column.notNull())
      .addColumn('sentences', 'text', (column) => column.notNull())
      .addUniqueConstraint('passages_document_ordinal', ['document_id', 'ordinal'])
      .execute()

    await db.schema
      .createTable('vector_spaces')
      .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('identity', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .addUniqueConstraint('vector_spaces_identity_role', ['identity', 'role'])
      .execute()
    await db.schema
      .createTable('vectors')
      .addColumn('space_id', 'integer', (column) => column.notNull().references('vector_spaces.id'))
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('bytes', 'blob', (column) => column.notNull())
      .addPrimaryKeyConstraint('vectors_key', ['space_id', 'hash'])
      .execute()

    // One row a document: followers need to know that it changed, not how often.
    await db.schema
      .createTable('changes')
      .addColumn('document_id', 'text', (column) => column.primaryKey())
      .addColumn('seq', 'bigint', (column) => column.notNull().unique())
      .execute()
    await db.schema
      .createTable('change_counter')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .execute()
    await sql`insert into change_counter (id, seq) values (1, 0)`.execute(db)

    // No reference to documents: what the user put right outlives a source that is removed and added again.
    await db.schema
      .createTable('corrections')
      .addColumn('document_id', 'text', (column) => column.primaryKey())
      .addColumn('offset_ms', 'bigint', (column) => column.notNull())
      .addColumn('speakers', 'text', (column) => column.notNull())
      .addColumn('ad_overrides', 'text', (column) => column.notNull())
      .execute()

    await db.schema
      .createTable('jobs')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('source_id', 'text', (column) => column.notNull().references('sources.id'))
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('step', 'text', (column) => column.notNull())
      .addColumn('documents_done', 'integer', (column) => column.notNull())
      .addColumn('documents_total', 'integer')
      .addColumn('passages_embedded', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('started_at', 'text')
      .addColumn('finished_at', 'text')
      .addColumn('error_code', 'text')
      .addColumn('error_message', 'text')
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('owner', 'text')
      .addColumn('heartbeat_at', 'text')
      .execute()
    await db.schema.createIndex('jobs_by_source').on('jobs').columns(['source_id', 'created_at']).execute()
    await db.schema
      .createTable('issues')
      .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('job_id', 'text', (column) => column.notNull().references('jobs.id'))
      .addColumn('code', 'text', (column) => column.notNull())
      .addColumn('place', 'text', (column) => column.notNull())
      .addColumn('message', 'text', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('issues_by_job').on('issues').column('job_id').execute()
  },
}
