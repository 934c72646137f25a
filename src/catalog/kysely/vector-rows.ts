import type { Kysely } from 'kysely'
import type { StoredVector, VectorSpace } from '../catalog.js'
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
