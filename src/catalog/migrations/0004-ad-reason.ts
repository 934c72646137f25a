import type { Kysely, Migration } from 'kysely'

/** Why a passage was taken for an advertisement. */
export const adReason: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('passages').addColumn('ad_reason', 'text').execute()
  },
}
