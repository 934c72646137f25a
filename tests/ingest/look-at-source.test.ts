import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { lookAtSource } from '../../ingest/look-at-source.js'

async function aFolder(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-look-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return folder
}

const look = (location: string, dataFolder: string) =>
  lookAtSource(location, { allowPrivate: false, dataFolder })

const item = (title: string, more: string) =>
  `<item><title>${title}</title><guid>${title}</guid><enclosure url="https://example.org/${title}.mp3" type="audio/mpeg"/>${more}</item>`

test('a feed is told by its kinds, dates, transcripts and newest titles; nothing is written', async () => {
  const names = ['One', 'Two', 'Three', 'Four', 'Five', 'Six']
  const items = names.map((title, index) =>
    item(
      title,
      `<pubDate>${new Date(Date.UTC(2026, 0, 1 + index)).toUTCString()}</pubDate>${index % 2 ? '<podcast:transcript url="a.vtt" type="text/vtt"/>' : ''}`,
    ),
  )
  const feed = `<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>A show</title><language>en</language>${items.join('')}${item('Undated', '')}</channel></rss>`
  const folder = await aFolder({ 'feed.xml': feed })
  const preview = await look(join(folder, 'feed.xml'), folder)
  expect(preview).toMatchObject({
    source: {
      kind: 'feed',
      title: 'A show',
      location: join(folder, 'feed.xml'),
      language: 'en',
      pulledAt: null,
    },
    documents: { episode: 7, short: 0, post: 0 },
    withTranscript: 3,
    oldestAt: '2026-01-01T00:00:00.000Z',
    newestAt: '2026-01-06T00:00:00.000Z',
    issues: [],
    issueCount: 0,
  })
  expect(preview.newest.map(({ title, hasTranscript }) => [title, hasTranscript])).toEqual([
    ['Six', true],
    ['Five', false],
    ['Four', true],
    ['Three', false],
    ['Two', true],
  ])
  expect(await readdir(folder)).toEqual(['feed.xml'])
})

test('what cannot be read is counted, and the first of it named', async () => {
  const broken = Object.fromEntries(
    Array.from({ length: 25 }, (_, index) => [
      `2026-01-01-post-${index}.md`,
      `---\ntitle: [\n---\nText ${index}.`,
    ]),
  )
  const folder = await aFolder(broken)
  const { issues, issueCount } = await look(folder, folder)
  expect([issueCount, issues.length, issues[0]?.code]).toEqual([25, 20, 'POST_INVALID'])
})

test('what is nothing is refused by name', async () => {
  const folder = await aFolder({ 'page.html': '<html><body></body></html>' })
  await expect(look(join(folder, 'page.html'), folder)).rejects.toMatchObject({ code: 'SOURCE_UNRECOGNIZED' })
  await expect(look(join(folder, 'missing'), folder)).rejects.toMatchObject({ code: 'SOURCE_UNREADABLE' })
  await expect(look('http://127.0.0.1:9/feed.xml', folder)).rejects.toMatchObject({
    code: 'FETCH_ADDRESS_FORBIDDEN',
  })
})
