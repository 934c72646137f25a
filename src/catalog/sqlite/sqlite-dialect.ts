import {
  CompiledQuery,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely'
import { compiledUrl } from '../../compiled.js'
import { ThreadClient } from '../../threads/thread-client.js'
import type { Selected, SqliteThreadApi, SqliteThreadData } from './sqlite-thread.js'

/**
 * Kysely over better-sqlite3 in a thread. Unlike Kysely's own SQLite dialect it begins transactions IMMEDIATE (a
 * transaction that reads first and then writes would otherwise fail at once, SQLITE_BUSY_SNAPSHOT, when another process
 * wrote in between), and runs migrations inside one.
 */
export function sqliteDialect(data: SqliteThreadData): Dialect {
  return {
    createDriver: () => new SqliteThreadDriver(data),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new TransactionalSqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  }
}

class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class SqliteThreadDriver implements Driver {
  readonly #data: SqliteThreadData
  #connection: SqliteThreadConnection | undefined
  /** Settles when the connection is free: statements of two transactions must not mix. */
  #free: Promise<void> = Promise.resolve()
  #release: () => void = () => undefined

  constructor(data: SqliteThreadData) {
    this.#data = data
  }

  init(): Promise<void> {
    this.#connection = new SqliteThreadConnection(this.#data)
    return Promise.resolve()
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    if (!this.#connection) throw new Error('the driver was not initialised')
    // A reading connection has no transactions to keep apart; the thread takes its statements in order anyway.
    if (this.#data.readonly) return this.#connection
    const free = this.#free
    let release = () => {}
    this.#free = new Promise((resolve) => (release = resolve))
    await free
    this.#release = release
    return this.#connection
  }

  releaseConnection(): Promise<void> {
    this.#release()
    return Promise.resolve()
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await (connection as SqliteThreadConnection).rollback()
  }

  async destroy(): Promise<void> {
    await this.#connection?.close()
  }
}

class SqliteThreadConnection implements DatabaseConnection {
  readonly #thread: ThreadClient<SqliteThreadApi>

  constructor(data: SqliteThreadData) {
    this.#thread = new ThreadClient(compiledUrl(import.meta.url, './sqlite-thread.js'), data)
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const result = await this.#thread.call('execute', sql, parameters)
    return 'selected' in result
      ? { rows: toRows(result.selected) as Row[] }
      : { rows: [], numAffectedRows: BigInt(result.changes) }
  }

  /** SQLite itself rolls back on some failures (a full disk); what made it do so must not be hidden by a second error. */
  rollback(): Promise<void> {
    return this.#thread.call('rollback')
  }

  /** The whole result at once: rows cross the thread's border in one message anyway. */
  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    yield await this.executeQuery<Row>(query)
  }

  close(): Promise<void> {
    return this.#thread.close()
  }
}

function toRows({ names, values }: Selected): Record<string, unknown>[] {
  const rows = Array.from(values[0] ?? [], (): Record<string, unknown> => ({}))
  for (const [column, name] of names.entries())
    for (const [row, value] of (values[column] ?? []).entries())
      (rows[row] as Record<string, unknown>)[name] = value
  return rows
}
