import type { Kysely, Migration } from 'kysely'
import { addressesOf } from '../../domain/addresses.js'
import type { Document } from '../../domain/document.js'

/** Where documents are published and what they point to, so that a post and its recording find each other. */
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
    await fillIn(db as Kysely<FirstTables>)
  },
}

/** The tables as they were when this migration was written. */
interface FirstTables {
  documents: {
    id: string
    source_id: string
    guid: string
    url: string | null
    enclosure_url: string | null
    details: string
  }
  addresses: { document_id: string; source_id: string; role: string; key: string; url: string }
}

async function fillIn(db: Kysely<FirstTables>): Promise<void> {
  const ids = await db.selectFrom('documents').select('id').execute()
  for (const { id } of ids) {
    const row = await db
      .selectFrom('documents')
      .select(['id', 'source_id', 'guid', 'url', 'enclosure_url', 'details'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const { links } = JSON.parse(row.details) as Pick<Document, 'links'>
    const enclosure =
      row.enclosure_url === null ? null : { url: row.enclosure_url, mediaType: '', sizeBytes: null }
    const { own, linked } = addressesOf({
      sourceId: row.source_id,
      guid: row.guid,
      url: row.url,
      otherUrls: [],
      enclosure,
      links,
      sections: [],
    })
    const rows = [
      ...own.map((address) => ({ ...address, role: 'own' })),
      ...linked.map((address) => ({ ...address, role: 'linked' })),
    ].map((address) => ({ ...address, document_id: row.id, source_id: row.source_id }))
    if (rows.length > 0) await db.insertInto('addresses').values(rows).execute()
  }
}
