import { once } from 'node:events'
import { cp, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import type { DocumentResponse, TranscriptResponse } from '../../src/api/schemas/document.js'
import type { SearchResponse } from '../../src/api/schemas/search.js'
import type { JobResponse, SourceListResponse } from '../../src/api/schemas/source.js'
import { aDataFolder, runCli, sample, startServer, type RunningServer } from './running-server.js'
import { samplePaths, serveSample } from './sample-library.js'

/** What goes wrong in real life, done to the real program: nothing is lost, and the error says what to do. */

async function forTest(): Promise<string> {
  const { folder, remove } = await aDataFolder()
  onTestFinished(remove)
  return folder
}

const hitsOf = ({ stdout }: { stdout: string }) => (JSON.parse(stdout) as SearchResponse).hits

let posts: Promise<{ folder: string; found: { stdout: string } }> | undefined

/** A library of the sample's posts, and what was found in it; made once, whatever test comes first. */
const postsLibrary = () =>
  (posts ??= (async () => {
    const { folder, remove } = await aDataFolder()
    removals.push(remove)
    expect((await runCli(folder, 'add', sample('five-minutes-on-search/posts'))).code).toBe(0)
    const found = await runCli(folder, 'search', 'embedding', '--json')
    expect(found.code).toBe(0)
    return { folder, found }
  })())

const removals: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const remove of removals) await remove()
})

async function start(dataFolder: string, ...args: string[]): Promise<RunningServer> {
  const server = await startServer(dataFolder, ...args)
  onTestFinished(async () => void (await server.stop()))
  return server
}

/** Everything that a listener could see of a library, whatever way it came about. */
async function describeLibrary(server: RunningServer): Promise<unknown> {
  const { documents } = await server.json<{ documents: DocumentResponse[] }>('/api/v1/documents?limit=100')
  const transcripts = await Promise.all(
    documents.map(({ id }) => server.json<TranscriptResponse>(`/api/v1/documents/${id}/transcript.json`)),
  )
  const { hits } = await server.json<SearchResponse>('/api/v1/search?q=what%20is%20an%20embedding&k=50')
  const { passages, index } = await server.json<{
    passages: number
    index: { passages: number; vectors: number }
  }>('/api/v1/status')
  return {
    documents: documents.map(({ id, title }) => [id, title]).sort(),
    cues: transcripts.map(({ documentId, cues }) => [documentId, cues.length]).sort(),
    passages: [passages, index.passages, index.vectors],
    hits: hits.map(({ passageId, jumpMs, score }) => [passageId, jumpMs, score.toFixed(6)]),
  }
}

test('kill -9 in the middle of ingest, again and again: the next start catches up without a gap or a double', async () => {
  const untouched = await serveSample()
  const expected = await describeLibrary(untouched)
  await untouched.end()

  const folder = await forTest()
  let done = 0
  for (let kills = 0; kills < 4; kills++) {
    const server = await start(folder, '--no-sample')
    for (const location of kills === 0 ? samplePaths.map(sample) : [])
      await server.post('/api/v1/sources', { location })
    // Killed as soon as it has got further than the one before.
    for (;;) {
      const { sources } = await server.json<SourceListResponse>('/api/v1/sources')
      if ((sources[0]?.documents ?? 0) > done || sources[0]?.job?.status === 'done') {
        done = sources[0]?.documents ?? 0
        break
      }
      await pause(20)
    }
    server.process.kill('SIGKILL')
    await once(server.process, 'exit')
  }
  const survivor = await start(folder, '--no-sample')
  await survivor.untilIdle()
  // Concepts follow when documents have stopped coming, and know which hit says what an embedding is.
  await vi.waitFor(async () => expect(await describeLibrary(survivor)).toEqual(expected), {
    timeout: 60_000,
    interval: 500,
  })
})

test('an empty library gets the sample, answers while it grows, and stops cleanly when asked', async () => {
  const server = await start(await forTest())
  const find = () => server.json<SearchResponse>('/api/v1/search?q=what%20is%20an%20embedding')
  while ((await find()).hits.length === 0) await pause(50)
  const { sources } = await server.json<SourceListResponse>('/api/v1/sources')
  expect(sources.some(({ job }) => job?.status !== 'done')).toBe(true)
  expect(await server.stop()).toBe(0)
})

test('a port in use is named, with what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  onTestFinished(() => void other.close())
  const { port } = other.address() as AddressInfo
  process.env.CUEPOINT_PORT = String(port)
  onTestFinished(() => void delete process.env.CUEPOINT_PORT)
  const { code, stderr } = await runCli(await forTest(), 'serve', '--no-sample')
  expect([code, stderr]).toEqual([2, expect.stringContaining(`PORT_IN_USE: Port ${port}`)])
})

