import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { AppError } from '../../errors.js'
import type { IndexIdentity } from '../search-index.js'
import { withIndexErrors } from './sqlite-failure.js'

/** The tables of index.db, and opening it. */

/** Bumped when the tables change: an index of another version is refused and made again, never migrated. */
const schemaVersion = 3

/**
 * A label names one version of one passage. It is the rowid everywhere, and SQLite's AUTOINCREMENT never gives one out
 * twice, so what is kept outside the database by label (graph, caches) can be late but never wrong.
 *
 * texts hold folded words parted by spaces, the sentences of `text` by line ends: what the inverted index in memory is
 * made from, and what phrases are looked up in; beside them the abbreviations that the passage explains, as JSON. sentences: the int8 vectors of a passage one after the other.
 */
const schema = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE entries (
    label INTEGER PRIMARY KEY AUTOINCREMENT,
    passage_id TEXT NOT NULL UNIQUE,
    document_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    source_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    language TEXT,
    published_ms INTEGER,
    ad INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL,
    embedded INTEGER NOT NULL,
    content_hash BLOB NOT NULL
  );
  CREATE INDEX entries_document ON entries (document_id, ordinal);
  CREATE INDEX entries_source ON entries (source_id);
  CREATE INDEX entries_published ON entries (published_ms);
  CREATE INDEX entries_found_by_default ON entries (ad, withdrawn);
  CREATE INDEX entries_language ON entries (language);
  CREATE TABLE speakers (speaker_id INTEGER PRIMARY KEY, words TEXT NOT NULL UNIQUE);
  CREATE TABLE entry_speakers (
    speaker_id INTEGER NOT NULL, label INTEGER NOT NULL, PRIMARY KEY (speaker_id, label)
  ) WITHOUT ROWID;
  CREATE INDEX entry_speakers_label ON entry_speakers (label);
  CREATE TABLE vectors (label INTEGER PRIMARY KEY, vector BLOB NOT NULL);
  CREATE TABLE texts (
    label INTEGER PRIMARY KEY, title TEXT NOT NULL, chapter TEXT NOT NULL, text TEXT NOT NULL,
    abbreviations TEXT NOT NULL
  );
  CREATE TABLE sentences (label INTEGER PRIMARY KEY, vectors BLOB NOT NULL);
`

/** Readers never wait for the writer (WAL); this covers the moment in which one of them recovers the log after a crash. */
const busyTimeoutMs = 5_000

/**
 * Opens index.db for the one process that writes it, making it when there is none. A power cut may cost the newest
 * transactions (synchronous NORMAL), never their order: the watermark goes back with them and they are applied again.
 * @throws INDEX_MISMATCH, INDEX_UNAVAILABLE, INDEX_SAVE_FAILED
 */
export function openForWriting(path: string, identity: IndexIdentity): Database.Database {
  return openDatabase(path, identity, false)
}

/** @throws INDEX_MISMATCH, INDEX_UNAVAILABLE when there is no index yet or it is damaged */
export function openForReading(path: string, identity: IndexIdentity): Database.Database {
  if (!existsSync(path))
    throw new AppError(
      'INDEX_UNAVAILABLE',
      `There is no index at ${path} yet: \`cuepoint reindex\` makes it, and so does a running server.`,
    )
  return openDatabase(path, identity, true)
}

function openDatabase(path: string, identity: IndexIdentity, readonly: boolean): Database.Database {
  const database = withIndexErrors(path, () => new Database(path, { readonly, timeout: busyTimeoutMs }))
  try {
    withIndexErrors(path, () => {
      if (!readonly) {
        database.pragma('journal_mode = WAL')
        database.pragma('synchronous = NORMAL')
        if (!hasTables(database)) createTables(database, identity)
      }
      database.pragma('cache_size = -16000')
      checkIdentity(database, identity, path)
    })
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

const hasTables = (database: Database.Database): boolean =>
  database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'meta'`).get() !== undefined

function createTables(database: Database.Database, identity: IndexIdentity): void {
  const create = database.transaction(() => {
    database.exec(schema)
    writeMeta(database, 'schemaVersion', String(schemaVersion))
    writeMeta(database, 'identity', describeIdentity(identity))
    writeMeta(database, 'generation', randomUUID())
    writeMeta(database, 'watermark', '0')
  })
  create.immediate()
}

function checkIdentity(database: Database.Database, identity: IndexIdentity, path: string): void {
  const found = hasTables(database)
    ? `${readMeta(database, 'identity')}, tables ${readMeta(database, 'schemaVersion')}`
    : 'no tables'
  const wanted = `${describeIdentity(identity)}, tables ${schemaVersion}`
  if (found === wanted) return
  throw new AppError(
    'INDEX_MISMATCH',
    `The index ${path} was made with ${found}, but this library needs ${wanted}: run \`cuepoint reindex\`.`,
  )
}

/** Fields in one order, so that equal identities are equal text. */
function describeIdentity({
  model,
  dimensions,
  segmentationVersion,
  analyzerVersion,
  sentenceScale,
}: IndexIdentity): string {
  return JSON.stringify({ model, dimensions, segmentationVersion, analyzerVersion, sentenceScale })
}

type MetaKey = 'schemaVersion' | 'identity' | 'generation' | 'watermark'

export function readMeta(database: Database.Database, key: MetaKey): string {
  const value = database.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck().get(key)
  return value ?? ''
}

export function writeMeta(database: Database.Database, key: MetaKey, value: string): void {
  database
    .prepare('INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
    .run(key, value)
}
