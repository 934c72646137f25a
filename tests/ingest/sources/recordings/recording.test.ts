import { copyFile, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { openLocation } from '../../../../ingest/fetch/open-location.js'
import { readFolder } from '../../../../ingest/sources/folder.js'
import { readMediaTags } from '../../../../ingest/sources/recordings/media-tags.js'
import { readMp4Chapters } from '../../../../ingest/sources/recordings/mp4-chapters.js'
import { AppError } from '../../../../src/errors.js'

const fixture = (name: string) => join('tests/fixtures/media', name)

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-recording-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

const chapters = [
  { startMs: 0, endMs: 800, title: 'Welcome', url: null },
  { startMs: 800, endMs: 1500, title: 'Casting — how a bell is made', url: null },
  { startMs: 1500, endMs: null, title: 'Goodbye', url: null },
]
const bells = {
  title: 'On bells',
  show: 'The Ringing Hour',
  part: 7,
  people: [
    { name: 'Ada Bell', role: 'author' },
    { name: 'Bo Clapper', role: 'author' },
  ],
  tags: ['Education'],
  description: 'Ada and Bo look at bells.',
  url: null,
  publishedAt: '2025-03-04T00:00:00.000Z',
  year: 2025,
  language: 'en',
  chapters,
}

test('ID3 tags and chapters are read, with the language as two letters', async () => {
  const [welcome, casting, goodbye] = chapters
  expect(await readMediaTags(fixture('tagged.mp3'))).toEqual({
    ...bells,
    durationMs: 2088,
    chapters: [welcome, casting, { ...goodbye, endMs: 2000 }],
  })
})

test('the date of ID3v2.3 is put together, and a slash inside a value is no separator', async () => {
  const { publishedAt, url, description } = await readMediaTags(fixture('id3v23.mp3'))
  expect({ publishedAt, url, description }).toEqual({
    publishedAt: '2024-12-24T00:00:00.000Z',
    url: 'https://show.example/old',
    description: 'Bells and/or gongs',
  })
})

test.each(['index-last.m4a', 'index-first.m4a', 'track-only.m4a'])(
  'MP4 tags and chapters of %s are read wherever its index stands and however they are kept',
  async (name) => {
    expect(await readMediaTags(fixture(name))).toEqual({ ...bells, language: null, durationMs: 2064 })
  },
)

test('Vorbis comments give tags, the address of the page and chapters', async () => {
  expect(await readMediaTags(fixture('tagged.opus'))).toEqual({
    ...bells,
    url: 'https://show.example/bells',
    durationMs: 2000,
    chapters: [
      { startMs: 0, endMs: 1800, title: 'Welcome', url: null },
      { startMs: 1800, endMs: 2500, title: 'Casting — how a bell is made', url: null },
      { startMs: 2500, endMs: null, title: 'Goodbye', url: null },
    ],
  })
  expect((await readMediaTags(fixture('chaptered.flac'))).chapters).toEqual([
    { startMs: 0, endMs: 1250, title: 'Welcome', url: null },
    { startMs: 1250, endMs: null, title: 'Casting', url: 'https://show.example/cast' },
  ])
})

test('a date of eight digits is a date', async () => {
  expect((await readMediaTags(fixture('chaptered.flac'))).publishedAt).toBe('2025-03-04T00:00:00.000Z')
})

test('tags of WebM are read', async () => {
  expect(await readMediaTags(fixture('tagged.webm'))).toEqual({ ...bells, durationMs: 2008, chapters: [] })
})

test('a folder of media with transcripts is a show: tags describe its documents, file names those without', async () => {
  const folder = await temporaryFolder()
  await copyFile(fixture('tagged.mp3'), join(folder, 'ep1.mp3'))
  await writeFile(join(folder, 'ep1.vtt'), 'WEBVTT\n\n00:00.000 --> 00:01.000\nBells ring.\n')
  const opened = await openLocation(folder, {}, { allowPrivate: false, dataFolder: '' })
  if (opened.status === 'unchanged' || !opened.body.isFolder) throw new Error('a folder was expected')
  const { title, items, issues } = await readFolder(opened.body)
  expect({ title, issues }).toEqual({ title: 'The Ringing Hour', issues: [] })
  expect(items.map(({ document }) => document)).toMatchObject([
    {
      guid: 'ep1',
      kind: 'episode',
      title: 'On bells',
      durationMs: 2088,
      series: { title: 'The Ringing Hour', part: 7 },
      enclosure: { url: pathToFileURL(join(opened.body.location, 'ep1.mp3')).href, mediaType: 'audio/mpeg' },
    },
  ])
  expect(items[0]?.transcripts).toHaveLength(1)
})

test('damaged media are an issue by name, and the file name describes the document', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, '2024-05-06-on-gongs.mp3'), 'this is no sound')
  await copyFile(fixture('tagged.mp3'), join(folder, 'whole.mp3'))
  const opened = await openLocation(folder, {}, { allowPrivate: false, dataFolder: '' })
  if (opened.status === 'unchanged' || !opened.body.isFolder) throw new Error('a folder was expected')
  const { items, issues } = await readFolder(opened.body)
  expect(issues.map(({ code, where }) => ({ code, where }))).toEqual([
    { code: 'MEDIA_INVALID', where: '2024-05-06-on-gongs.mp3' },
  ])
  expect(items.map(({ document: { publishedAt, durationMs } }) => ({ publishedAt, durationMs }))).toEqual([
    { publishedAt: '2024-05-06T00:00:00.000Z', durationMs: null },
    { publishedAt: bells.publishedAt, durationMs: 2088 },
  ])
})

