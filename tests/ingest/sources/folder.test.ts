import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openLocation } from '../../../ingest/fetch/open-location.js'
import { readSource } from '../../../ingest/sources/recognize-source.js'

async function readFolderOf(files: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  const opened = await openLocation(folder, {}, { allowPrivate: false, dataFolder: '' })
  if (opened.status === 'unchanged') throw new Error('nothing was known that could be unchanged')
  const read = await readSource(opened.body)
  const items = read.items.map(({ document, transcripts }) => ({
    guid: document.guid,
    kind: document.kind,
    title: document.title,
    enclosure: document.enclosure === null ? null : basename(document.enclosure.url),
    transcripts: transcripts.map(({ url, language }) => `${basename(url)} ${language ?? '-'}`),
  }))
  return { ...read, items, folder }
}

const vtt = 'WEBVTT\n\n00:00.000 --> 00:02.000\nHello there.\n'

test('of a recording the transcript with times is taken before a page beside it that has it too', async () => {
  const page =
    '<html><body><article><p><cite>Ann:</cite> <time>0:00</time></p><p>Hello there.</p></article></body></html>'
  const { items } = await readFolderOf({ 'ep.mp3': 'sound', 'ep.html': page, 'ep.vtt': vtt })
  expect(items.map(({ transcripts }) => transcripts[0])).toEqual(['ep.vtt -'])
})

describe('a folder', () => {
  test('of recordings and posts is read file by file; what is neither is passed over', async () => {
    const { kind, items, issues } = await readFolderOf({
      'LICENSE.txt': 'You may do as you like.',
      'robots.txt': 'User-agent: *\nDisallow: /',
      'package.json': '{"name": "no transcript"}',
      'posts/2026-01-02-a-post.md': '---\ntitle: A post\n---\nWith text.',
      'talks/first-talk.vtt': vtt,
      'talks/second talk.mp3': 'no sound',
      'talks/second talk.de.srt': '1\n00:00:00,000 --> 00:00:02,000\nHallo.\n',
      'talks/second talk.txt': 'What was said.',
    })
    expect(kind).toBe('folder')
    expect(items).toEqual([
      { guid: 'posts/2026-01-02-a-post.md', kind: 'post', title: 'A post', enclosure: null, transcripts: [] },
      {
        guid: 'talks/first-talk',
        kind: 'episode',
        title: 'First talk',
        enclosure: null,
        transcripts: ['first-talk.vtt -'],
      },
      {
        guid: 'talks/second talk',
        kind: 'episode',
        title: 'Second talk',
        enclosure: 'second%20talk.mp3',
        transcripts: ['second%20talk.de.srt de', 'second%20talk.txt -'],
      },
    ])
    // A recording whose tags cannot be read is in the library all the same.
    expect(issues.map(({ where }) => where)).toEqual(['talks/second talk.mp3'])
  })

  test('of JSON has the transcripts among them as episodes', async () => {
    const whisper = JSON.stringify({
      text: ' Hi.',
      segments: [{ id: 0, start: 0, end: 2, text: ' Hi.' }],
      language: 'en',
    })
    const { items } = await readFolderOf({ 'talk.json': whisper, 'search.json': '[{"title": "A"}]' })
    expect(items.map(({ guid }) => guid)).toEqual(['talk'])
  })

  test('is named by itself, or by what it lies in where its own name says nothing', async () => {
    const { title, folder } = await readFolderOf({ 'a.vtt': vtt })
    expect(title.toLowerCase()).toBe(basename(folder).replaceAll('-', ' ').toLowerCase())
  })

  test('of posts with one permalink keeps both, and says so', async () => {
    const post = (title: string) => `---\ntitle: ${title}\npermalink: /same/\n---\nText of ${title}.`
    const { items, issues } = await readFolderOf({ 'a.md': post('A'), 'b.md': post('B') })
    expect(items.map(({ guid }) => guid)).toEqual(['/same/', 'b.md'])
    expect(issues.map(({ code, where }) => [code, where])).toEqual([['POST_INVALID', 'b.md']])
  })

  test('without anything to read is refused with what was looked for', async () => {
    await expect(readFolderOf({ 'LICENSE.txt': 'text', 'image.png': 'x' })).rejects.toMatchObject({
      code: 'FEED_EMPTY',
      message: expect.stringContaining('no post (.md, .html)') as string,
    })
  })
})
