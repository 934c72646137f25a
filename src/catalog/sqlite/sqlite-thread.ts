import { workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { AppError, reasonOf } from '../../errors.js'
import { serveThread } from '../../threads/thread-server.js'

/**
 * A thread with one connection to the catalog's database, so that neither a long statement nor waiting for another
 * process's lock holds up the event loop.
 */

export interface SqliteThreadData {
  path: string
  readonly: boolean
}

/** By column: an object a row would cross the thread's border with all its names, at thrice the cost. */
export interface Selected {
  names: readonly string[]
  /** Of each column, in the order of `names`, the value of each row. */
  values: readonly (readonly unknown[])[]
}

export type StatementResult = { selected: Selected } | { changes: number }

export interface SqliteThreadApi {
  execute(sql: string, parameters: readonly unknown[]): StatementResult
  /** Ends the transaction if there is one. */
  rollback(): void
}

/** Longer than any transaction of ours; another process may be in the middle of writing a long document. */
const busyTimeoutMs = 15_000
/** Statements kept compiled. Kysely writes the same text for the same query; lists of ids make some differ. */
const maxStatements = 200

const { path, readonly } = workerData as SqliteThreadData
const database = open()

function open(): Database.Database {
  try {
    const opened = new Database(path, { readonly, timeout: busyTimeoutMs })
    if (!readonly) opened.pragma('journal_mode = WAL')
    // With WAL a power cut can lose the newest commits under NORMAL, and what was acknowledged must stay.
    opened.pragma(`synchronous = ${readonly ? 'OFF' : 'FULL'}`)
    opened.pragma('foreign_keys = ON')
    opened.pragma('cache_size = -32000')
    return opened
  } catch (error) {
    // What ends a thread loses its message on the way out, unless it is one of Node's own errors.
    throw new Error(reasonOf(error), { cause: error })
  }
}

const statements = new Map<string, Database.Statement<unknown[], unknown[]>>()

function prepare(sql: string): Database.Statement<unknown[], unknown[]> {
  const known = statements.get(sql)
  if (known) return known
  const statement = database.prepare<unknown[], unknown[]>(sql)
  if (statement.reader) statement.raw()
  if (statements.size >= maxStatements) statements.delete(statements.keys().next().value ?? '')
  statements.set(sql, statement)
  return statement
}

function run(sql: string, parameters: readonly unknown[]): StatementResult {
  const statement = prepare(sql)
  if (!statement.reader) return { changes: statement.run(...parameters).changes }
  const rows = statement.all(...parameters)
  const names = statement.columns().map(({ name }) => name)
  return { selected: { names, values: names.map((_, column) => rows.map((row) => row[column])) } }
}

/** The failures of SQLite that a user can do something about; others are bugs. */
function toNamedError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code.startsWith('SQLITE_BUSY'))
    return new AppError(
      'CATALOG_BUSY',
      `Another process is writing the catalog ${path} for a long time: try again.`,
      {
        cause: error,
      },
    )
  if (code.startsWith('SQLITE_FULL'))
    return new AppError(
      'CATALOG_FULL',
      `The disk of the catalog ${path} is full: free some space and try again.`,
      {
        cause: error,
      },
    )
  return error
}

serveThread<SqliteThreadApi>({
  execute(sql, parameters) {
    try {
      return run(sql, parameters)
    } catch (error) {
      throw toNamedError(error)
    }
  },
  rollback() {
    if (database.inTransaction) database.exec('rollback')
  },
})
