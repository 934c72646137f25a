import { stat } from 'node:fs/promises'
import type Database from 'better-sqlite3'
import { primarySubtag } from '../analyze.js'
import type { IndexStats } from '../search-index.js'
import type { IndexedPassage } from './passage-map.js'

/** Statements over the reading connection of an index. */

/** Rows read at a time while loading: half a slice of time. */
const rowsPerRead = 128

export interface LoadedEntry extends IndexedPassage {
  vector: Buffer | null
}

/** In order of label, from the one after `after`; empty at the end. */
export function readEntries(database: Database.Database, after: number): LoadedEntry[] {
  return database
    .prepare<[number, number], LoadedEntry>(
      `SELECT t.label, e.passage_id AS passageId, e.document_id AS documentId, e.ordinal, e.language, t.title, t.chapter, t.text, t.abbreviations, v.vector
       FROM texts t JOIN entries e ON e.label = t.label LEFT JOIN vectors v ON v.label = t.label
       WHERE t.label > ? ORDER BY t.label LIMIT ?`,
    )
    .all(after, rowsPerRead)
}

export function readStats(database: Database.Database): Omit<IndexStats, 'sizeBytes'> {
  const rows = database
    .prepare<[], { language: string; passages: number; vectors: number }>(
      `SELECT coalesce(language, '${primarySubtag(null)}') AS language, count(*) AS passages, sum(embedded) AS vectors
       FROM entries GROUP BY 1 ORDER BY passages DESC, language`,
    )
    .all()
  return {
    passages: rows.reduce((sum, row) => sum + row.passages, 0),
    vectors: rows.reduce((sum, row) => sum + row.vectors, 0),
    languages: rows.map((row) => row.language),
  }
}

/** Bytes; 0 for a file that is not there. */
export async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0
    throw error
  }
}
