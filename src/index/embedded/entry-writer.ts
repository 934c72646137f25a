import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { analyzeText, primarySubtag } from '../analyze.js'
import type { DocumentChange, IndexEntry } from '../search-index.js'
import { writeMeta } from './index-schema.js'
import { foldSpeaker } from './filter-clause.js'
import { TimeSlice } from './time-slice.js'
import { bytesOfVector, normalizeVector } from './vector-arena.js'

/** What a transaction did, for what is kept outside the database. */
export interface EntryChanges {
  added: { label: number; vector: Float32Array }[]
  removed: number[]
}

interface KeptEntry {
  label: number
  passage_id: string
  content_hash: Buffer
}

/**
 * Replaces the entries of documents in one transaction, which spans several slices of time; readers on other
 * connections see nothing of it before it is committed. One call at a time.
 */
export class EntryWriter {
  readonly #database: Database.Database
  readonly #dimensions: number
  readonly #statements

  constructor(database: Database.Database, dimensions: number) {
    this.#database = database
    this.#dimensions = dimensions
    this.#statements = prepareStatements(database)
  }

  /** @throws {RangeError} for an entry of another document, or a vector of the wrong size: nothing is changed then */
  async apply(changes: readonly DocumentChange[], watermark: number): Promise<EntryChanges> {
    const done: EntryChanges = { added: [], removed: [] }
    const slice = new TimeSlice()
    this.#database.exec('BEGIN IMMEDIATE')
    try {
      for (const change of changes) await this.#replaceDocument(change, done, slice)
      writeMeta(this.#database, 'watermark', String(watermark))
      this.#database.exec('COMMIT')
    } catch (error) {
      // SQLite has rolled back by itself when the disk is full.
      if (this.#database.inTransaction) this.#database.exec('ROLLBACK')
      throw error
    }
    return done
  }

  /** Labels go on from where they were: nothing that was kept by label can be mistaken for something new. */
  clear(): void {
    const clear = this.#database.transaction(() => {
      for (const table of ['entries', 'speakers', 'entry_speakers', 'vectors'])
        this.#database.exec(`DELETE FROM ${table}`)
      this.#database.exec(`INSERT INTO search (search) VALUES ('delete-all')`)
      writeMeta(this.#database, 'watermark', '0')
    })
    clear.immediate()
  }

  async #replaceDocument({ documentId, entries }: DocumentChange, done: EntryChanges, slice: TimeSlice) {
    const kept = new Map<string, KeptEntry>()
    for (const row of this.#statements.findByDocument.all(documentId)) kept.set(row.passage_id, row)
    const inserts: { entry: IndexEntry; hash: Buffer }[] = []
    for (const entry of entries) {
      if (entry.documentId !== documentId)
        throw new RangeError(
          `passage ${entry.passageId} is of document ${entry.documentId}, not ${documentId}`,
        )
      const hash = hashEntry(entry)
      if (kept.get(entry.passageId)?.content_hash.equals(hash)) kept.delete(entry.passageId)
      else inserts.push({ entry, hash })
    }
    // Before inserting: a changed passage comes back under its id.
    for (const { label } of kept.values()) {
      this.#remove(label)
      done.removed.push(label)
      await slice.pauseWhenOver()
    }
    for (const { entry, hash } of inserts) {
      const vector = this.#prepareVector(entry)
      const label = this.#insert(entry, vector, hash)
      if (vector) done.added.push({ label, vector })
      await slice.pauseWhenOver()
    }
  }

  #prepareVector({ passageId, vector }: IndexEntry): Float32Array | null {
    if (!vector) return null
    if (vector.length !== this.#dimensions)
      throw new RangeError(
        `the vector of passage ${passageId} has ${vector.length} dimensions, not ${this.#dimensions}`,
      )
    return normalizeVector(vector)
  }

  #remove(label: number): void {
    const { deleteEntry, deleteVector, deleteSpeakers, deleteWords } = this.#statements
    for (const statement of [deleteEntry, deleteVector, deleteSpeakers, deleteWords]) statement.run(label)
  }

  #insert(entry: IndexEntry, vector: Float32Array | null, hash: Buffer): number {
    const { insertEntry, insertVector, insertWords, insertSpeaker, linkSpeaker } = this.#statements
    const { title, chapter, text, language, publishedAt } = entry
    const publishedMs = Date.parse(publishedAt ?? '')
    const { lastInsertRowid } = insertEntry.run({
      passageId: entry.passageId,
      documentId: entry.documentId,
      sourceId: entry.sourceId,
      kind: entry.kind,
      language: language === null ? null : primarySubtag(language),
      publishedMs: Number.isNaN(publishedMs) ? null : publishedMs,
      ad: Number(entry.ad),
      withdrawn: Number(entry.withdrawn),
      embedded: Number(vector !== null),
      hash,
    })
    const label = Number(lastInsertRowid)
    insertWords.run(label, ...[title, chapter, text].map((field) => analyzeText(field, language).join(' ')))
    if (vector) insertVector.run(label, bytesOfVector(vector))
    for (const words of new Set(entry.speakers.map(foldSpeaker))) {
      insertSpeaker.run(words)
      linkSpeaker.run(label, words)
    }
    return label
  }
}

function prepareStatements(database: Database.Database) {
  return {
    findByDocument: database.prepare<[string], KeptEntry>(
      'SELECT label, passage_id, content_hash FROM entries WHERE document_id = ?',
    ),
    insertEntry: database.prepare(
      `INSERT INTO entries
         (passage_id, document_id, source_id, kind, language, published_ms, ad, withdrawn, embedded, content_hash)
       VALUES
         (@passageId, @documentId, @sourceId, @kind, @language, @publishedMs, @ad, @withdrawn, @embedded, @hash)`,
    ),
    insertVector: database.prepare('INSERT INTO vectors VALUES (?, ?)'),
    insertWords: database.prepare('INSERT INTO search (rowid, title, chapter, text) VALUES (?, ?, ?, ?)'),
    insertSpeaker: database.prepare('INSERT INTO speakers (words) VALUES (?) ON CONFLICT DO NOTHING'),
    linkSpeaker: database.prepare(
      'INSERT INTO entry_speakers (label, speaker_id) SELECT ?, speaker_id FROM speakers WHERE words = ?',
    ),
    deleteEntry: database.prepare('DELETE FROM entries WHERE label = ?'),
    deleteVector: database.prepare('DELETE FROM vectors WHERE label = ?'),
    deleteSpeakers: database.prepare('DELETE FROM entry_speakers WHERE label = ?'),
    deleteWords: database.prepare('DELETE FROM search WHERE rowid = ?'),
  }
}

/** Of all that an entry holds: two with the same hash are found by the same queries. 16 bytes. */
function hashEntry(entry: IndexEntry): Buffer {
  const { passageId, sourceId, kind, language, publishedAt, speakers, ad, withdrawn, title, chapter, text } =
    entry
  const fields = [
    passageId,
    sourceId,
    kind,
    language,
    publishedAt,
    speakers,
    ad,
    withdrawn,
    title,
    chapter,
    text,
  ]
  const hash = createHash('sha256').update(JSON.stringify(fields))
  if (entry.vector) hash.update(bytesOfVector(entry.vector))
  return hash.digest().subarray(0, 16)
}