test('an ID3 tag that claims to fill the memory is not read', async () => {
  const path = join(await temporaryFolder(), 'huge.mp3')
  // 0x7f four times: 256 MB.
  await writeFile(path, Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0x7f, 0x7f, 0x7f, 0x7f, 0, 0]))
  await expect(readMediaTags(path)).rejects.toMatchObject({ code: 'MEDIA_INVALID' })
})

test('only the index of a large MP4 is read: a gigabyte of sound before it costs nothing', async () => {
  const path = join(await temporaryFolder(), 'large.m4a')
  const bytes = await readFile(fixture('index-last.m4a'))
  const index = bytes.indexOf('moov') - 4
  const gapBytes = 1024 ** 3
  const gap = Buffer.alloc(8)
  gap.writeUInt32BE(gapBytes, 0)
  gap.write('free', 4)
  const file = await open(path, 'w')
  await file.write(bytes.subarray(0, index), 0, index, 0)
  await file.write(gap, 0, 8, index)
  // What lies between is a hole that takes no room on the disk.
  await file.write(bytes.subarray(index), 0, bytes.length - index, index + gapBytes)
  await file.close()
  expect(await readMp4Chapters(path)).toEqual(chapters)
})

test('mutated media give tags or a named error, never anything else', async () => {
  const folder = await temporaryFolder()
  const names = [
    'tagged.mp3',
    'index-last.m4a',
    'track-only.m4a',
    'tagged.opus',
    'chaptered.flac',
    'tagged.webm',
  ]
  const originals = new Map<string, Buffer>()
  for (const name of names) originals.set(name, await readFile(fixture(name)))
  const change = fc.record({ at: fc.nat(8_000), byte: fc.constantFrom(0, 1, 0x7f, 0x80, 0xff) })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.array(change, { minLength: 1, maxLength: 8 }),
      fc.nat(8_000),
      async (name, changes, length) => {
        const bytes = Buffer.from(originals.get(name) ?? '').subarray(0, Math.max(length, 20))
        for (const { at, byte } of changes) bytes[at % bytes.length] = byte
        const path = join(folder, name)
        await writeFile(path, bytes)
        const read = await readMediaTags(path).catch((error: unknown) => error)
        if (read instanceof Error) expect(read).toBeInstanceOf(AppError)
        else expect(read).toHaveProperty('chapters')
      },
    ),
    { numRuns: 400 },
  )
})
