import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { openLocation } from '../../../../ingest/fetch/open-location.js'
import { htmlPostFormat } from '../../../../ingest/sources/html/html-post.js'
import type { Page } from '../../../../ingest/sources/page-format.js'
import { readSource } from '../../../../ingest/sources/recognize-source.js'
import type { SourceItem } from '../../../../ingest/sources/source-format.js'

const pages = fileURLToPath(new URL('../../../fixtures/posts/pages', import.meta.url))

const aPage = (text: string, location = '/blog/a.html'): Page => ({
  location,
  path: 'a.html',
  mediaType: null,
  text,
  site: { url: null, title: null, language: null },
})

function readPage(page: Page): { document: SourceItem['document'] | undefined; reported: string[] } {
  const reported: string[] = []
  const read = htmlPostFormat.read(page, (message) => void reported.push(message))
  return { document: read?.item.document, reported }
}

test('a page is read with its sections, listed links and series, without the site around it', () => {
  const page = aPage(readFileSync(join(pages, 'three-ideas.html'), 'utf8'))
  const inverted = {
    title: 'Inverted files',
    url: 'https://notes.example/papers/inverted.html',
    rel: 'paper',
  }
  const search = { title: 'Efficient search', url: 'https://arxiv.org/abs/1603.09320', rel: 'paper' }
  expect(htmlPostFormat.recognizes(page)).toBe(true)
  expect(readPage(page)).toEqual({
    reported: [],
    document: {
      guid: 'https://notes.example/2026/three-ideas-1/',
      kind: 'post',
      title: 'Three Ideas - #1',
      // The description only repeats how the text begins.
      description: '',
      url: 'https://notes.example/2026/three-ideas-1/',
      otherUrls: ['https://notes.example/amp/three-ideas-1'],
      imageUrl: null,
      publishedAt: '2026-03-01T08:30:00.000Z',
      durationMs: null,
      language: 'en-gb',
      people: [{ name: 'Nadia Example', role: 'author' }],
      tags: ['search', 'bm25'],
      series: { title: 'Three Ideas', part: 1 },
      links: [
        { title: 'Three Ideas #1', url: 'https://www.youtube.com/shorts/abcdefghijk', rel: 'video' },
        search,
        inverted,
      ],
      chapters: [],
      soundbites: [],
      rating: null,
      sections: [
        { anchor: '', heading: '', level: 0, text: 'Three ideas, each in a minute.', quotes: [], links: [] },
        {
          anchor: 'ii',
          heading: 'Inverted Index',
          level: 3,
          text:
            'It lists, for each word, the documents that hold it. See the notes and write.\n\n' +
            'Like the index at the back of a book.',
          quotes: ['Like the index at the back of a book.'],
          links: [
            inverted,
            { title: 'the notes', url: 'https://notes.example/2026/notes/', rel: 'resource' },
          ],
        },
        {
          anchor: 'hnsw',
          heading: 'Navigable small-world graph',
          level: 3,
          text: '- hops\n- closer each time\n- ends\n\nwhile (near) {\n  hop()\n}\n\nours: Lexical yes; Dense also',
          quotes: [],
          links: [search],
        },
      ],
      enclosure: null,
    },
  })
})

test('where it was fetched from is another address of it, and stands in for a canonical one', () => {
  const text = readFileSync(join(pages, 'three-ideas.html'), 'utf8')
  expect(readPage(aPage(text, 'https://notes.example/p?id=1')).document?.otherUrls).toEqual([
    'https://notes.example/amp/three-ideas-1',
    'https://notes.example/p?id=1',
  ])
  const bare =
    '<html><body><article><h1>A</h1><time datetime="2026-01-02">x</time><p>Text.</p></article></body></html>'
  expect(readPage(aPage(bare, 'https://notes.example/a')).document).toMatchObject({
    guid: 'https://notes.example/a',
    title: 'A',
    publishedAt: '2026-01-02T00:00:00.000Z',
  })
  expect(readPage(aPage(bare)).document).toMatchObject({ guid: 'a.html', url: null })
})

test.each([
  ['a list of entries', readFileSync(join(pages, 'index.html'), 'utf8')],
  ['a page without a date', '<html><body><article><h1>About</h1><p>Us.</p></article></body></html>'],
  [
    'a page that says what else it is',
    '<html><script type="application/ld+json">{"@type":"AboutPage"}</script><article class="h-entry"><h1>A</h1></article>',
  ],
  [
    'a blog that lists postings',
    '<html><script type="application/ld+json">{"@type":"Blog","blogPost":[{"@type":"BlogPosting"}]}</script><body><h1>Blog</h1></body></html>',
  ],
  ['text about HTML', 'About <article> and <h1>, 2026.'],
])('%s is no post', (_, text) => {
  expect(htmlPostFormat.recognizes(aPage(text))).toBe(false)
})

