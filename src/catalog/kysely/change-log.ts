import type { Kysely, Transaction } from 'kysely'
import type { ChangeLog } from '../catalog.js'
import type { Handles } from './kysely-catalog.js'
import type { Tables } from './tables.js'

/**
 * Gives the document the next number of the change sequence, within the transaction that changes it: the counter's row
 * is locked until the commit, so numbers become visible in order.
 */
export async function bumpChanges(tx: Transaction<Tables>, documentId: string): Promise<void> {
  const { seq } = await tx
    .updateTable('change_counter')
    .set((set) => ({ seq: set('seq', '+', 1) }))
    .where('id', '=', 1)
    .returning('seq')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('changes')
    .values({ document_id: documentId, seq })
    .onConflict((conflict) => conflict.column('document_id').doUpdateSet({ seq }))
    .execute()
}

export async function latestSeq(db: Kysely<Tables>): Promise<number> {
  const row = await db.selectFrom('change_counter').select('seq').executeTakeFirstOrThrow()
  return Number(row.seq)
}

export function changeLog({ reads }: Handles): ChangeLog {
  return {
    latestSeq: () => latestSeq(reads),

    async changesSince(seq, limit) {
      const rows = await reads
        .selectFrom('changes')
        .selectAll()
        .where('seq', '>', seq)
        .orderBy('seq')
        .limit(limit)
        .execute()
      return rows.map((row) => ({ seq: Number(row.seq), documentId: row.document_id }))
    },
  }
}
