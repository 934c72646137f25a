import type { Kysely, Migration } from 'kysely'

/** What a pull did to the library. */
export const jobReport: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('jobs').addColumn('report', 'text').execute()
  },
}