test('two servers of one library: the second is refused, the first goes on', async () => {
  const folder = await forTest()
  const first = await start(folder, '--no-sample')
  await expect(startServer(folder, '--no-sample')).rejects.toThrow(/INDEX_LOCKED/)
  expect((await first.get('/readyz')).status).toBe(200)
})

test('a corrupt model file is named, with its checksum', async () => {
  const model = join(await forTest(), 'model')
  await cp(resolve('data/models/Xenova/bge-small-en-v1.5'), model, { recursive: true })
  const file = await open(join(model, 'onnx', 'model_quantized.onnx'), 'r+')
  await file.write(Buffer.from('damage'), 0, 6, 1_000_000)
  await file.close()
  process.env.CUEPOINT_MODEL = model
  onTestFinished(() => void delete process.env.CUEPOINT_MODEL)
  const { code, stderr } = await runCli(await forTest(), 'serve', '--no-sample')
  expect([code, stderr]).toEqual([2, expect.stringMatching(/^MODEL_CORRUPT: .*model_quantized\.onnx/)])
})

test('a library made by another model is refused with the command that mends it, and reindex mends it', async () => {
  const folder = await forTest()
  await cp((await postsLibrary()).folder, folder, { recursive: true })

  const model = join(await forTest(), 'other-model')
  await cp(resolve('data/models/Xenova/bge-small-en-v1.5'), model, { recursive: true })
  const manifest = JSON.parse(await readFile(join(model, 'manifest.json'), 'utf8')) as { pooling: string }
  await writeFile(join(model, 'manifest.json'), JSON.stringify({ ...manifest, pooling: 'mean' }))
  process.env.CUEPOINT_MODEL = model
  onTestFinished(() => void delete process.env.CUEPOINT_MODEL)
  const refused = await runCli(folder, 'search', 'embedding')
  expect([refused.code, refused.stderr]).toEqual([
    2,
    expect.stringMatching(/^INDEX_MISMATCH: .*cuepoint reindex/s),
  ])
  const mended = await runCli(folder, 'reindex', '--json')
  expect(mended.code).toBe(0)
  expect(JSON.parse(mended.stdout)).toMatchObject({ documents: 6 })
  expect((await runCli(folder, 'search', 'embedding')).code).toBe(0)
})

test('a bad document among good ones is an issue, and the good ones are in', async () => {
  const feed = join(await forTest(), 'show')
  await mkdir(feed)
  const item = (guid: string, transcript: string) =>
    `<item><title>Episode ${guid}</title><guid>${guid}</guid><pubDate>Mon, 05 Jan 2026 00:00:00 GMT</pubDate>
     <podcast:transcript url="${transcript}" type="text/vtt"/></item>`
  await writeFile(
    join(feed, 'feed.xml'),
    `<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>Show</title>
     ${item('good', 'good.vtt')}${item('empty', 'empty.vtt')}${item('odd', 'odd.bin')}${item('escape', '../secret.vtt')}
     </channel></rss>`,
  )
  await writeFile(
    join(feed, 'good.vtt'),
    'WEBVTT\n\n00:00.000 --> 00:04.000\nA mempool holds unconfirmed transactions.\n',
  )
  await writeFile(join(feed, 'empty.vtt'), '')
  await writeFile(join(feed, 'odd.bin'), Buffer.from([0, 1, 2, 3]))
  const folder = await forTest()
  const { code, stdout, stderr } = await runCli(folder, 'add', '/nowhere', join(feed, 'feed.xml'), '--json')
  const { pulls } = JSON.parse(stdout) as { pulls: { job: JobResponse }[] }
  expect([code, stderr]).toEqual([2, expect.stringContaining('SOURCE_UNREADABLE: /nowhere')])
  expect(pulls[0]?.job.issues.map((issue) => issue.code).sort()).toEqual(
    expect.arrayContaining(['PATH_OUTSIDE_SOURCE', 'TRANSCRIPT_EMPTY', 'TRANSCRIPT_TYPE_UNSUPPORTED']),
  )
  expect((await runCli(folder, 'search', 'mempool')).stdout).toMatch(/unconfirmed transactions/)

  await writeFile(join(feed, 'feed.xml'), 'not xml at all')
  const broken = await runCli(folder, 'pull')
  expect([broken.code, broken.stderr]).toEqual([2, expect.stringContaining('FEED_NOT_RSS')])
  expect((await runCli(folder, 'search', 'mempool')).code).toBe(0)
})

test('an index that is gone is built again from the catalog without embedding anything', async () => {
  const { folder, found } = await postsLibrary()
  await rm(join(folder, 'index'), { recursive: true })
  const after = await runCli(folder, 'search', 'embedding', '--json')
  expect(hitsOf(after)).toEqual(hitsOf(found))
  expect(JSON.parse((await runCli(folder, 'reindex', '--json')).stdout)).toEqual({
    documents: 6,
    embedded: 0,
  })
})
