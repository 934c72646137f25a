import fc from 'fast-check'
import { parseRssFeed } from 'feedsmith'
import { expect, test } from 'vitest'
import { readSource } from '../../ingest/sources/recognize-source.js'
import { writeRss, type RssFeed } from '../../src/api/write-rss.js'
import { aSource } from '../builders/documents.js'
import { aResult } from '../builders/results.js'

/** Read back by a parser of somebody else's, and by our own ingest. */

const feed = (fields: Partial<RssFeed> = {}): RssFeed => ({
  title: 'taproot · Cuepoint',
  description: 'About taproot',
  base: 'https://cue.example.org',
  pagePath: '/?q=taproot&kind=episode',
  feedPath: '/api/v1/search.rss?q=taproot&kind=episode',
  items: [aResult()],
  sourceOf: new Map(),
  ...fields,
})

const enclosure = { url: 'https://example.org/1.mp3', mediaType: 'audio/mpeg', sizeBytes: 1234 }

test('a passage is an item with its words, its place and its recording', () => {
  const document = { title: 'One', publishedAt: '2026-01-02T03:04:05.000Z', enclosure }
  const source = aSource({ location: 'https://ann:pw@example.org/feed?token=secret', title: 'A show' })
  const result = aResult({ document, speaker: 'Ana', text: 'Taproot is active.', jumpMs: 3_723_500 })
  const sourceOf = new Map([[result.document.id, source]])
  const read = parseRssFeed(writeRss(feed({ items: [result], sourceOf })))
  expect(read).toMatchObject({
    title: 'taproot · Cuepoint',
    link: 'https://cue.example.org/?q=taproot&kind=episode',
    description: 'About taproot',
    atom: {
      links: [
        {
          href: 'https://cue.example.org/api/v1/search.rss?q=taproot&kind=episode',
          rel: 'self',
          type: 'application/rss+xml',
        },
      ],
    },
  })
  expect(read.items).toEqual([
    {
      title: 'One · 1:02:03',
      link: 'https://cue.example.org/d/document-1?t=3723.5#t=3723.5',
      guid: { value: 'passage-1', isPermaLink: false },
      pubDate: 'Fri, 02 Jan 2026 03:04:05 GMT',
      description: 'Taproot is active.',
      dc: expect.objectContaining({ creators: ['Ana'] }) as unknown,
      source: { title: 'A show', url: 'https://example.org/feed?token=…' },
      enclosures: [{ url: 'https://example.org/1.mp3', length: 1234, type: 'audio/mpeg' }],
      atom: { links: [{ href: 'https://example.org/1.mp3#t=10,20', rel: 'related', type: 'audio/mpeg' }] },
    },
  ])
})

test('a section of a post leads to its heading; what is not known is left out', () => {
  const document = { kind: 'post', title: 'A post', publishedAt: null } as const
  const times = { startMs: null, endMs: null, jumpMs: null }
  const post = aResult({ document, ...times, anchor: 'what is it', chapter: 'What is it?' })
  const sourceOf = new Map([[post.document.id, aSource({ location: '/home/ann/posts' })]])
  expect(parseRssFeed(writeRss(feed({ items: [post], sourceOf }))).items).toEqual([
    {
      title: 'A post · What is it?',
      link: 'https://cue.example.org/d/document-1#what%20is%20it',
      guid: { value: 'passage-1', isPermaLink: false },
      description: 'Words as spoken.',
    },
  ])
})

test('a file of this server has its address here; no other file is told of', () => {
  const local = { enclosure: { ...enclosure, url: 'file:///home/ann/1.mp3', sizeBytes: null } }
  const text = writeRss(feed({ items: [aResult({ document: local })] }))
  expect(parseRssFeed(text).items?.[0]?.enclosures).toEqual([
    { url: 'https://cue.example.org/api/v1/documents/document-1/media', length: 0, type: 'audio/mpeg' },
  ])
  expect(text).not.toContain('/home')
})

test('markup in words is shown as words, by readers that take a description for HTML', () => {
  const text = '<img src=x onerror=alert(1)> & ]]> "quoted" &lt;b&gt;'
  const item = parseRssFeed(writeRss(feed({ items: [aResult({ text })] }))).items?.[0]
  expect(item?.description).toBe(
    '&lt;img src=x onerror=alert(1)&gt; &amp; ]]&gt; &quot;quoted&quot; &amp;lt;b&amp;gt;',
  )
})

const readBack = (text: string) =>
  readSource({
    isFolder: false,
    location: 'https://cue.example.org/f',
    name: 'f',
    text,
    mediaType: null,
  } as never)

test('whatever the words are, the feed is well formed, and our own ingest reads it back', async () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom(
        '\u0000',
        '\u0008',
        '\u001b',
        '\ufffe',
        '\ud800',
        '\udc00',
        ']]>',
        '<',
        '&',
        '\u2028',
        'a',
      ),
    }),
  )
  await fc.assert(
    fc.asyncProperty(hostile, hostile, hostile, async (title, text, speaker) => {
      const items = [
        aResult({ document: { title }, text, speaker, passageId: 'p1' }),
        aResult({ passageId: 'p2' }),
      ]
      const written = writeRss(feed({ items, title }))
      // Strict: other readers stop at the first sign that XML does not allow.
      // eslint-disable-next-line no-control-regex -- these are what it is about
      expect(written).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u)
      expect(parseRssFeed(written).items?.map(({ guid }) => guid?.value)).toEqual(['p1', 'p2'])
      const { items: own, issues } = await Promise.resolve(readBack(written))
      expect(own.map(({ document }) => document.guid)).toEqual(['p1', 'p2'])
      expect(issues).toEqual([])
    }),
    { numRuns: 50 },
  )
})
