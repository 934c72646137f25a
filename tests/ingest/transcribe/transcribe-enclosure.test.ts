import { readFile, readdir, utimes, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { downloadMedia } from '../../../ingest/transcribe/download-media.js'
import { transcribeEnclosure } from '../../../ingest/transcribe/transcribe-enclosure.js'
import type { Transcriber, TranscribeOptions } from '../../../ingest/transcribe/transcriber.js'
import { startServer } from '../fetch/local-server.js'
import { temporaryFolder } from './temporary.js'

const recording = 'tests/fixtures/media/tagged.mp3'

/** Says what it was given. */
function listeningTranscriber() {
  const heard: { path: string; bytes: Buffer; options: TranscribeOptions }[] = []
  const transcriber: Transcriber = {
    identity: 'test',
    async transcribe(path, options) {
      heard.push({ path, bytes: await readFile(path), options })
      return { cues: [], machine: true, language: null, issues: [] }
    },
  }
  return { transcriber, heard }
}

const settings = { allowPrivate: true, durationMs: 5_000, language: 'en' }

test('a recording on this machine is read where it is, and its own length stands in for an unknown one', async () => {
  const { transcriber, heard } = listeningTranscriber()
  const url = pathToFileURL(recording).href
  const temporary = await temporaryFolder()
  const options = { ...settings, durationMs: null, temporaryFolder: temporary }
  await transcribeEnclosure({ url, mediaType: 'audio/mpeg' }, transcriber, options)
  expect(heard).toEqual([
    {
      path: join(process.cwd(), recording),
      bytes: await readFile(recording),
      options: { durationMs: 2088, language: 'en', signal: undefined },
    },
  ])
})

test('a recording on the web is downloaded through its redirects, and removed afterwards', async () => {
  const bytes = await readFile(recording)
  const origin = await startServer((request, response) => {
    if (request.url === '/counted/ep') response.writeHead(302, { location: '/ep?token=1' }).end()
    else response.writeHead(200, { 'content-type': 'audio/mpeg' }).end(bytes)
  })
  const { transcriber, heard } = listeningTranscriber()
  const temporary = await temporaryFolder()
  const enclosure = { url: `${origin}/counted/ep`, mediaType: 'audio/mpeg' }
  await transcribeEnclosure(enclosure, transcriber, { ...settings, temporaryFolder: temporary })
  expect(heard.map((each) => each.bytes.equals(bytes) && each.path.endsWith('/recording.mp3'))).toEqual([
    true,
  ])
  expect(await readdir(temporary)).toEqual([])
})

test('what a transcriber throws passes through, and the download is removed', async () => {
  const origin = await startServer((_, response) => response.end('sound'))
  const temporary = await temporaryFolder()
  const transcriber: Transcriber = { identity: 'x', transcribe: () => Promise.reject(new Error('deaf')) }
  const enclosure = { url: `${origin}/../../ep.mp3`, mediaType: 'audio/mpeg' }
  await expect(
    transcribeEnclosure(enclosure, transcriber, { ...settings, temporaryFolder: temporary }),
  ).rejects.toThrow('deaf')
  expect(await readdir(temporary)).toEqual([])
})

test('a recording that is gone from this machine is told by its path', async () => {
  const { transcriber } = listeningTranscriber()
  const temporary = await temporaryFolder()
  const enclosure = { url: pathToFileURL(join(temporary, 'gone.mp3')).href, mediaType: '' }
  await expect(
    transcribeEnclosure(enclosure, transcriber, { ...settings, temporaryFolder: temporary }),
  ).rejects.toMatchObject({ code: 'SOURCE_UNREADABLE' })
})

test('what a killed process left a week ago is removed, what is under way is not', async () => {
  const temporary = await temporaryFolder()
  const old = join(temporary, 'transcribe-old')
  for (const folder of [old, join(temporary, 'transcribe-new'), join(temporary, 'else')]) await mkdir(folder)
  const longAgo = new Date(Date.now() - 8 * 24 * 3_600_000)
  await utimes(old, longAgo, longAgo)
  const origin = await startServer((_, response) => response.end('sound'))
  const { transcriber } = listeningTranscriber()
  await transcribeEnclosure({ url: `${origin}/a.mp3`, mediaType: '' }, transcriber, {
    ...settings,
    temporaryFolder: temporary,
  })
  expect((await readdir(temporary)).sort()).toEqual(['else', 'transcribe-new'])
})

test('an address of this network is not fetched unless that is allowed', async () => {
  const origin = await startServer((_, response) => response.end('secret'))
  const path = join(await temporaryFolder(), 'a')
  await expect(downloadMedia(`${origin}/a`, path, { allowPrivate: false })).rejects.toMatchObject({
    code: 'FETCH_ADDRESS_FORBIDDEN',
  })
})

test.each([
  ['announced', true],
  ['not announced', false],
])('a recording larger than the limit (%s) is given up', async (_, announced) => {
  const body = Buffer.alloc(5_000)
  const origin = await startServer((__, response) => {
    if (announced) response.writeHead(200, { 'content-length': body.length })
    response.write(body.subarray(0, 2_500))
    response.end(body.subarray(2_500))
  })
  const path = join(await temporaryFolder(), 'a')
  await expect(
    downloadMedia(`${origin}/a`, path, { allowPrivate: true, maxBytes: 4_000 }),
  ).rejects.toMatchObject({ code: 'FETCH_TOO_LARGE' })
})

test.each([
  [404, 'FETCH_FAILED'],
  [410, 'FETCH_GONE'],
  [206, 'FETCH_FAILED'],
])('the answer %d is told as %s', async (status, code) => {
  const origin = await startServer((_, response) => response.writeHead(status).end('x'))
  const path = join(await temporaryFolder(), 'a')
  await expect(downloadMedia(`${origin}/a`, path, { allowPrivate: true })).rejects.toMatchObject({ code })
})
