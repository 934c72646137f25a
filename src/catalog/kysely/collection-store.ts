import { sql, type Transaction } from 'kysely'
import type { Clip, Collection } from '../../domain/clip.js'
import type { ClipUse, CollectionState, CollectionStore, CollectionSummary } from '../collection-store.js'
import { batchesOf } from './batches.js'
import type { Handles } from './kysely-catalog.js'
import type { ClipsTable, CollectionsTable, Tables } from './tables.js'

/** States that can be gone back to; an editor who wants an older one has made a copy of it. */
const keptRevisions = 100
/** A removed collection can be brought back for this long. */
const keptRemovedMs = 30 * 86_400_000
/** Rows of one statement: SQLite takes some thousands of parameters. */
const clipsPerInsert = 100

export function collectionStore({ reads, writes }: Handles): CollectionStore {
  return {
    async listCollections() {
      const rows = await reads
        .selectFrom('collections as collection')
        .leftJoin('clips as clip', 'clip.collection_id', 'collection.id')
        .selectAll('collection')
        .select((select) => [
          select.fn.count<number>('clip.id').as('clip_count'),
          sql<number | null>`sum(clip.end_ms - clip.start_ms)`.as('total_ms'),
        ])
        .where('collection.removed_at', 'is', null)
        .groupBy('collection.id')
        .orderBy('collection.updated_at', 'desc')
        .orderBy('collection.id')
        .execute()
      return rows.map((row): CollectionSummary => ({
        ...toHead(row),
        clipCount: Number(row.clip_count),
        totalMs: Number(row.total_ms ?? 0),
      }))
    },

    async findCollection(id) {
      // One statement, so that the version is that of the clips.
      const rows = await reads
        .selectFrom('collections as collection')
        .leftJoin('clips as clip', 'clip.collection_id', 'collection.id')
        .selectAll('collection')
        .select([
          'clip.id as clip_id',
          'clip.document_id',
          'clip.start_ms',
          'clip.end_ms',
          'clip.passage_id',
          'clip.title as clip_title',
          'clip.details',
        ])
        .where('collection.id', '=', id)
        .where('collection.removed_at', 'is', null)
        .orderBy('clip.position')
        .execute()
      const [head] = rows
      return head ? { ...toHead(head), clips: rows.flatMap(toClips) } : null
    },

    addCollection: ({ clips, ...head }) =>
      writes.transaction().execute(async (tx) => {
        await tx
          .insertInto('collections')
          .values({
            id: head.id,
            title: head.title,
            note: head.note,
            version: head.version,
            created_at: head.createdAt,
            updated_at: head.updatedAt,
            removed_at: null,
          })
          .execute()
        await replaceClips(tx, head.id, clips)
        await keepRevision(tx, head.id, head.version, { title: head.title, note: head.note, clips })
      }),

    writeCollection: (id, state, { ifVersion, at }) =>
      writes.transaction().execute(async (tx) => {
        const { title, note, clips } = state
        const update = { title, note, updated_at: at, removed_at: null }
        if (!(await setNextVersion(tx, id, ifVersion, update))) return false
        await replaceClips(tx, id, clips)
        await keepRevision(tx, id, ifVersion + 1, state)
        return true
      }),

    removeCollection: (id, { ifVersion, at }) =>
      writes.transaction().execute(async (tx) => {
        if (!(await setNextVersion(tx, id, ifVersion, { removed_at: at }))) return false
        await tx.deleteFrom('clips').where('collection_id', '=', id).execute()
        const oldest = new Date(Date.parse(at) - keptRemovedMs).toISOString()
        await tx.deleteFrom('collections').where('removed_at', '<', oldest).execute()
        return true
      }),

    async findVersion(id) {
      const row = await reads
        .selectFrom('collections')
        .select('version')
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? Number(row.version) : null
    },

    async findRevision(id, version) {
      const row = await reads
        .selectFrom('collection_revisions')
        .select('state')
        .where('collection_id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst()
      return row ? (JSON.parse(row.state) as CollectionState) : null
    },

    async findClipUses(documentIds) {
      if (documentIds.length === 0) return []
      const rows = await reads
        .selectFrom('clips as clip')
        .innerJoin('collections as collection', 'collection.id', 'clip.collection_id')
        .select([
          'clip.id',
          'clip.title',
          'clip.document_id',
          'clip.start_ms',
          'clip.end_ms',
          'clip.passage_id',
          'clip.collection_id',
          'collection.title as collection_title',
        ])
        .where('clip.document_id', 'in', [...new Set(documentIds)])
        .orderBy('clip.collection_id')
        .orderBy('clip.position')
        .execute()
      return rows.map((row): ClipUse => ({
        clipId: row.id,
        clipTitle: row.title,
        documentId: row.document_id,
        ...toRange(row),
        passageId: row.passage_id,
        collectionId: row.collection_id,
        collectionTitle: row.collection_title,
      }))
    },
  }
}

/** False when the version is another one by now. */
async function setNextVersion(
  tx: Transaction<Tables>,
  id: string,
  ifVersion: number,
  update: Partial<CollectionsTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('collections')
    .set({ ...update, version: ifVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', ifVersion)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

async function replaceClips(tx: Transaction<Tables>, collectionId: string, clips: readonly Clip[]) {
  await tx.deleteFrom('clips').where('collection_id', '=', collectionId).execute()
  const rows = clips.map((clip, position) => toRow(collectionId, position, clip))
  for (const batch of batchesOf(rows, clipsPerInsert)) await tx.insertInto('clips').values(batch).execute()
}

async function keepRevision(tx: Transaction<Tables>, id: string, version: number, state: CollectionState) {
  const { title, note, clips } = state
  await tx
    .insertInto('collection_revisions')
    .values({ collection_id: id, version, state: JSON.stringify({ title, note, clips }) })
    .execute()
  await tx
    .deleteFrom('collection_revisions')
    .where('collection_id', '=', id)
    .where('version', '<=', version - keptRevisions)
    .execute()
}

const toHead = (row: CollectionsTable): Omit<Collection, 'clips'> => ({
  id: row.id,
  title: row.title,
  note: row.note,
  version: Number(row.version),
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

const toRange = ({ start_ms, end_ms }: Pick<ClipsTable, 'start_ms' | 'end_ms'>) => ({
  startMs: start_ms === null ? null : Number(start_ms),
  endMs: end_ms === null ? null : Number(end_ms),
})

type ClipDetails = Pick<Clip, 'anchor' | 'note' | 'tags' | 'text' | 'speaker' | 'origin'>

type ClipColumns = Pick<ClipsTable, 'document_id' | 'start_ms' | 'end_ms' | 'passage_id' | 'details'> & {
  clip_id: string
  clip_title: string
}

/** None for the row of a collection without clips. */
function toClips(row: { [Column in keyof ClipColumns]: ClipColumns[Column] | null }): Clip[] {
  if (row.clip_id === null || row.document_id === null) return []
  return [
    {
      id: row.clip_id,
      documentId: row.document_id,
      ...toRange(row),
      passageId: row.passage_id,
      title: row.clip_title ?? '',
      ...(JSON.parse(row.details ?? '{}') as ClipDetails),
    },
  ]
}

function toRow(collectionId: string, position: number, clip: Clip): ClipsTable {
  const { anchor, note, tags, text, speaker, origin } = clip
  return {
    collection_id: collectionId,
    position,
    id: clip.id,
    document_id: clip.documentId,
    start_ms: clip.startMs,
    end_ms: clip.endMs,
    passage_id: clip.passageId,
    title: clip.title,
    details: JSON.stringify({ anchor, note, tags, text, speaker, origin } satisfies ClipDetails),
  }
}
