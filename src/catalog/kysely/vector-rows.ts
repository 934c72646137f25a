import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { StoredVector, VectorSpace } from '../catalog.js'
import { latestSeq } from './change-log.js'
import type { Handles } from './kysely-catalog.js'
import type { Tables } from './tables.js'

/** Rows a statement: three parameters each, far below SQLite's 32,766. */
const rowsPerStatement = 500

/** Adds those that are not there yet. */
export async function insertVectors(
  db: Kysely<Tables>,
  space: VectorSpace,
  vectors: readonly StoredVector[],
): Promise<void> {
  if (vectors.length === 0) return
  const spaceId = (await findSpace(db, space)) ?? (await addSpace(db, space))
  for (let start = 0; start < vectors.length; start += rowsPerStatement) {
    const rows = vectors
      .slice(start, start + rowsPerStatement)
      .map(({ hash, bytes }) => ({ space_id: spaceId, hash, bytes }))
    await db
      .insertInto('vectors')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

export async function findVectors(
  db: Kysely<Tables>,
  space: VectorSpace,
  hashes: readonly string[],
): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>()
  const spaceId = hashes.length > 0 ? await findSpace(db, space) : undefined
  if (spaceId === undefined) return found
  const distinct = [...new Set(hashes)]
  for (let start = 0; start < distinct.length; start += rowsPerStatement) {
    const rows = await db
      .selectFrom('vectors')
      .select(['hash', 'bytes'])
      .where('space_id', '=', spaceId)
      .where('hash', 'in', distinct.slice(start, start + rowsPerStatement))
      .execute()
    for (const row of rows) found.set(row.hash, row.bytes)
  }
  return found
}

/**
 * Looks for unused ones on the reading side, which keeps nobody from writing. What a document that was written meanwhile
 * uses is spared: the change sequence tells which ones those are.
 */
export async function collectVectors({ reads, writes }: Handles): Promise<number> {
  const seq = await latestSeq(reads)
  const candidates = await reads
    .selectFrom('vectors')
    .select('hash')
    .distinct()
    .where('hash', 'not in', usedHashes(sql`select * from passages`))
    .execute()
  let deleted = 0
  for (let start = 0; start < candidates.length; start += rowsPerStatement) {
    const hashes = candidates.slice(start, start + rowsPerStatement).map(({ hash }) => hash)
    const writtenSince = sql`
      select passages.* from changes join passages on passages.document_id = changes.document_id
      where changes.seq > ${seq}`
    const { numDeletedRows } = await writes
      .deleteFrom('vectors')
      .where('hash', 'in', hashes)
      .where('hash', 'not in', usedHashes(writtenSince))
      .executeTakeFirstOrThrow()
    deleted += Number(numDeletedRows)
  }
  return deleted
}

/** The keys of all vectors that a set of passages needs. */
const usedHashes = (passages: RawBuilder<unknown>) => sql<string>`(
  select input_hash from (${passages})
  union
  select json_extract(sentence.value, '$.hash') from (${passages}) passage, json_each(passage.sentences) sentence
)`

async function findSpace(db: Kysely<Tables>, { identity, role }: VectorSpace): Promise<number | undefined> {
  const row = await db
    .selectFrom('vector_spaces')
    .select('id')
    .where('identity', '=', identity)
    .where('role', '=', role)
    .executeTakeFirst()
  return row?.id
}

async function addSpace(db: Kysely<Tables>, { identity, role }: VectorSpace): Promise<number> {
  const row = await db
    .insertInto('vector_spaces')
    .values({ identity, role })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}
