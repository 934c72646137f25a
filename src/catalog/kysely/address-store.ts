import { sql, type Kysely, type Transaction } from 'kysely'
import { addressesOf, type Address } from '../../domain/addresses.js'
import type { Document, DocumentKind } from '../../domain/document.js'
import type { AddressStore } from '../catalog.js'
import { summaryColumns, toSummary } from './document-row.js'
import type { Handles } from './kysely-catalog.js'
import type { Tables } from './tables.js'

/** More companions than a reader would look at. */
const maxCompanions = 20
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
        .selectFrom('documents')
        .select(['id', 'source_id', 'kind', 'title', 'published_at', 'cue_count'])
        .where('status', '=', 'present')
        .where('source_id', '!=', sourceId)
        .where(
          'id',
          'in',
          reads
            .selectFrom('addresses')
            .select('document_id')
            .where('role', '=', 'own')
            .where('key', 'in', [...keys]),
        )
        .orderBy('id')
        .execute()
      return rows.map((row) => ({
        id: row.id,
        sourceId: row.source_id,
        kind: row.kind as DocumentKind,
        title: row.title,
        publishedAt: row.published_at,
        hasTranscript: row.cue_count > 0,
      }))
    },

    addAddresses: (documentId, sourceId, own) =>
      writes.transaction().execute((tx) => replaceRows(tx, documentId, sourceId, own, [])),

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
    .where(
      ({ selectFrom }) =>
        sql<boolean>`${selectFrom('addresses as owner')
          .select((select) => select.fn.count<number>('owner.document_id').distinct().as('owners'))
          .whereRef('owner.key', '=', 'mine.key')
          .where('owner.role', '=', 'own')} <= ${maxOwners}`,
    )
}

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
  if (rows.length > 0) await tx.insertInto('addresses').values(rows).execute()
}

/**
 * Forgets what the documents of a source, and the source itself, say. Other sources that list one of its documents as
 * theirs too are read anew at their next pull, since the document is theirs alone from now on.
 */
export async function removeAddresses(tx: Transaction<Tables>, sourceId: string): Promise<void> {
  const ofSource = tx.selectFrom('documents').select('id').where('source_id', '=', sourceId)
  await tx
    .updateTable('sources')
    .set({ etag: null, last_modified: null, body_hash: null })
    .where('id', '!=', sourceId)
    .where('id', 'in', tx.selectFrom('addresses').select('source_id').where('document_id', 'in', ofSource))
    .execute()
  await tx
    .deleteFrom('addresses')
    .where((where) => where.or([where('source_id', '=', sourceId), where('document_id', 'in', ofSource)]))
    .execute()
}
