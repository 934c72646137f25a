import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { feedFormat } from '../../../../ingest/sources/feed/feed.js'
import type { TextBody } from '../../../../ingest/sources/source-format.js'
import { AppError } from '../../../../src/errors.js'

const fixture = (name: string): string =>
  readFileSync(new URL(`../../../fixtures/feeds/${name}`, import.meta.url), 'utf8')

const aBody = (text: string, location = 'https://odd.example/feeds/odd.xml'): TextBody => ({
  isFolder: false,
  location,
  name: 'odd.xml',
  mediaType: null,
  text,
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
    kind: 'feed',
    guid: 'y0ur-gu1d-g035-h3r3',
    title: 'Podcasting 2.0 Namespace Example',
    url: 'https://example.com/podcast',
    imageUrl: 'https://example.com/images/pci_avatar-massive.jpg',
    language: 'en-us',
    movedTo: null,
    isWhole: true,
    listsAll: false,
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
      otherUrls: [],
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
      soundbites: [{ startMs: 33_833, endMs: 93_833, title: '' }],
      rating: null,
      sections: [],
      enclosure: { url: 'https://example.com/file-03.mp3', mediaType: 'audio/mpeg', sizeBytes: 43_200_000 },
    },
    transcript: null,
    transcripts: [
      {
        url: 'https://example.com/ep3/transcript.txt',
        mediaType: 'text/plain',
        language: 'en-us',
        captions: false,
        machine: false,
      },
      {
        url: 'https://example.com/episode1/transcript.vtt',
        mediaType: 'text/vtt',
        language: 'es',
        captions: true,
        machine: false,
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
      kind: 'feed',
      guid: '44103728-b782-5d46-b1f7-197ae24bd136',
      title: 'Odd & Even’s',
      url: 'https://odd.example/show',
      imageUrl: 'https://odd.example/cover.png',
      language: 'en-gb',
      movedTo: null,
      isWhole: false,
      listsAll: false,
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
        otherUrls: [],
        imageUrl: null,
        publishedAt: '2002-09-07T04:00:01.000Z',
        durationMs: 3_723_000,
        language: 'en-gb',
        people: [{ name: 'Ada', role: 'guest' }],
        tags: ['Search', 'ranking', 'BM25'],
        series: { title: 'Odd & Even’s, season 2', part: 7 },
        links: [],
        chapters: [],
        soundbites: [],
        rating: null,
        sections: [],
        enclosure: { url: 'https://odd.example/feeds/media/007.mp3', mediaType: 'audio/mpeg', sizeBytes: 12 },
      },
      transcript: null,
      transcripts: [
        // English before German, whatever the type; then JSON, SRT by its extension, plain text.
        {
          url: 'https://odd.example/feeds/t/words.json',
          mediaType: 'application/json',
          language: 'en',
          captions: true,
          machine: false,
        },
        {
          url: 'https://odd.example/feeds/t/a.srt',
          mediaType: 'application/x-subrip',
          language: 'en-gb',
          captions: false,
          machine: false,
        },
        {
          url: 'https://odd.example/feeds/t/plain.txt',
          mediaType: 'text/plain',
          language: 'en-gb',
          captions: false,
          machine: false,
        },
        {
          url: 'https://odd.example/feeds/t/deutsch.vtt',
          mediaType: 'text/vtt',
          language: 'de',
          captions: false,
          machine: false,
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
      ['untitled-2', 'post', null],
      ['evil', 'episode', null],
    ])
    expect(find('https://cdn.example/film.mp4')?.document.links).toEqual([
      { title: 'A film of 181 seconds, broken date', url: 'https://youtu.be/abc', rel: 'video' },
    ])
  })

  test('an item without people has those of the channel; one without a title begins like its description', () => {
    expect(find('untitled-2')?.document.people).toEqual([{ name: 'Channel Host', role: 'host' }])
    expect(find('untitled-2')?.document.title).toBe('Its first line.')
    expect(find('untitled-2')?.document.sections.map(({ text }) => text)).toEqual([
      'Its first line.\nIts second line with a <tag>.',
    ])
  })

  test('each fault is an issue that names its item', () => {
    expect(read.issues.map(({ code, where, message }) => `${code} ${where}: ${message}`)).toEqual([
      'FEED_ITEM_INVALID item 1 "007": podcast:transcript: address "javascript:alert(1)" is neither http(s) nor a file of the source; left out',
      'FEED_ITEM_INVALID item 3 "A film of 181 seconds, broken date": date "yesterday" cannot be read',
      'FEED_ITEM_INVALID item 4 "Same guid, another recording": repeats the guid "1e3" of an earlier item; its address tells it apart',
      'FEED_ITEM_INVALID item 5 "Same guid, nothing else": repeats the guid "1e3" of an earlier item and is left out',
      'FEED_ITEM_INVALID item 6 "Nothing identifies this": has no guid, enclosure, link, date or text that would identify it and is left out',
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
    {
      url: 'https://x.example/t.vtt',
      mediaType: 'text/vtt',
      language: null,
      captions: false,
      machine: false,
    },
  ])
})

