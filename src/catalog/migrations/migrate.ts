import { Migrator, type Kysely } from 'kysely'
import { AppError, reasonOf } from '../../errors.js'
import { initial } from './0001-initial.js'
import { pulling } from './0002-pulling.js'
import { addresses } from './0003-addresses.js'
import { adReason } from './0004-ad-reason.js'
import { pastQueries } from './0005-past-queries.js'
import { concepts } from './0006-concepts.js'
import { jobReport } from './0007-job-report.js'
import { collections } from './0008-collections.js'
import { savedSearches } from './0009-saved-searches.js'
import { coverage } from './0010-coverage.js'
import { repeats } from './0011-repeats.js'
import { conceptParts } from './0012-concept-parts.js'
import { conceptRows } from './0013-concept-rows.js'

/** In order of their names; one that was released is never changed. */
const migrations = {
  '0001-initial': initial,
  '0002-pulling': pulling,
  '0003-addresses': addresses,
  '0004-ad-reason': adReason,
  '0005-past-queries': pastQueries,
  '0006-concepts': concepts,
  '0007-job-report': jobReport,
  '0008-collections': collections,
  '0009-saved-searches': savedSearches,
  '0010-coverage': coverage,
  '0011-repeats': repeats,
  '0012-concept-parts': conceptParts,
  '0013-concept-rows': conceptRows,
}

/**
 * Brings the schema up to date, in one transaction; does nothing when it is. Safe to race: the first writer migrates,
 * the others find it done.
 * @throws CATALOG_NEWER when a newer Cuepoint made the catalog, CATALOG_CORRUPT when a migration fails
 */
export async function migrateCatalog(db: Kysely<unknown>, location: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })
  const { error } = await migrator.migrateToLatest()
  if (error === undefined) return
  if (error instanceof AppError) throw error
  if (/previously executed migration .* is missing/.test(reasonOf(error)))
    throw new AppError(
      'CATALOG_NEWER',
      `The catalog ${location} was made by a newer Cuepoint (${reasonOf(error)}): update Cuepoint, or name another folder with CUEPOINT_DATA.`,
      { cause: error },
    )
  throw new AppError(
    'CATALOG_CORRUPT',
    `The catalog ${location} could not be brought up to date: ${reasonOf(error)}. Restore a backup, or name another folder with CUEPOINT_DATA.`,
    { cause: error },
  )
}
