import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { acquireIndexLock } from './index-lock.js'

/** What lies in an index's folder. All of it can be thrown away: the catalog holds what it is made from. */
export const indexFiles = (folder: string) => ({
  /** The durable part: entries, words, vectors, watermark. */
  database: join(folder, 'index.db'),
  /** Held by the writing process for as long as it lives; empty. */
  lock: join(folder, 'lock.db'),
  /** A cache: what of it is missing, stale or damaged is made again from the database. */
  snapshot: join(folder, 'hnsw.bin'),
  sidecar: join(folder, 'hnsw.json'),
})

/** @throws INDEX_LOCKED while a process writes the index of this folder */
export async function checkIndexLock(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  acquireIndexLock(folder)()
}

/**
 * Deletes an index, whatever state it is in; the next open makes an empty one.
 * @throws INDEX_LOCKED while a process writes it
 */
export async function resetEmbeddedIndex(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const release = acquireIndexLock(folder)
  try {
    const { database, snapshot, sidecar } = indexFiles(folder)
    // The sidecar first: without it nothing trusts the snapshot. The log before its database: a log alone is harmless.
    for (const path of [sidecar, snapshot, `${database}-wal`, `${database}-shm`, database])
      await rm(path, { force: true, recursive: true })
  } finally {
    release()
  }
}