test("a transcript's language is the document's when every transcript differs from the channel", () => {
  const transcript = '<podcast:transcript url="https://x.example/t.vtt" language="fr"/>'
  const text = aFeed(`<language>en</language><item><title>A</title><guid>a</guid>${transcript}</item>`)
  expect(feedFormat.read(aBody(text)).items[0]?.document.language).toBe('fr')
})

test('a feed without items is read, with an issue', () => {
  const { items, issues } = feedFormat.read(aBody(aFeed('')))
  expect(items).toEqual([])
  expect(issues.map(({ code }) => code)).toEqual(['FEED_EMPTY'])
})

test('soundbites come by their start; one without a length is reported', () => {
  const text = aFeed(
    '<item><guid>a</guid><title>A</title>' +
      '<podcast:soundbite startTime="73.5" duration="60"/>' +
      '<podcast:soundbite startTime="1.25" duration="2.5"> Why &amp; how </podcast:soundbite>' +
      '<podcast:soundbite startTime="5"/></item>',
  )
  const { items, issues } = feedFormat.read(aBody(text))
  expect(items[0]?.document.soundbites).toEqual([
    { startMs: 1250, endMs: 3750, title: 'Why & how' },
    { startMs: 73_500, endMs: 133_500, title: '' },
  ])
  expect(issues.map(({ message }) => message)).toEqual([
    'podcast:soundbite has no startTime and duration in seconds (["5",null]); left out',
  ])
})

describe('what plays', () => {
  const enclosureOf = (tags: string) =>
    feedFormat.read(aBody(aFeed(`<item><guid>a</guid><title>A</title>${tags}</item>`))).items[0]?.document
      .enclosure ?? null
  const alternate =
    '<podcast:alternateEnclosure type="application/x-mpegURL"><podcast:source uri="https://x.example/a.m3u8"/>' +
    '</podcast:alternateEnclosure><podcast:alternateEnclosure type="audio/opus" length="32">' +
    '<podcast:source uri="ipfs://abc"/>' +
    '<podcast:source uri="https://x.example/a.torrent" contentType="application/x-bittorrent"/>' +
    '<podcast:source uri="https://x.example/a.opus"/></podcast:alternateEnclosure>'

  test('an alternate enclosure stands in where there is no other: http(s), sound before playlists', () => {
    expect(enclosureOf(alternate)).toEqual({
      url: 'https://x.example/a.opus',
      mediaType: 'audio/opus',
      sizeBytes: 32,
    })
    expect(enclosureOf(`${alternate}<enclosure url="https://x.example/a.mp3"/>`)?.url).toBe(
      'https://x.example/a.mp3',
    )
  })

  test('of Media RSS the default, never a picture', () => {
    const media = (attributes: string) => `<media:content ${attributes}/>`
    expect(
      enclosureOf(
        media('url="https://x.example/a.jpg" medium="image"') +
          media('url="https://x.example/cover"') +
          `<media:group>${media('url="https://x.example/low.mp4"')}` +
          `${media('url="https://x.example/high.mp4" isDefault="true" fileSize="7"')}</media:group>`,
      ),
    ).toEqual({ url: 'https://x.example/high.mp4', mediaType: 'video/mp4', sizeBytes: 7 })
    expect(enclosureOf('<enclosure url="https://x.example/a.png" type="image/png"/>')).toBeNull()
  })

  test('a live item is no document', () => {
    const text = aFeed('<podcast:liveItem status="live"><guid>l</guid><title>Live</title></podcast:liveItem>')
    expect(feedFormat.read(aBody(text)).items).toEqual([])
  })
})

