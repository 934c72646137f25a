import type { Kysely, Transaction } from 'kysely'
import { segmentationVersion } from '../../domain/ids.js'
import type { DocumentToFollow, FollowedStep, FoundMatch } from '../saved-search-store.js'
import { batchesOf } from './batches.js'
import type { Tables } from './tables.js'

/** Three to eight parameters each, far below SQLite's 32,766. */
const rowsPerStatement = 1000

export async function findDocumentsToFollow(
  db: Kysely<Tables>,
  documentIds: readonly string[],
): Promise<DocumentToFollow[]> {
  if (documentIds.length === 0) return []
  const ids = [...documentIds]
  const [documents, passages, seen] = await Promise.all([
    db.selectFrom('documents').select(['id', 'status']).where('id', 'in', ids).execute(),
    db
      .selectFrom('passages')
      .select(['id', 'document_id', 'ad'])
      .where('document_id', 'in', ids)
      .orderBy('document_id')
      .orderBy('ordinal')
      .execute(),
    db.selectFrom('saved_search_passages').selectAll().where('document_id', 'in', ids).execute(),
  ])
  const present = new Set(documents.filter(({ status }) => status === 'present').map(({ id }) => id))
  const passagesOf = groupByDocument(passages)
  const seenOf = groupByDocument(seen)
  return ids.map((documentId): DocumentToFollow => {
    const known = seenOf.get(documentId) ?? []
    const isRecut = known.some(({ segmentation }) => Number(segmentation) !== segmentationVersion)
    return {
      documentId,
      present: present.has(documentId),
      passages: (passagesOf.get(documentId) ?? []).map(({ id, ad }) => ({ id, ad: ad === 1 })),
      seen:
        known.length === 0 ? 'none' : isRecut ? 'recut' : new Set(known.map(({ passage_id }) => passage_id)),
    }
  })
}

function groupByDocument<Row extends { document_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.document_id)
    if (group) group.push(row)
    else groups.set(row.document_id, [row])
  }
  return groups
}

export async function applyFollowedStep(tx: Transaction<Tables>, step: FollowedStep): Promise<boolean> {
  const result = await tx
    .updateTable('saved_search_state')
    .set({ seq: step.toSeq })
    .where('seq', '=', step.fromSeq)
    .executeTakeFirst()
  if (result.numUpdatedRows === 0n) return false
  await rememberSeen(tx, step.documents)
  await setShown(tx, step.show, 1)
  await setShown(tx, step.hide, 0)
  await addMatches(tx, step)
  return true
}

async function rememberSeen(tx: Transaction<Tables>, documents: FollowedStep['documents']): Promise<void> {
  const ids = documents.map(({ documentId }) => documentId)
  if (ids.length > 0) await tx.deleteFrom('saved_search_passages').where('document_id', 'in', ids).execute()
  const rows = documents.flatMap(({ documentId, passages }) =>
    passages.map(({ id }) => ({
      document_id: documentId,
      passage_id: id,
      segmentation: segmentationVersion,
    })),
  )
  for (const batch of batchesOf(rows, rowsPerStatement))
    await tx.insertInto('saved_search_passages').values(batch).execute()
}

async function setShown(tx: Transaction<Tables>, numbers: readonly number[], shown: 0 | 1): Promise<void> {
  for (const batch of batchesOf(numbers, rowsPerStatement))
    await tx
      .updateTable('saved_matches')
      // What is gone is no news any more.
      .set(shown === 1 ? { shown } : { shown, pending: 0 })
      .where('number', 'in', batch)
      .execute()
}

async function addMatches(tx: Transaction<Tables>, { found, at, maxMatches }: FollowedStep): Promise<void> {
  const searches = await tx
    .selectFrom('saved_searches')
    .select(['id', 'asked_at', 'webhook_active'])
    .where('id', 'in', [...new Set(found.map(({ searchId }) => searchId))])
    .execute()
  for (const { id, asked_at, webhook_active } of searches) {
    const own = found.filter(({ searchId, askedAt }) => searchId === id && askedAt === asked_at)
    const toRow = ({ searchId, passageId, documentId }: FoundMatch) => ({
      search_id: searchId,
      passage_id: passageId,
      document_id: documentId,
      found_at: at,
      read: 0,
      shown: 1,
      pending: webhook_active,
    })
    const isNew = await goOnAs(tx, own)
    for (const batch of batchesOf(own.filter(isNew), rowsPerStatement))
      await tx
        .insertInto('saved_matches')
        .values(batch.map(toRow))
        .onConflict((conflict) => conflict.columns(['search_id', 'passage_id']).doNothing())
        .execute()
    await dropOldest(tx, id, maxMatches)
  }
}

/** Gives known matches the passages that took the place of theirs; the answer tells which of all are left to be added. */
async function goOnAs(
  tx: Transaction<Tables>,
  found: readonly FoundMatch[],
): Promise<(match: FoundMatch) => boolean> {
  const replaced = new Set<FoundMatch>()
  for (const match of found) {
    if (match.replaces === null) continue
    const taken = tx
      .selectFrom('saved_matches')
      .select('number')
      .where('search_id', '=', match.searchId)
      .where('passage_id', '=', match.passageId)
    const result = await tx
      .updateTable('saved_matches')
      .set({ passage_id: match.passageId, shown: 1 })
      .where('number', '=', match.replaces)
      .where(({ not, exists }) => not(exists(taken)))
      .executeTakeFirst()
    if (result.numUpdatedRows > 0n) replaced.add(match)
  }
  return (match) => !replaced.has(match)
}

async function dropOldest(tx: Transaction<Tables>, searchId: string, maxMatches: number): Promise<void> {
  const beyond = await tx
    .selectFrom('saved_matches')
    .select('number')
    .where('search_id', '=', searchId)
    .orderBy('number', 'desc')
    .offset(maxMatches)
    .limit(1)
    .executeTakeFirst()
  if (beyond)
    await tx
      .deleteFrom('saved_matches')
      .where('search_id', '=', searchId)
      .where('number', '<=', beyond.number)
      .execute()
}
