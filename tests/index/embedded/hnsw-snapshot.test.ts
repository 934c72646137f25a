import { mkdir, readFile, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { HnswGraph } from '../../../src/index/embedded/hnsw-graph.js'
import { loadSnapshot, saveSnapshot } from '../../../src/index/embedded/hnsw-snapshot.js'
import { makeVectors } from './random-vectors.js'
import { makeTemporaryFolder } from './temporary-folder.js'

const owner = { generation: 'generation-1', model: 'model', dimensions: 8 }
const pathsIn = (folder: string) => ({
  snapshot: join(folder, 'hnsw.bin'),
  sidecar: join(folder, 'hnsw.json'),
})
const query = Float32Array.of(1, 0, 0, 0, 0, 0, 0, 0)

function makeGraph(count: number): HnswGraph {
  const graph = HnswGraph.create(8)
  for (const [position, vector] of makeVectors(count, 8, 1).entries()) graph.add(position + 1, vector)
  return graph
}

async function saved(count = 300) {
  const folder = await makeTemporaryFolder()
  const paths = pathsIn(folder)
  const graph = makeGraph(count)
  await saveSnapshot(paths, graph, owner)
  return { folder, paths, graph }
}

test('a saved graph comes back with its labels and its answers, and nothing else is left lying about', async () => {
  const { folder, paths, graph } = await saved()
  const loaded = await loadSnapshot(paths, owner, 300)
  expect(loaded?.size).toBe(300)
  expect(loaded?.maxLabel).toBe(300)
  expect(loaded?.search(query, 20, 300, () => true)).toEqual(graph.search(query, 20, 300, () => true))
  expect((await readdir(folder)).sort()).toEqual(['hnsw.bin', 'hnsw.json'])
})

test('a loaded graph takes more vectors, and can be saved again', async () => {
  const { paths } = await saved()
  const loaded = await loadSnapshot(paths, owner, 300)
  loaded?.add(301, query)
  if (loaded) await saveSnapshot(paths, loaded, owner)
  expect((await loadSnapshot(paths, owner, 301))?.search(query, 1, 300, () => true)).toEqual([301])
})

describe('a snapshot is not believed', () => {
  test('without its sidecar', async () => {
    const { paths } = await saved()
    await rm(paths.sidecar)
    expect(await loadSnapshot(paths, owner, 300)).toBeNull()
  })

  test('without its graph', async () => {
    const { paths } = await saved()
    await rm(paths.snapshot)
    expect(await loadSnapshot(paths, owner, 300)).toBeNull()
  })

  test('with one byte changed, or the end cut off', async () => {
    const { paths } = await saved()
    const bytes = await readFile(paths.snapshot)
    const changed = Buffer.from(bytes)
    changed.writeUInt8(changed.readUInt8(5000) ^ 1, 5000)
    for (const damaged of [changed, bytes.subarray(0, -1), Buffer.alloc(0)]) {
      await writeFile(paths.snapshot, damaged)
      expect(await loadSnapshot(paths, owner, 300)).toBeNull()
    }
  })

  test('with the sidecar of another graph', async () => {
    const { paths } = await saved()
    const other = await saved(299)
    await writeFile(paths.sidecar, await readFile(other.paths.sidecar))
    expect(await loadSnapshot(paths, owner, 300)).toBeNull()
  })

  test.each(['', 'null', '{', '{"bytes":1}', '[]'])('with the sidecar %j', async (text) => {
    const { paths } = await saved()
    await writeFile(paths.sidecar, text)
    expect(await loadSnapshot(paths, owner, 300)).toBeNull()
  })

  test.each([
    { ...owner, generation: 'generation-2' },
    { ...owner, model: 'other' },
    { ...owner, dimensions: 16 },
  ])('by another library: %j', async (other) => {
    const { paths } = await saved()
    expect(await loadSnapshot(paths, other, 300)).toBeNull()
  })

  test('when it holds labels that the database has not given out', async () => {
    const { paths } = await saved()
    expect(await loadSnapshot(paths, owner, 299)).toBeNull()
  })
})

describe('saving fails by name, and leaves the old snapshot', () => {
  const failure = (paths: { snapshot: string }) => ({
    code: 'INDEX_SAVE_FAILED',
    message: expect.stringContaining(paths.snapshot) as string,
  })

  test('into a folder that is gone', async () => {
    const paths = pathsIn(join(await makeTemporaryFolder(), 'gone'))
    await expect(saveSnapshot(paths, makeGraph(10), owner)).rejects.toMatchObject(failure(paths))
  })

  test('onto a path that cannot be replaced', async () => {
    const paths = pathsIn(await makeTemporaryFolder())
    await mkdir(join(paths.snapshot, 'in-the-way'), { recursive: true })
    await expect(saveSnapshot(paths, makeGraph(10), owner)).rejects.toMatchObject(failure(paths))
    expect(existsSync(`${paths.snapshot}.tmp`)).toBe(false)
  })

  test('when the library reports success for a file that is cut short', async () => {
    const { paths } = await saved()
    const graph = makeGraph(400)
    const write = graph.write.bind(graph)
    vi.spyOn(graph, 'write').mockImplementation(async (path) => {
      await write(path)
      await truncate(path, 20_000)
    })
    await expect(saveSnapshot(paths, graph, owner)).rejects.toMatchObject(failure(paths))
    expect((await loadSnapshot(paths, owner, 400))?.size).toBe(300)
  })

  test.skipIf(!existsSync('/dev/full'))('onto a full disk (needs /dev/full)', async () => {
    const { paths } = await saved()
    await symlink('/dev/full', `${paths.snapshot}.tmp`)
    await expect(saveSnapshot(paths, makeGraph(400), owner)).rejects.toMatchObject(failure(paths))
    expect((await loadSnapshot(paths, owner, 300))?.size).toBe(300)
    await saveSnapshot(paths, makeGraph(400), owner)
    expect((await loadSnapshot(paths, owner, 400))?.size).toBe(400)
  })
})