test('an item with text and nothing to play is a post, its content in sections, its summary the description', () => {
  const text = aFeed(
    '<item><title>A post</title><link>https://x.example/a</link><description>In short.</description>' +
      '<content:encoded><![CDATA[<p>First.</p><h2 id="two">Two</h2><blockquote>Said.</blockquote>' +
      '<p>See <a href="/paper.pdf">the paper</a>.</p><script>evil()</script>]]></content:encoded></item>',
  )
  const { items, issues } = feedFormat.read(aBody(text))
  const { kind, description, sections } = items[0]?.document ?? {}
  expect({ kind, description, sections, issues }).toEqual({
    kind: 'post',
    description: 'In short.',
    sections: [
      { anchor: '', heading: '', level: 0, text: 'First.', quotes: [], links: [] },
      {
        anchor: 'two',
        heading: 'Two',
        level: 2,
        text: 'Said.\n\nSee the paper.',
        quotes: ['Said.'],
        links: [{ title: 'the paper', url: 'https://x.example/paper.pdf', rel: 'paper' }],
      },
    ],
    issues: [],
  })
})

test('an episode keeps its notes as text, and what they link to', () => {
  const text = aFeed(
    '<item><title>A</title><guid>a</guid><enclosure url="https://x.example/a.mp3"/><link>https://x.example/a</link>' +
      '<description><![CDATA[<p>By <a href="/b">Bo <b>Berg</b></a>, <a href="javascript:x">x</a>, ' +
      '<a href="https://x.example/a">here</a></p><p>Paper: https://doi.org/10.1/x.</p>]]></description></item>',
  )
  const { document } = feedFormat.read(aBody(text)).items[0] ?? {}
  expect([document?.kind, document?.description, document?.sections, document?.links]).toEqual([
    'episode',
    'By Bo Berg, x, here\n\nPaper: https://doi.org/10.1/x.',
    [],
    [
      { title: 'Bo Berg', url: 'https://x.example/b', rel: 'resource' },
      { title: 'Paper', url: 'https://doi.org/10.1/x', rel: 'paper' },
    ],
  ])
})

test('RDF has its items beside the channel and may know them by their address only', () => {
  const text =
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ' +
    'xmlns:d="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://x.example/"><title>R</title>' +
    '<link>https://x.example/</link><d:language>fr</d:language></channel>' +
    '<item rdf:about="https://x.example/1"><title>Un</title><d:creator>Zoé</d:creator><d:date>2003-05-04</d:date>' +
    '<description>Texte</description></item></rdf:RDF>'
  const { title, url, language, items } = feedFormat.read(aBody(text))
  const { guid, url: page, people, publishedAt, kind } = items[0]?.document ?? {}
  expect([title, url, language]).toEqual(['R', 'https://x.example/', 'fr'])
  expect({ guid, page, people, publishedAt, kind }).toEqual({
    guid: 'https://x.example/1',
    page: 'https://x.example/1',
    people: [{ name: 'Zoé', role: 'author' }],
    publishedAt: '2003-05-04T00:00:00.000Z',
    kind: 'post',
  })
})

test('an xml:base that names files of this machine is not obeyed', () => {
  const text = aFeed(
    '<item xml:base="file:///etc/"><title>A</title><guid>a</guid><enclosure url="passwd"/></item>',
  )
  expect(feedFormat.read(aBody(text, '/shows/one/feed.xml')).items[0]?.document.enclosure?.url).toBe(
    'file:///shows/one/passwd',
  )
})

test.each([
  ['not xml at all', 'FEED_NOT_RSS'],
  ['', 'FEED_NOT_RSS'],
  ['<html><body>gone</body></html>', 'FEED_NOT_RSS'],
  ['<opml><body/></opml>', 'FEED_NOT_RSS'],
  ['<!DOCTYPE rss [<!ENTITY % a SYSTEM "file:///etc/passwd">]><rss/>', 'FEED_EMPTY'],
  ['<rss version="2.0"></rss>', 'FEED_EMPTY'],
])('%j is refused as %s', (text, code) => {
  expect(codeOf(() => feedFormat.read(aBody(text)))).toBe(code)
})
