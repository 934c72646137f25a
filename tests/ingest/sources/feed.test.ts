import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { feedFormat } from '../../../ingest/sources/feed.js'
import type { SourceBody } from '../../../ingest/sources/source-format.js'
import { AppError } from '../../../src/errors.js'

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/feeds/${name}`, import.meta.url), 'utf8')

const aBody = (text: string, location = 'https://odd.example/feeds/odd.xml'): SourceBody => ({
  location,
  files: [{ path: 'odd.xml', text }],
  isFolder: false,
})

const aFeed = (items: string, attributes = ''): string =>
  `<rss version="2.0" ${attributes}><channel><title>T</title>${items}</channel></rss>`

const codeOf = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
  return 'nothing thrown'
}

test("the standard's own example is read whole", () => {
  const read = feedFormat.read(aBody(fixture('podcasting-2.0-example.xml'), 'https://example.com/feed.xml'))
  expect({ ...read, items: read.items.length }).toEqual({
    guid: 'y0ur-gu1d-g035-h3r3',
    title: 'Podcasting 2.0 Namespace Example',
    url: 'https://example.com/podcast',
    imageUrl: 'https://example.com/images/pci_avatar-massive.jpg',
    language: 'en-us',
    items: 3,
    issues: [],
  })
  expect(read.items[0]).toEqual({
    document: {
      guid: 'https://example.com/ep0003',
      kind: 'episode',
      title: 'Episode 3 - The Future',
      description: 'A look into the future of podcasting and how we get to Podcasting 2.0!',
      url: 'https://example.com/podcast/ep0003',
      imageUrl: 'https://example.com/ep0003/artMd.jpg',
      publishedAt: '2020-10-09T04:30:38.000Z',
      durationMs: null,
      language: 'en-us',
      people: [
        { name: 'Adam Curry', role: 'host' },
        { name: 'Dave Jones', role: 'guest' },
        { name: 'Becky Smith', role: 'cover art designer' },
      ],
      tags: [],
      series: { title: 'Podcasting 2.0', part: 3 },
      links: [],
      chapters: [],
      sections: [],
      enclosure: { url: 'https://example.com/file-03.mp3', mediaType: 'audio/mpeg', sizeBytes: 43_200_000 },
    },
    transcripts: [
      {
        url: 'https://example.com/ep3/transcript.txt',
        mediaType: 'text/plain',
        language: 'en-us',
        captions: false,
      },
      {
        url: 'https://example.com/episode1/transcript.vtt',
        mediaType: 'text/vtt',
        language: 'es',
        captions: true,
      },
    ],
    chaptersUrl: 'https://example.com/ep3_chapters.json',
  })
})

describe('a feed of oddities', () => {
  const read = feedFormat.read(aBody(fixture('odd-feed.xml')))
  const find = (guid: string) => read.items.find(({ document }) => document.guid === guid)

  test('its channel gives decoded text, a UUIDv5 of its address and addresses made absolute', () => {
    expect({ ...read, items: [], issues: [] }).toEqual({
      guid: '44103728-b782-5d46-b1f7-197ae24bd136',
      title: 'Odd & Even’s',
      url: 'https://odd.example/show',
      imageUrl: 'https://odd.example/cover.png',
      language: 'en-gb',
      items: [],
      issues: [],
    })
  })

  test('numbers stay text, other prefixes are understood, the best transcript comes first', () => {
    expect(find('1e3')).toEqual({
      document: {
        guid: '1e3',
        kind: 'episode',
        title: '007',
        description: 'AT&T said 1 < 2 …\n\n- one\n- two',
        url: null,
        imageUrl: null,
        publishedAt: '2002-09-07T04:00:01.000Z',
        durationMs: 3_723_000,
        language: 'en-gb',
        people: [{ name: 'Ada', role: 'guest' }],
        tags: ['Search', 'ranking', 'BM25'],
        series: { title: 'Odd & Even’s, season 2', part: 7 },
        links: [],
        chapters: [],
        sections: [],
        enclosure: { url: 'https://odd.example/feeds/media/007.mp3', mediaType: 'audio/mpeg', sizeBytes: 12 },
      },
      transcripts: [
        // English before German, whatever the type; then JSON, SRT by its extension, plain text.
        {
          url: 'https://odd.example/feeds/t/words.json',
          mediaType: 'application/json',
          language: 'en',
          captions: true,
        },
        {
          url: 'https://odd.example/feeds/t/a.srt',
          mediaType: 'application/x-subrip',
          language: 'en-gb',
          captions: false,
        },
        {
          url: 'https://odd.example/feeds/t/plain.txt',
          mediaType: 'text/plain',
          language: 'en-gb',
          captions: false,
        },
        {
          url: 'https://odd.example/feeds/t/deutsch.vtt',
          mediaType: 'text/vtt',
          language: 'de',
          captions: false,
        },
      ],
      chaptersUrl: 'https://odd.example/feeds/c/007.json',
    })
  })

  test('a video of 180 seconds is a short, one of 181 an episode; a page on YouTube is a video link', () => {
    const kinds = read.items.map(({ document }) => [document.guid, document.kind, document.durationMs])
    expect(kinds).toEqual([
      ['1e3', 'episode', 3_723_000],
      ['https://cdn.example/short.mp4', 'short', 180_000],
      ['https://cdn.example/film.mp4', 'episode', 181_000],
      ['1e3 https://cdn.example/other.mp3', 'episode', null],
      ['untitled-2', 'episode', null],
      ['evil', 'episode', null],
    ])
    expect(find('https://cdn.example/film.mp4')?.document.links).toEqual([
      { title: 'A film of 181 seconds, broken date', url: 'https://youtu.be/abc', rel: 'video' },
    ])
  })

  test('an item without people has those of the channel; one without a title begins like its description', () => {
    expect(find('untitled-2')?.document.people).toEqual([{ name: 'Channel Host', role: 'host' }])
    expect(find('untitled-2')?.document.title).toBe('Its first line.')
    expect(find('untitled-2')?.document.description).toBe('Its first line.\nIts second line with a <tag>.')
  })

  test('each fault is an issue that names its item', () => {
    expect(read.issues.map(({ code, where, message }) => `${code} ${where}: ${message}`)).toEqual([
      'FEED_ITEM_INVALID item 1 "007": podcast:transcript: address "javascript:alert(1)" is neither http(s) nor a file of the source; left out',
      'FEED_ITEM_INVALID item 3 "A film of 181 seconds, broken date": date "yesterday" cannot be read',
      'FEED_ITEM_INVALID item 4 "Same guid, another recording": repeats the guid "1e3" of an earlier item; its address tells it apart',
      'FEED_ITEM_INVALID item 5 "Same guid, nothing else": repeats the guid "1e3" of an earlier item and is left out',
      'FEED_ITEM_INVALID item 6 "Nothing identifies this": has no guid, enclosure, link or date that would identify it and is left out',
      'FEED_ITEM_INVALID item 7 "": has neither title nor description and is left out',
      'FEED_ITEM_INVALID item 9 "Evil": link: address "data:text/html,x" is neither http(s) nor a file of the source; left out',
      'PATH_OUTSIDE_SOURCE item 9 "Evil": enclosure: address "file:///etc/passwd" names a local file; a source on the web may not; left out',
    ])
  })
})

test('a local feed refers to files of its folder and no others', () => {
  const text = aFeed(
    '<item><title>A</title><guid>a</guid><link>page.html</link><enclosure url="audio/a b.mp3"/></item>' +
      '<item><title>B</title><guid>b</guid><enclosure url="../secret.mp3"/></item>' +
      '<item><title>C</title><guid>c</guid><enclosure url="%2e%2e/secret.mp3"/></item>' +
      '<item><title>D</title><guid>d</guid><enclosure url="/etc/passwd"/></item>',
  )
  const { guid, items, issues } = feedFormat.read(aBody(text, '/shows/one/feed.xml'))
  expect(guid).toBe('/shows/one/feed.xml')
  expect(items.map(({ document }) => [document.url, document.enclosure])).toEqual([
    [null, { url: 'file:///shows/one/audio/a%20b.mp3', mediaType: 'audio/mpeg', sizeBytes: null }],
    [null, null],
    [null, null],
    [null, null],
  ])
  expect(issues.map(({ code }) => code)).toEqual(Array(3).fill('PATH_OUTSIDE_SOURCE'))
})

test('a namespace may be the default one of an element', () => {
  const text = aFeed(
    '<item><title>A</title><guid>a</guid>' +
      '<transcript xmlns="https://podcastindex.org/namespace/1.0" url="https://x.example/t.vtt"/></item>',
  )
  expect(feedFormat.read(aBody(text)).items[0]?.transcripts).toEqual([
    { url: 'https://x.example/t.vtt', mediaType: 'text/vtt', language: null, captions: false },
  ])
})

test("a transcript's language is the document's when every transcript differs from the channel", () => {
  const transcript = '<podcast:transcript url="https://x.example/t.vtt" language="fr"/>'
  const text = aFeed(`<language>en</language><item><title>A</title><guid>a</guid>${transcript}</item>`)
  expect(feedFormat.read(aBody(text)).items[0]?.document.language).toBe('fr')
})

test('a forgotten end tag loses no other item and is reported with its line', () => {
  const text = aFeed('<item><title>A</title><guid>a</guid>\n<item><title>B</title><guid>b</guid></item>')
  const { items, issues } = feedFormat.read(aBody(text))
  expect(items.map(({ document }) => document.title)).toEqual(['A', 'B'])
  expect(issues.map(({ code, where }) => [code, where])).toEqual([
    ['FEED_ITEM_INVALID', 'https://odd.example/feeds/odd.xml:2'],
  ])
})

test('a bare < in a title costs no text', () => {
  const text = aFeed(
    '<item><title>a < b</title><guid>a</guid></item><item><title>B</title><guid>b</guid></item>',
  )
  expect(feedFormat.read(aBody(text)).items.map(({ document }) => document.title)).toEqual(['a < b', 'B'])
})

test('a feed without items is read, with an issue', () => {
  const { items, issues } = feedFormat.read(aBody(aFeed('')))
  expect(items).toEqual([])
  expect(issues.map(({ code }) => code)).toEqual(['FEED_EMPTY'])
})

test.each([
  ['not xml at all', 'FEED_NOT_RSS'],
  ['', 'FEED_NOT_RSS'],
  ['<html><body>gone</body></html>', 'FEED_NOT_RSS'],
  ['<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title></feed>', 'FEED_NOT_RSS'],
  ['<rss><channel><item><title', 'FEED_NOT_RSS'],
  ['<!DOCTYPE rss [<!ENTITY % a SYSTEM "file:///etc/passwd">]><rss/>', 'FEED_NOT_RSS'],
  ['<rss version="2.0"></rss>', 'FEED_EMPTY'],
])('%j is refused as %s', (text, code) => {
  expect(codeOf(() => feedFormat.read(aBody(text)))).toBe(code)
})
