import { join } from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '../../errors.js'
import { isSqliteError } from './sqlite-failure.js'

/**
 * Makes this process the one that may write the index of a folder, until the returned function is called or the process
 * ends: the operating system drops the lock with the process, however it dies, so that none can be stale. Nothing else
 * may open lock.db: closing any descriptor of it drops the lock (POSIX).
 * @throws INDEX_LOCKED
 */
export function acquireIndexLock(folder: string): () => void {
  const database = new Database(join(folder, 'lock.db'), { timeout: 0 })
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (!isSqliteError(error) || !error.code.startsWith('SQLITE_BUSY')) throw error
    throw new AppError(
      'INDEX_LOCKED',
      `The index ${folder} is being written by another process: let it do the work (a running server follows the ` +
        'library by itself), or stop it first.',
      { cause: error },
    )
  }
  return () => database.close()
}
