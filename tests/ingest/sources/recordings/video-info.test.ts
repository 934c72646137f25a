import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openLocation } from '../../../../ingest/fetch/open-location.js'
import { readSource } from '../../../../ingest/sources/recognize-source.js'
import type { ReadPage } from '../../../../ingest/sources/page-format.js'
import { videoInfoFormat } from '../../../../ingest/sources/recordings/video-info.js'

const folder = fileURLToPath(new URL('../../../fixtures/videos', import.meta.url))

async function readVideos() {
  const opened = await openLocation(folder, {}, { allowPrivate: false, dataFolder: '' })
  if (opened.status === 'unchanged') throw new Error('nothing was known that could be unchanged')
  return readSource(opened.body)
}

const aVideo = (info: object, issues: string[] = []): ReadPage | null =>
  videoInfoFormat.read(
    {
      location: '/videos/a.info.json',
      path: 'a.info.json',
      mediaType: null,
      text: JSON.stringify(info),
      site: { url: null, title: null, language: null },
    },
    (message) => void issues.push(message),
  )

const aShort = { id: 'abcdefghij1', title: 'A video', extractor_key: 'Youtube' }

test('a folder that yt-dlp left is a source of its videos; the metadata of the channel is none', async () => {
  const read = await readVideos()
  expect(read).toMatchObject({ kind: 'youtube', title: 'Search in Seconds', issues: [] })
  expect(read.items.map(({ document }) => [document.kind, document.title])).toEqual([
    ['episode', 'How an index follows'],
    ['short', 'Ranking in thirty seconds'],
  ])
})

test('a video is read with what its metadata say', async () => {
  const read = await readVideos()
  expect(read.items[0]?.document).toMatchObject({
    guid: 'youtube:abcdefghij2',
    url: 'https://www.youtube.com/watch?v=abcdefghij2',
    publishedAt: '2026-01-05T00:00:00.000Z',
    durationMs: 3_600_500,
    // What the recogniser heard.
    language: 'en',
    people: [{ name: 'Search in Seconds', role: 'author' }],
    series: { title: 'Indexing', part: 2 },
    chapters: [
      { startMs: 60_000, endMs: 1_800_250, title: 'The sequence', url: null },
      { startMs: 1_800_250, endMs: 3_600_500, title: 'The watermark', url: null },
    ],
  })
  expect(read.items[1]?.document).toMatchObject({
    publishedAt: '2026-01-02T10:00:00.000Z',
    language: 'en',
    tags: ['search', 'bm25', 'Education'],
    // What a channel has put up so far is no series.
    series: null,
    links: [{ title: 'Post', url: 'https://notes.example/ranking', rel: 'resource' }],
  })
})

test("people's captions come first, then the recogniser's, then a translation of them; both of these are marked", async () => {
  const read = await readVideos()
  const shown = read.items.map(({ transcripts }) =>
    transcripts.map(({ url, language, machine }) => [basename(fileURLToPath(url)), language, machine]),
  )
  expect(shown).toEqual([
    [
      ['How an index follows [abcdefghij2].en.vtt', 'en', false],
      ['How an index follows [abcdefghij2].de.vtt', 'de', false],
    ],
    [
      ['Ranking in thirty seconds [abcdefghij1].en-orig.vtt', 'en', true],
      ['Ranking in thirty seconds [abcdefghij1].de.vtt', 'de', true],
    ],
  ])
})

test.each([
  ['short', 'brief', { duration: 180 }],
  ['episode', 'longer', { duration: 181 }],
  ['short', 'upright', { duration: 400, width: 720, height: 1280 }],
  ['short', 'by its address', { webpage_url: 'https://www.youtube.com/shorts/abcdefghij1' }],
  ['episode', 'a live stream, however brief', { duration: 60, was_live: true }],
  ['episode', 'of unknown length', {}],
])('a video is %s when it is %s', (kind, _, fields) => {
  expect(aVideo({ ...aShort, ...fields })?.item.document.kind).toBe(kind)
})

test('what is no metadata of a video is reported and left out', () => {
  const issues: string[] = []
  expect(aVideo({ id: 'abc' }, issues)).toBeNull()
  expect(issues).toEqual(['has no id or no title and is left out'])
})