test('a page that marks no content is read by the weight of its text', () => {
  const paragraph = `<p>${'Search, as it is told here, with commas, is an old art. '.repeat(8)}</p>`
  const text =
    '<html><head><title>Old Art</title><script type="application/ld+json">{"@type":"Article","headline":"Old Art"}</script></head>' +
    `<body><div class="menu"><ul><li><a href="/">Home</a></li></ul></div><div id="text">${paragraph.repeat(4)}</div></body></html>`
  const { document } = readPage(aPage(text))
  expect(document?.sections.map((section) => section.text.includes('Home'))).toEqual([false])
  expect(document?.sections[0]?.text.split('\n\n').length).toBe(4)
})

test('a page whose Markdown was never rendered is read as Markdown', () => {
  const text =
    '<html><head><meta property="og:type" content="article"><meta property="article:published_time" content="2026-01-01"></head>' +
    '<body><article>\nHello.\n\n## One\n\nText of *one*.\n\n## Two\n\n> Like two.\n</article></body></html>'
  expect(readPage(aPage(text)).document?.sections.map(({ heading, text: own }) => [heading, own])).toEqual([
    ['', 'Hello.'],
    ['One', 'Text of one.'],
    ['Two', 'Like two.'],
  ])
})

test('a page nested as none is, is reported and left out', () => {
  const text = `<html><article class="h-entry"><h1>A</h1>${'<div>'.repeat(10_000)}deep</article>`
  expect(readPage(aPage(text))).toEqual({
    document: undefined,
    reported: ['is HTML that is nested or cut up as no page is, and is left out'],
  })
})

const blog = join(process.env.CUEPOINT_SHARED ?? '../shared', 'data/software-wrighter-blog')

describe.skipIf(!existsSync(blog))('with a real built Jekyll site at hand (CUEPOINT_SHARED)', () => {
  async function readBlog(): Promise<SourceItem['document'][]> {
    const opened = await openLocation(blog, {}, { allowPrivate: false, dataFolder: '' })
    if (opened.status === 'unchanged') throw new Error('nothing was known that could be unchanged')
    const { kind, issues, items } = await readSource(opened.body)
    expect({ kind, issues }).toEqual({ kind: 'posts', issues: [] })
    return items.map(({ document }) => document)
  }

  test('its 70 posts are read, nothing else is, and nothing of the site is in their text', async () => {
    const documents = await readBlog()
    expect(documents.length).toBe(70)
    expect(documents.filter(({ url, publishedAt, title }) => !url || !publishedAt || !title)).toEqual([])
    const texts = documents.flatMap(({ sections }) => sections.map(({ text }) => text)).join('\n')
    for (const furniture of [
      ...['min read', 'View all parts', 'Watch the Video', 'Unmute to hear', 'Copyright', 'localStorage'],
      ...['Decrease font', 'Scroll to top', "addEventListener('DOM", 'overflow: hidden', 'Abstracts'],
    ])
      expect(texts.includes(furniture), furniture).toBe(false)
  })

  test('parts 1 to 29 of the series each explain five concepts, with a quote, their paper and the short', async () => {
    const documents = (await readBlog()).filter(({ series }) => series?.title === 'Five ML Concepts')
    const parts = documents.map(({ series }) => series?.part ?? 0).sort((a, b) => a - b)
    expect(parts).toEqual([...Array.from({ length: 30 }, (_, index) => index + 1), 30])
    // The page itself says "no canonical paper" of one concept each of these parts.
    const withoutPaper = new Set([21, 22, 23, 24, 26])
    for (const { series, sections, links, title } of documents) {
      const part = series?.part ?? 0
      const shorts = links.filter(({ url }) => /^https:\/\/www\.youtube\.com\/shorts\/[\w-]{11}$/.test(url))
      expect(
        shorts.map(({ rel }) => rel),
        title,
      ).toEqual(['video'])
      const concepts = sections.filter(({ level, quotes }) => level === 3 && quotes.length === 1)
      if (part === 30) {
        expect(concepts, title).toEqual([])
        continue
      }
      expect(concepts.length, title).toBe(5)
      expect(
        concepts.every(({ text, quotes }) => text.length > (quotes[0]?.length ?? 0) + 40),
        title,
      ).toBe(true)
      const papers = concepts.filter(({ links: own }) => own.some(({ rel }) => rel === 'paper'))
      expect(papers.length, title).toBe(withoutPaper.has(part) ? 4 : 5)
    }
  })
})
