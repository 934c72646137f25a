import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { primarySubtag } from '../analyze.js'
import { tokenize } from '../tokenize.js'
import { findAbbreviations } from '../find-abbreviations.js'
import type { DocumentChange, IndexEntry } from '../search-index.js'
import { writeMeta } from './index-schema.js'
import { foldSpeaker } from './filter-clause.js'
import type { IndexedText } from './inverted-index.js'
import type { IndexedPassage } from './passage-map.js'
import { TimeSlice } from './time-slice.js'
import { bytesOfVector, normalizeVector } from './vector-arena.js'

/** What a transaction did, for what is kept outside the database. */
export interface EntryChanges {
  added: { text: IndexedPassage; vector: Float32Array | null }[]
  removed: IndexedText[]
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
      for (const table of ['entries', 'speakers', 'entry_speakers', 'vectors', 'texts', 'sentences'])
        this.#database.exec(`DELETE FROM ${table}`)
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
      const text = this.#statements.findText.get(label)
      this.#remove(label)
      if (text) done.removed.push(text)
      await slice.pauseWhenOver()
    }
    for (const { entry, hash } of inserts) {
      const vector = this.#prepareVector(entry)
      done.added.push({ text: this.#insert(entry, vector, hash), vector })
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
    const { deleteEntry, deleteVector, deleteSpeakers, deleteText, deleteSentences } = this.#statements
    for (const statement of [deleteEntry, deleteVector, deleteSpeakers, deleteText, deleteSentences])
      statement.run(label)
  }

  #insert(entry: IndexEntry, vector: Float32Array | null, hash: Buffer): IndexedPassage {
    const { insertEntry, insertVector, insertText, insertSentences, insertSpeaker, linkSpeaker } =
      this.#statements
    const publishedMs = Date.parse(entry.publishedAt ?? '')
    const language = entry.language === null ? null : primarySubtag(entry.language)
    const { lastInsertRowid } = insertEntry.run({
      passageId: entry.passageId,
      documentId: entry.documentId,
      ordinal: entry.ordinal,
      sourceId: entry.sourceId,
      kind: entry.kind,
      language,
      publishedMs: Number.isNaN(publishedMs) ? null : publishedMs,
      ad: Number(entry.ad),
      withdrawn: Number(entry.withdrawn),
      embedded: Number(vector !== null),
      hash,
    })
    const label = Number(lastInsertRowid)
    const { passageId, documentId, ordinal } = entry
    const text = {
      label,
      passageId,
      documentId,
      ordinal,
      language,
      ...foldTexts(entry),
      abbreviations: writeAbbreviations(entry.text),
    }
    insertText.run(text)
    if (vector) insertVector.run(label, bytesOfVector(vector))
    if (entry.sentenceVectors) insertSentences.run(label, joinVectors(entry.sentenceVectors))
    for (const words of new Set(entry.speakers.map(foldSpeaker))) {
      insertSpeaker.run(words)
      linkSpeaker.run(label, words)
    }
    return text
  }
}

function writeAbbreviations(text: string): string {
  const pairs = findAbbreviations(text).map(({ short, long }) => [short, long])
  return pairs.length === 0 ? '' : JSON.stringify(pairs)
}

/** Words parted by one space, sentences by a line end. A title is read as one sentence, and so is a text without any. */
function foldTexts({
  title,
  chapter,
  text,
  sentences,
}: IndexEntry): Pick<IndexedText, 'title' | 'chapter' | 'text'> {
  const ranges = sentences.length > 0 ? sentences : [{ from: 0, to: text.length }]
  return {
    title: foldSentence(title),
    chapter: foldSentence(chapter),
    text: ranges.map(({ from, to }) => foldSentence(text.slice(from, to))).join('\n'),
  }
}

const foldSentence = (text: string): string =>
  tokenize(text)
    .map(({ token }) => token)
    .join(' ')

const joinVectors = (vectors: readonly Int8Array[]): Uint8Array =>
  Buffer.concat(
    vectors.map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength)),
  )

function prepareStatements(database: Database.Database) {
  return {
    findByDocument: database.prepare<[string], KeptEntry>(
      'SELECT label, passage_id, content_hash FROM entries WHERE document_id = ?',
    ),
    insertEntry: database.prepare(
      `INSERT INTO entries
         (passage_id, document_id, ordinal, source_id, kind, language, published_ms, ad, withdrawn, embedded, content_hash)
       VALUES
         (@passageId, @documentId, @ordinal, @sourceId, @kind, @language, @publishedMs, @ad, @withdrawn, @embedded, @hash)`,
    ),
    insertVector: database.prepare('INSERT INTO vectors VALUES (?, ?)'),
    insertText: database.prepare(
      `INSERT INTO texts (label, title, chapter, text, abbreviations)
       VALUES (@label, @title, @chapter, @text, @abbreviations)`,
    ),
    insertSentences: database.prepare('INSERT INTO sentences VALUES (?, ?)'),
    findText: database.prepare<[number], IndexedText>(
      `SELECT label, e.document_id AS documentId, e.ordinal, e.language, t.title, t.chapter, t.text, t.abbreviations FROM texts t JOIN entries e USING (label) WHERE label = ?`,
    ),
    insertSpeaker: database.prepare('INSERT INTO speakers (words) VALUES (?) ON CONFLICT DO NOTHING'),
    linkSpeaker: database.prepare(
      'INSERT INTO entry_speakers (label, speaker_id) SELECT ?, speaker_id FROM speakers WHERE words = ?',
    ),
    deleteEntry: database.prepare('DELETE FROM entries WHERE label = ?'),
    deleteVector: database.prepare('DELETE FROM vectors WHERE label = ?'),
    deleteSpeakers: database.prepare('DELETE FROM entry_speakers WHERE label = ?'),
    deleteText: database.prepare('DELETE FROM texts WHERE label = ?'),
    deleteSentences: database.prepare('DELETE FROM sentences WHERE label = ?'),
  }
}

/** Of all that an entry holds: two with the same hash are found by the same queries. 16 bytes. */
function hashEntry({ vector, sentenceVectors, ...fields }: IndexEntry): Buffer {
  const hash = createHash('sha256').update(
    JSON.stringify(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))),
  )
  if (vector) hash.update(bytesOfVector(vector))
  for (const each of sentenceVectors ?? []) hash.update(each)
  return hash.digest().subarray(0, 16)
}
