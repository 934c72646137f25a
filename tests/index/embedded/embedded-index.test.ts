import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { compiledUrl } from '../../../src/compiled.js'
import { analyzeQuery } from '../../../src/index/analyze.js'
import { tokenize } from '../../../src/index/tokenize.js'
import { indexFiles, resetEmbeddedIndex } from '../../../src/index/embedded/index-files.js'
import { openEmbeddedIndex, type OpenOptions } from '../../../src/index/embedded/open-embedded-index.js'
import type { IndexEntry, SearchIndex } from '../../../src/index/search-index.js'
import { anEntry, anIdentity, changesOf, vector } from '../entry-builder.js'
import { makeVectors } from './random-vectors.js'
import { makeTemporaryFolder } from './temporary-folder.js'

const words = analyzeQuery('word', ['en'])
const query = vector(1, 2, 3, 4)
const ids = (ranking: readonly { passageId: string }[]) => ranking.map(({ passageId }) => passageId)

/** Passages `from` to `to`, ten a document, each with a vector and the word "word". */
function someEntries(from: number, to: number): IndexEntry[] {
  const vectors = makeVectors(to, 4, 1)
  return Array.from({ length: to - from }, (_, offset) => {
    const position = from + offset
    return anEntry({
      passageId: `p${String(position).padStart(4, '0')}`,
      documentId: `document-${Math.floor(position / 10)}`,
      text: `word ${position}`,
      vector: vectors[position] ?? null,
    })
  })
}

async function open(folder: string, options: OpenOptions = { role: 'writer' }): Promise<SearchIndex> {
  const index = await openEmbeddedIndex(folder, anIdentity, { exactScanMaxVectors: 50, ...options })
  onTestFinished(() => index.close())
  return index
}

const answersOf = async (index: SearchIndex) => ({
  watermark: await index.watermark(),
  lexical: await index.searchLexical(words, {}, 20),
  dense: await index.searchDense(query, {}, 20),
  filtered: await index.searchDense(query, { documentIds: ['document-1'] }, 20),
})

