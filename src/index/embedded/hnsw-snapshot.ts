import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError, reasonOf } from '../../errors.js'
import { graphNeighbours, graphSpace, HnswGraph } from './hnsw-graph.js'

/** The graph on disk: a cache that saves building it again, believed only with the sidecar that was written for it. */

/** Which database a graph belongs to. */
export interface SnapshotOwner {
  /** Random, made with the database: labels mean something in it alone. */
  generation: string
  /** Name of the vector space. */
  model: string
  dimensions: number
}

interface Sidecar extends SnapshotOwner {
  space: string
  neighbours: number
  count: number
  maxLabel: number
  bytes: number
  sha256: string
}

export interface SnapshotPaths {
  snapshot: string
  sidecar: string
}

const describe = (graph: HnswGraph, { generation, model, dimensions }: SnapshotOwner) => ({
  generation,
  model,
  dimensions,
  space: graphSpace,
  neighbours: graphNeighbours,
  count: graph.size,
  maxLabel: graph.maxLabel,
})

/**
 * Writes a graph beside the old one, syncs it, reads it back and compares, and only then puts it in its place.
 * Nothing may be added to the graph meanwhile. Cost: about a second for 50,000 vectors, off this thread but for moments.
 * @throws INDEX_SAVE_FAILED; the old snapshot is then as it was
 */
export async function saveSnapshot(
  paths: SnapshotPaths,
  graph: HnswGraph,
  owner: SnapshotOwner,
): Promise<void> {
  const { snapshot, sidecar } = paths
  const temporary = { snapshot: `${snapshot}.tmp`, sidecar: `${sidecar}.tmp` }
  try {
    await graph.write(temporary.snapshot)
    await syncFile(temporary.snapshot)
    const { bytes, sha256 } = await digestFile(temporary.snapshot)
    await checkWritten(temporary.snapshot, graph, owner.dimensions)
    await writeSynced(temporary.sidecar, JSON.stringify({ ...describe(graph, owner), bytes, sha256 }))
    await rename(temporary.snapshot, snapshot)
    // A crash here leaves a sidecar that does not fit: the graph is built again.
    await rename(temporary.sidecar, sidecar)
    await syncFile(dirname(snapshot))
  } catch (error) {
    await Promise.allSettled(Object.values(temporary).map((path) => rm(path, { force: true })))
    throw new AppError(
      'INDEX_SAVE_FAILED',
      `The search graph could not be saved to ${snapshot} (${reasonOf(error)}): make room on the disk and see that the ` +
        'folder exists and is writable. Nothing is lost; until it is saved, the next start builds it again.',
      { cause: error },
    )
  }
}

/**
 * The saved graph of this owner, or null when there is none that can be believed: missing, damaged, of another library.
 * @param maxLabel the highest label the database has given out
 */
export async function loadSnapshot(
  paths: SnapshotPaths,
  owner: SnapshotOwner,
  maxLabel: number,
): Promise<HnswGraph | null> {
  try {
    const sidecar = JSON.parse(await readFile(paths.sidecar, 'utf8')) as Sidecar
    const { bytes, sha256 } = await digestFile(paths.snapshot)
    if (bytes !== sidecar.bytes || sha256 !== sidecar.sha256 || sidecar.dimensions !== owner.dimensions)
      return null
    const graph = await HnswGraph.load(paths.snapshot, owner.dimensions)
    const expected = JSON.stringify({ ...describe(graph, owner), bytes, sha256 })
    return JSON.stringify(sidecar) === expected && graph.maxLabel <= maxLabel ? graph : null
  } catch {
    // A cache that cannot be read is no failure: whatever the reason, the graph is built again from the vectors.
    return null
  }
}

/** hnswlib reports success for a full disk and a missing folder; it reads back only what is whole. */
async function checkWritten(path: string, graph: HnswGraph, dimensions: number): Promise<void> {
  const copy = await HnswGraph.load(path, dimensions)
  if (copy.size !== graph.size) throw new Error(`${copy.size} of ${graph.size} vectors were written`)
}

async function digestFile(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { bytes, sha256: hash.digest('hex') }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, 'w')
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}
