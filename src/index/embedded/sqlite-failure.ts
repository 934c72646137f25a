import Database from 'better-sqlite3'
import { AppError } from '../../errors.js'

export const isSqliteError = (error: unknown): error is InstanceType<typeof Database.SqliteError> =>
  error instanceof Database.SqliteError

const isDamage = (code: string): boolean => /^SQLITE_(CORRUPT|NOTADB|FORMAT)/.test(code)
const isStorage = (code: string): boolean => /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN)/.test(code)

/**
 * What SQLite threw, with a name: a damaged file, a disk that takes no more, or a database that does not answer.
 * Anything else is a bug and comes back as it is.
 */
export function toIndexError(error: unknown, path: string): unknown {
  if (!isSqliteError(error)) return error
  const { code, message } = error
  if (isDamage(code))
    return new AppError(
      'INDEX_UNAVAILABLE',
      `The index file ${path} is damaged (${code}: ${message}): run \`cuepoint reindex\`, which makes it again from the catalog.`,
      { cause: error },
    )
  if (isStorage(code))
    return new AppError(
      'INDEX_SAVE_FAILED',
      `The index file ${path} cannot be written (${code}: ${message}): make room on the disk and see that its folder exists and is writable; nothing is lost, the index goes on from where it was.`,
      { cause: error },
    )
  return new AppError('INDEX_UNAVAILABLE', `The index file ${path} did not answer (${code}: ${message}).`, {
    cause: error,
  })
}

/** Runs work on the index's database. @throws as `toIndexError` */
export function withIndexErrors<Result>(path: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw toIndexError(error, path)
  }
}