/** Another process that opens an index, runs `work` on it, prints a line, and waits to be killed. */
async function startProcess(folder: string, work: string) {
  const module = compiledUrl(
    new URL('../../../src/index/embedded/x.ts', import.meta.url).href,
    './open-embedded-index.js',
  )
  const code = `
    const [folder, identity, entries] = JSON.parse(process.env.INDEX_TEST)
    const { openEmbeddedIndex } = await import(${JSON.stringify(module.href)})
    const index = await openEmbeddedIndex(folder, identity, { role: 'writer', exactScanMaxVectors: 50 })
    const changes = entries.map(({ documentId, entries }) => ({
      documentId, entries: entries.map((entry) => ({ ...entry, vector: Float32Array.from(entry.vector) })) }))
    ${work}
    setInterval(() => {}, 1000)`
  const entries = changesOf(someEntries(0, 300)).map((change) => ({
    ...change,
    entries: change.entries.map((entry) => ({ ...entry, vector: [...(entry.vector ?? [])] })),
  }))
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    env: { ...process.env, INDEX_TEST: JSON.stringify([folder, anIdentity, entries]) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const dies = once(child, 'exit').then(() =>
    Promise.reject(new Error('the process died before it was killed')),
  )
  await Promise.race([once(child.stdout, 'data'), dies])
  dies.catch(() => undefined)
  return async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
}

describe('durability', () => {
  test('what was acknowledged is there after kill -9, and the lock is free', async () => {
    const folder = await makeTemporaryFolder()
    const kill = await startProcess(folder, `await index.apply(changes, 30); console.log('applied')`)
    await expect(open(folder)).rejects.toMatchObject({
      code: 'INDEX_LOCKED',
      message: expect.stringContaining(folder) as string,
    })
    await kill()
    const other = await open(await makeTemporaryFolder())
    await other.apply(changesOf(someEntries(0, 300)), 30)
    expect(await answersOf(await open(folder))).toEqual(await answersOf(other))
  })

  test('killed in the middle of applying, it is as before or as after', async () => {
    const folder = await makeTemporaryFolder()
    const kill = await startProcess(
      folder,
      `await index.apply(changes.slice(0, 1), 1); void index.apply(changes.slice(1), 30)
       await new Promise((resolve) => setTimeout(resolve, 5)); console.log('applying')`,
    )
    await kill()
    const index = await open(folder)
    const watermark = await index.watermark()
    expect([1, 30]).toContain(watermark)
    const expected = watermark === 1 ? 10 : 300
    expect(await index.searchLexical(words, {}, 1000)).toHaveLength(expected)
    expect(await index.searchDense(query, {}, 1000)).toHaveLength(expected)
    await index.apply(changesOf(someEntries(0, 300)), 30)
    expect(await index.searchLexical(words, {}, 1000)).toHaveLength(300)
  })

  test('an unchanged passage keeps its place, a changed one gets a new one that nobody had', async () => {
    const folder = await makeTemporaryFolder()
    const index = await open(folder)
    const [first, second, third] = someEntries(0, 3)
    if (!first || !second || !third) expect.unreachable()
    const spoken = { ...first, speakers: ['Somebody'] }
    await index.apply(changesOf([spoken, second, third]), 1)
    const renamed = { ...first, speakers: ['Somebody Else'] }
    const embeddedAgain = { ...second, vector: vector(4, 3, 2, 1) }
    await index.apply(changesOf([renamed, embeddedAgain, third]), 2)
    await index.apply([{ documentId: third.documentId, entries: [renamed, embeddedAgain] }], 3)
    await index.apply(changesOf([renamed, embeddedAgain, third]), 4)
    const database = new Database(indexFiles(folder).database, { readonly: true })
    onTestFinished(() => void database.close())
    expect(database.prepare('SELECT label, passage_id AS id FROM entries ORDER BY id').all()).toEqual([
      { label: 4, id: 'p0000' },
      { label: 5, id: 'p0001' },
      { label: 6, id: 'p0002' }, // 3 is not given out again
    ])
    expect(database.prepare('SELECT label FROM vectors').pluck().all()).toEqual([4, 5, 6])
    expect(database.prepare('SELECT label FROM entry_speakers').pluck().all()).toEqual([4])
  })
})

describe('the snapshot is only a cache', () => {
  async function savedIndex() {
    const folder = await makeTemporaryFolder()
    const index = await openEmbeddedIndex(folder, anIdentity, { role: 'writer', exactScanMaxVectors: 50 })
    await index.apply(changesOf(someEntries(0, 300)), 30)
    await index.save()
    await index.apply(changesOf(someEntries(300, 320)), 32)
    await index.apply([{ documentId: 'document-3', entries: [] }], 33)
    const answers = await answersOf(index)
    expect(answers.dense).toHaveLength(20)
    await index.close()
    return { folder, answers, files: indexFiles(folder) }
  }

  test('it is saved on closing, and what it lacks of what came since is found too', async () => {
    const { folder, answers, files } = await savedIndex()
    const saved = JSON.parse(await readFile(files.sidecar, 'utf8')) as { count: number; maxLabel: number }
    expect(saved).toMatchObject({ maxLabel: saved.count, dimensions: 4 })
    // Closing does not wait for the graph to take in the last of them: what it lacks is scanned.
    expect(saved.count).toBeGreaterThanOrEqual(300)
    expect(await answersOf(await open(folder))).toEqual(answers)
  })

  test.each<[string, (files: ReturnType<typeof indexFiles>) => Promise<void>]>([
    ['missing', ({ snapshot }) => rm(snapshot)],
    ['without its sidecar', ({ sidecar }) => rm(sidecar)],
    ['corrupt', ({ snapshot }) => writeFile(snapshot, Buffer.alloc(100_000, 7))],
    ['empty', ({ snapshot }) => writeFile(snapshot, '')],
    ['with a foreign sidecar', ({ sidecar }) => writeFile(sidecar, '{"generation":"x","count":1}')],
  ])('%s: the answers are the same', async (_, damage) => {
    const { folder, answers, files } = await savedIndex()
    await damage(files)
    const index = await open(folder)
    expect(await answersOf(index)).toEqual(answers)
    await index.save()
    expect(existsSync(files.snapshot)).toBe(true)
    expect(await answersOf(index)).toEqual(answers)
  })

  test('one from before a reset is not taken for the new index', async () => {
    const { folder, files } = await savedIndex()
    const old = { snapshot: await readFile(files.snapshot), sidecar: await readFile(files.sidecar) }
    await resetEmbeddedIndex(folder)
    const entries = someEntries(0, 320).reverse()
    const index = await openEmbeddedIndex(folder, anIdentity, { role: 'writer', exactScanMaxVectors: 50 })
    await index.apply(changesOf(entries), 1)
    const answers = await answersOf(index)
    await index.close()
    await writeFile(files.snapshot, old.snapshot)
    await writeFile(files.sidecar, old.sidecar)
    expect(await answersOf(await open(folder))).toEqual(answers)
  })

  test('when it cannot be saved, that is told by name, and the index goes on', async () => {
    const folder = await makeTemporaryFolder()
    const index = await openEmbeddedIndex(folder, anIdentity, { role: 'writer', exactScanMaxVectors: 50 })
    await index.apply(changesOf(someEntries(0, 100)), 1)
    const { snapshot } = indexFiles(folder)
    await mkdir(join(snapshot, 'in-the-way'), { recursive: true })
    const failure = { code: 'INDEX_SAVE_FAILED', message: expect.stringContaining(snapshot) as string }
    await expect(index.save()).rejects.toMatchObject(failure)
    await index.apply(changesOf(someEntries(100, 110)), 2)
    const answers = await answersOf(index)
    await expect(index.close()).rejects.toMatchObject(failure)
    await rm(snapshot, { recursive: true })
    expect(await answersOf(await open(folder))).toEqual(answers)
  })

  test('a small library has none', async () => {
    const folder = await makeTemporaryFolder()
    const index = await openEmbeddedIndex(folder, anIdentity, { role: 'writer' })
    await index.apply(changesOf(someEntries(0, 100)), 1)
    await index.save()
    await index.close()
    expect(await readdir(folder)).toEqual(['index.db', 'lock.db'])
  })
})

describe('writers and readers', () => {
  test('a second writer is refused, in the same process too, until the first is closed', async () => {
    const folder = await makeTemporaryFolder()
    const first = await openEmbeddedIndex(folder, anIdentity, { role: 'writer' })
    await expect(open(folder)).rejects.toMatchObject({ code: 'INDEX_LOCKED' })
    await expect(resetEmbeddedIndex(folder)).rejects.toMatchObject({ code: 'INDEX_LOCKED' })
    // being refused did not loosen the lock
    await expect(open(folder)).rejects.toMatchObject({ code: 'INDEX_LOCKED' })
    await first.close()
    await expect(open(folder)).resolves.toBeDefined()
  })

  test('a reader beside the writer sees what it commits', async () => {
    const folder = await makeTemporaryFolder()
    const writer = await open(folder)
    await writer.apply(changesOf(someEntries(0, 100)), 1)
    const reader = await open(folder, { role: 'reader' })
    expect(await answersOf(reader)).toEqual(await answersOf(writer))
    await writer.apply(changesOf(someEntries(100, 120)), 2)
    await writer.apply([{ documentId: 'document-1', entries: [] }], 3)
    const answers = await answersOf(reader)
    expect(answers).toMatchObject({ watermark: 3, filtered: [] })
    expect(answers).toEqual(await answersOf(writer))
    expect(await reader.stats()).toMatchObject({ passages: 110, vectors: 110 })
    await writer.clear()
    expect(await answersOf(reader)).toEqual({ watermark: 0, lexical: [], dense: [], filtered: [] })
  })

  test('a reader that has just begun puts words right as the writer does', async () => {
    const folder = await makeTemporaryFolder()
    const writer = await open(folder)
    const entries = Array.from({ length: 60 }, (_, at) => anEntry({ passageId: `p${at}`, text: 'laptop' }))
    await writer.apply(changesOf(entries), 1)
    const suggest = (index: SearchIndex) => index.suggestSpelling('laptpo', tokenize('laptpo'), null)
    const reader = await open(folder, { role: 'reader' })
    expect([await suggest(reader), await suggest(writer)]).toEqual(['laptop', 'laptop'])
  })

  test('a reader searches without a writer, and writes nothing', async () => {
    const folder = await makeTemporaryFolder()
    const writer = await openEmbeddedIndex(folder, anIdentity, { role: 'writer', exactScanMaxVectors: 50 })
    await writer.apply(changesOf(someEntries(0, 100)), 1)
    const expected = await answersOf(writer)
    await writer.save()
    await writer.close()
    const { database, snapshot } = indexFiles(folder)
    const before = [await readFile(database), await readFile(snapshot)]
    const reader = await openEmbeddedIndex(folder, anIdentity, { role: 'reader', exactScanMaxVectors: 50 })
    expect(await answersOf(reader)).toEqual(expected)
    await reader.save()
    const refusal = { code: 'INDEX_LOCKED' }
    await expect(reader.apply([], 9)).rejects.toMatchObject(refusal)
    await expect(reader.clear()).rejects.toMatchObject(refusal)
    await reader.close()
    expect([await readFile(database), await readFile(snapshot)]).toEqual(before)
  })

  test('a reader of a library that has no index yet is told so', async () => {
    const folder = await makeTemporaryFolder()
    await expect(open(folder, { role: 'reader' })).rejects.toMatchObject({ code: 'INDEX_UNAVAILABLE' })
    expect(await readdir(folder)).toEqual([])
  })
})

describe('what cannot be used is named and can be mended', () => {
  test('an index of another model is refused and stays usable by its own', async () => {
    const folder = await makeTemporaryFolder()
    const index = await openEmbeddedIndex(folder, anIdentity, { role: 'writer' })
    await index.apply(changesOf(someEntries(0, 10)), 1)
    await index.close()
    const other = { ...anIdentity, model: 'other' }
    for (const role of ['writer', 'reader'] as const)
      await expect(openEmbeddedIndex(folder, other, { role })).rejects.toMatchObject({
        code: 'INDEX_MISMATCH',
      })
    expect(await (await open(folder)).watermark()).toBe(1)
  })

  test('a damaged index is refused; reset makes an empty one', async () => {
    const folder = await makeTemporaryFolder()
    const { database } = indexFiles(folder)
    await writeFile(database, 'this is no database, and long enough to be read as one'.repeat(100))
    const damage = { code: 'INDEX_UNAVAILABLE', message: expect.stringContaining(database) as string }
    await expect(open(folder)).rejects.toMatchObject(damage)
    await resetEmbeddedIndex(folder)
    const index = await open(folder)
    expect(await index.watermark()).toBe(0)
    await index.apply(changesOf(someEntries(0, 10)), 1)
    expect(ids(await index.searchLexical(words, {}, 1))).toEqual(['p0000'])
  })

  test('a folder that cannot be made is named', async () => {
    const file = join(await makeTemporaryFolder(), 'file')
    await writeFile(file, '')
    await expect(open(join(file, 'index'))).rejects.toMatchObject({
      code: 'INDEX_SAVE_FAILED',
      message: expect.stringContaining(file) as string,
    })
  })

  test('after closing, calls are refused by name', async () => {
    const index = await openEmbeddedIndex(await makeTemporaryFolder(), anIdentity, { role: 'writer' })
    const inFlight = index.apply(changesOf(someEntries(0, 20)), 1)
    const closed = index.close()
    await expect(index.searchLexical(words, {}, 1)).rejects.toMatchObject({ code: 'INDEX_UNAVAILABLE' })
    await closed
    await inFlight
    await expect(index.watermark()).rejects.toMatchObject({ code: 'INDEX_UNAVAILABLE' })
  })
})

test('common words do not hide the rare one, and count again when it does not fill the ranking', async () => {
  const index = await open(await makeTemporaryFolder())
  const entries = Array.from({ length: 2400 }, (_, position) =>
    anEntry({
      passageId: `p${String(position).padStart(4, '0')}`,
      documentId: `document-${position % 3}`,
      text: position % 600 === 7 ? 'python walrus' : position % 2 === 0 ? 'python here' : 'nothing here',
    }),
  )
  await index.apply(changesOf(entries), 1)
  const terms = analyzeQuery('python walrus', ['en'])
  const rare = ['p0007', 'p0607', 'p1207', 'p1807']
  expect(ids(await index.searchLexical(terms, {}, 4))).toEqual(rare)
  const more = ids(await index.searchLexical(terms, {}, 6))
  expect(more.slice(0, 4).sort()).toEqual(rare)
  expect(more.slice(4)).toEqual(['p0000', 'p0002'])
  // the filter leaves no walrus: 7, 607, 1207 and 1807 are all of document-1
  expect(await index.searchLexical(terms, { documentIds: ['document-0'] }, 500)).toHaveLength(400)
})
