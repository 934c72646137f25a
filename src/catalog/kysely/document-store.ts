import type { Transaction } from 'kysely'
import type { Cue } from '../../domain/cue.js'
import type { DocumentStatus } from '../../domain/document.js'
import type { DocumentStore, DocumentWrite } from '../catalog.js'
import { AppError } from '../../errors.js'
import { forgetListings, handOverAddresses, replaceAddresses } from './address-store.js'
import { bumpChanges } from './change-log.js'
import { listDocuments } from './document-list.js'
import { documentColumns, summaryColumns, toDocument, toDocumentRow, toSummary } from './document-row.js'
import type { Handles } from './kysely-catalog.js'
import { replacePassages } from './passage-store.js'
import type { Tables } from './tables.js'
import { insertVectors } from './vector-rows.js'

export function documentStore({ reads, writes }: Handles): DocumentStore {
  return {
    writeDocument: (write) =>
      writes.transaction().execute(async (tx) => {
        const { document, contentHash } = write
        const known = await tx
          .selectFrom('documents')
          .select('content_hash')
          .where('id', '=', document.id)
          .executeTakeFirst()
        if (known?.content_hash === contentHash) return { changed: false }
        await requireSource(tx, document.sourceId)
        await replaceDocument(tx, write)
        return { changed: true }
      }),

    async readKnownDocuments(sourceId) {
      const rows = await reads
        .selectFrom('documents')
        .select(['guid', 'id', 'content_hash', 'published_at', 'status'])
        .where('source_id', '=', sourceId)
        .execute()
      return new Map(
        rows.map((row) => [
          row.guid,
          {
            id: row.id,
            contentHash: row.content_hash,
            publishedAt: row.published_at,
            status: row.status as DocumentStatus,
          },
        ]),
      )
    },

    async findDocument(id) {
      const row = await reads
        .selectFrom('documents')
        .select(documentColumns)
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? toDocument(row) : null
    },

    async findSummaries(ids) {
      if (ids.length === 0) return []
      const rows = await reads
        .selectFrom('documents as document')
        .innerJoin('sources as source', 'source.id', 'document.source_id')
        .select(summaryColumns)
        .where('document.id', 'in', [...ids])
        .execute()
      const byId = new Map(rows.map((row) => [row.id, toSummary(row)]))
      return ids.map((id) => byId.get(id)).filter((summary) => summary !== undefined)
    },

    async listSiblings({ sourceId, kind }) {
      const rows = await reads
        .selectFrom('documents')
        .select(['id', 'title', 'published_at'])
        .where('source_id', '=', sourceId)
        .where('kind', '=', kind)
        .where('status', '=', 'present')
        .execute()
      return rows.map((row) => ({ id: row.id, title: row.title, publishedAt: row.published_at }))
    },

    listDocuments: async (filter, page) => listDocuments(reads, filter, page),

    setDocumentStatus: (id, status) =>
      writes.transaction().execute(async (tx) => {
        const result = await tx
          .updateTable('documents')
          .set({ status })
          .where('id', '=', id)
          .where('status', '!=', status)
          .executeTakeFirst()
        if (result.numUpdatedRows > 0n) await bumpChanges(tx, id)
        if (result.numUpdatedRows > 0n && status === 'withdrawn') await forgetListings(tx, [id])
      }),

    async readCues(documentId) {
      const row = await reads
        .selectFrom('documents')
        .select('cues')
        .where('id', '=', documentId)
        .executeTakeFirst()
      return row ? (JSON.parse(row.cues) as Cue[]) : []
    },
  }
}

/** @throws SOURCE_NOT_FOUND: it was removed while it was being pulled */
async function requireSource(tx: Transaction<Tables>, id: string): Promise<void> {
  const source = await tx.selectFrom('sources').select('id').where('id', '=', id).executeTakeFirst()
  if (!source)
    throw new AppError('SOURCE_NOT_FOUND', `The source ${id} was removed while it was being pulled.`)
}

export async function replaceDocument(tx: Transaction<Tables>, write: DocumentWrite): Promise<void> {
  const { id: _, ...row } = toDocumentRow(write)
  await tx
    .insertInto('documents')
    .values({ id: write.document.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
  for (const { space, vectors } of write.vectors) await insertVectors(tx, space, vectors)
  await replacePassages(tx, write.document.id, write.passages)
  await replaceAddresses(tx, write.document)
  for (const id of write.replaces ?? []) await replaceTwin(tx, id, write.document.id)
  await bumpChanges(tx, write.document.id)
}

/** Leaves a tombstone in the change sequence; corrections stay. */
async function replaceTwin(tx: Transaction<Tables>, id: string, byId: string): Promise<void> {
  await handOverAddresses(tx, id, byId)
  await tx.deleteFrom('passages').where('document_id', '=', id).execute()
  const result = await tx.deleteFrom('documents').where('id', '=', id).executeTakeFirst()
  if (result.numDeletedRows > 0n) await bumpChanges(tx, id)
}
