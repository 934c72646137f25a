import { sql, type Expression, type Kysely, type Transaction } from 'kysely'
import { addressesOf, type Address } from '../../domain/addresses.js'
import type { Document, DocumentKind } from '../../domain/document.js'
import type { AddressStore, Twin } from '../catalog.js'
import { summaryColumns, toSummary } from './document-row.js'
import type { Handles } from './kysely-catalog.js'
import type { Tables } from './tables.js'

/** More companions than a reader would look at. */
const maxCompanions = 20
/** SQLite binds 32,766 values a statement at most. */
const rowsPerStatement = 500
/** An address that more documents give as theirs is a page about all of them. */
const maxOwners = 3

export function addressStore({ reads, writes }: Handles): AddressStore {
  return {
    async findCompanions(documentId) {
      const isPost = sql<boolean>`(document.kind = 'post')`
      const rows = await reads
        .selectFrom('documents as document')
        .innerJoin('sources as source', 'source.id', 'document.source_id')
        .select(summaryColumns)
        .where('document.status', '=', 'present')
        .where(isPost, '!=', sql<boolean>`(select kind = 'post' from documents where id = ${documentId})`)
        .where('document.id', 'in', linkedDocuments(reads, documentId))
        .orderBy('document.published_at')
        .orderBy('document.id')
        .limit(maxCompanions)
        .execute()
      return rows.map(toSummary)
    },

    async findTwins(sourceId, keys) {
      if (keys.length === 0) return []
      const rows = await reads
        .selectFrom('documents as document')
        .innerJoin('addresses as address', 'address.document_id', 'document.id')
        .select((select) => [
          'document.id',
          'document.kind',
          'document.title',
          'address.key',
          select
            .selectFrom('passages')
            .select(sql<number>`coalesce(sum(length(passages.text)), 0)`.as('length'))
            .whereRef('passages.document_id', '=', 'document.id')
            .as('text_length'),
        ])
        .where('document.status', '=', 'present')
        .where('document.source_id', '!=', sourceId)
        .where('address.role', '=', 'own')
        .where('address.key', 'in', [...keys])
        .where((where) => isOfFewOwners(where.ref('address.key')))
        .orderBy('document.id')
        .orderBy('address.key')
        .execute()
      const twins = new Map<string, Twin>()
      for (const { id, kind, title, key, text_length } of rows) {
        const textLength = Number(text_length ?? 0)
        const twin = twins.get(id) ?? { id, kind: kind as DocumentKind, title, keys: [], textLength }
        if (!twin.keys.includes(key)) twin.keys.push(key)
        twins.set(id, twin)
      }
      return [...twins.values()]
    },

    async addAddresses(documentId, sourceId, own) {
      const known = await reads
        .selectFrom('addresses')
        .select('key')
        .where('document_id', '=', documentId)
        .where('source_id', '=', sourceId)
        .execute()
      const keys = new Set(known.map(({ key }) => key))
      if (keys.size === own.length && own.every(({ key }) => keys.has(key))) return
      await writes.transaction().execute((tx) => replaceRows(tx, documentId, sourceId, own, []))
    },

    async findOtherUrls(documentId) {
      const rows = await reads
        .selectFrom('addresses')
        .select('url')
        .where('document_id', '=', documentId)
        .where('role', '=', 'own')
        .where('source_id', '!=', (where) =>
          where.selectFrom('documents').select('source_id').where('id', '=', documentId),
        )
        .orderBy('url')
        .execute()
      return [...new Set(rows.map(({ url }) => url))]
    },
  }
}

/** Documents that point to one, or that it points to. */
function linkedDocuments(reads: Kysely<Tables>, documentId: string) {
  return reads
    .selectFrom('addresses as mine')
    .innerJoin('addresses as theirs', (join) =>
      join.onRef('theirs.key', '=', 'mine.key').onRef('theirs.role', '!=', 'mine.role'),
    )
    .select('theirs.document_id')
    .where('mine.document_id', '=', documentId)
    .where('theirs.document_id', '!=', documentId)
    .where((where) => isOfFewOwners(where.ref('mine.key')))
}

/** Whether an address is that of a document, and not of a page about many. */
const isOfFewOwners = (key: Expression<string>) =>
  sql<boolean>`(select count(distinct owner.document_id) from addresses as owner
    where owner.key = ${key} and owner.role = 'own') <= ${maxOwners}`

export async function replaceAddresses(tx: Transaction<Tables>, document: Document): Promise<void> {
  const { own, linked } = addressesOf(document)
  await replaceRows(tx, document.id, document.sourceId, own, linked)
}

async function replaceRows(
  tx: Transaction<Tables>,
  documentId: string,
  sourceId: string,
  own: readonly Address[],
  linked: readonly Address[],
): Promise<void> {
  await tx
    .deleteFrom('addresses')
    .where('document_id', '=', documentId)
    .where('source_id', '=', sourceId)
    .execute()
  const place = { document_id: documentId, source_id: sourceId }
  const rows = [
    ...own.map((address) => ({ ...address, ...place, role: 'own' as const })),
    ...linked.map((address) => ({ ...address, ...place, role: 'linked' as const })),
  ]
  for (let start = 0; start < rows.length; start += rowsPerStatement)
    await tx
      .insertInto('addresses')
      .values(rows.slice(start, start + rowsPerStatement))
      .execute()
}

/** What other sources, and its own, said of a document is said of the one that stands for it. */
export async function handOverAddresses(
  tx: Transaction<Tables>,
  fromId: string,
  toId: string,
): Promise<void> {
  const rows = await tx
    .selectFrom('addresses')
    .selectAll()
    .where('document_id', '=', fromId)
    .where('role', '=', 'own')
    .execute()
  await tx.deleteFrom('addresses').where('document_id', '=', fromId).execute()
  for (const row of rows)
    await tx
      .insertInto('addresses')
      .values({ ...row, document_id: toId })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/**
 * Sources that list documents of others as theirs too are read anew at their next pull: what they gave way to is not
 * found any more.
 */
export async function forgetListings(tx: Transaction<Tables>, documentIds: readonly string[]): Promise<void> {
  for (const id of documentIds)
    await tx
      .updateTable('sources')
      .set({ etag: null, last_modified: null, body_hash: null })
      .where('id', 'in', (where) =>
        where
          .selectFrom('addresses as address')
          .innerJoin('documents as document', 'document.id', 'address.document_id')
          .select('address.source_id')
          .where('document.id', '=', id)
          .whereRef('address.source_id', '!=', 'document.source_id'),
      )
      .execute()
}

/** Forgets what the documents of a source, and the source itself, say. */
export async function removeAddresses(tx: Transaction<Tables>, sourceId: string): Promise<void> {
  const ofSource = tx.selectFrom('documents').select('id').where('source_id', '=', sourceId)
  const documents = await ofSource.execute()
  const ids = documents.map(({ id }) => id)
  await forgetListings(tx, ids)
  await tx
    .deleteFrom('addresses')
    .where((where) => where.or([where('source_id', '=', sourceId), where('document_id', 'in', ofSource)]))
    .execute()
}
