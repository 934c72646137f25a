import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Kysely } from 'kysely'
import { AppError, reasonOf } from '../../errors.js'
import type { Catalog } from '../catalog.js'
import { createKyselyCatalog } from '../kysely/kysely-catalog.js'
import type { Tables } from '../kysely/tables.js'
import { migrateCatalog } from '../migrations/migrate.js'
import { sqliteDialect } from './sqlite-dialect.js'

/**
 * Opens the catalog in a file, making and migrating it as needed. Any number of processes may have it open.
 * @param path the folder is made when it is missing
 * @throws CATALOG_CORRUPT when the file is not a catalog, CATALOG_NEWER
 */
export async function openSqliteCatalog(path: string): Promise<Catalog> {
  await mkdir(dirname(path), { recursive: true })
  const writes = new Kysely<Tables>({ dialect: sqliteDialect({ path, readonly: false }) })
  try {
    await migrateCatalog(writes as Kysely<unknown>, path)
  } catch (error) {
    await writes.destroy()
    if (error instanceof AppError) throw error
    throw new AppError(
      'CATALOG_CORRUPT',
      `The catalog ${path} cannot be opened: ${reasonOf(error)}. Restore a backup, or name another folder with CUEPOINT_DATA.`,
      { cause: error },
    )
  }
  const reads = new Kysely<Tables>({ dialect: sqliteDialect({ path, readonly: true }) })
  return createKyselyCatalog({ reads, writes })
}
