import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { openLocation } from '../../../../ingest/fetch/open-location.js'
import { readSource } from '../../../../ingest/sources/recognize-source.js'
import type { FolderBody, SourceBody, TextBody } from '../../../../ingest/sources/source-format.js'

const blog = fileURLToPath(new URL('../../../fixtures/posts/blog', import.meta.url))

async function openBlog(): Promise<SourceBody> {
  const opened = await openLocation(blog, {}, { allowPrivate: false, dataFolder: '' })
  if (opened.status === 'unchanged') throw new Error('nothing was known that could be unchanged')
  return opened.body
}

const aPost = (text: string, location = '/posts/2026-05-04-my-first-post.md'): TextBody => ({
  isFolder: false,
  location,
  name: location.split('/').at(-1) ?? '',
  mediaType: null,
  text,
})

const aFolder = (files: Record<string, string>): FolderBody => ({
  isFolder: true,
  location: '/my-blog/content',
  origin: '/my-blog/content',
  files: Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => ({ path, sizeBytes: text.length, read: () => Promise.resolve(text) })),
})

describe('a folder of Jekyll posts', () => {
  test('is a source with the title and address of its settings', async () => {
    const read = await readSource(await openBlog())
    expect({ ...read, items: read.items.map(({ document }) => document.guid), issues: [] }).toEqual({
      kind: 'posts',
      guid: blog,
      title: 'Notes on Search',
      url: 'https://notes.example/blog',
      imageUrl: null,
      language: 'en',
      movedTo: null,
      isWhole: true,
      listsAll: true,
      items: [
        '/2026/three-ideas-1/',
        '2026-03-02-broken.md',
        'notes/copied-permalink.md',
        'notes/plain.markdown',
      ],
      issues: [],
    })
  })

  test('a post of a series is read with its sections and links; listed links are no text', async () => {
    const [post] = (await readSource(await openBlog())).items
    expect(post).toEqual({
      document: {
        guid: '/2026/three-ideas-1/',
        kind: 'post',
        title: 'Three Ideas - #1',
        description: 'Three ideas: an index, a graph, a fusion.',
        url: 'https://notes.example/2026/three-ideas-1/',
        otherUrls: [],
        imageUrl: null,
        publishedAt: '2026-03-01T08:30:00.000Z',
        durationMs: null,
        language: 'en',
        people: [{ name: 'Nadia Example', role: 'author' }],
        tags: ['bm25', 'hnsw', 'search', 'explainers', 'inverted index'],
        series: { title: 'Three Ideas', part: 1 },
        links: [
          { title: 'Podcast', url: 'https://show.example/1', rel: 'companion' },
          { title: 'Three Ideas #1 (short)', url: 'https://www.youtube.com/shorts/xyz', rel: 'video' },
          {
            title: 'The Probabilistic Relevance Framework',
            url: 'https://doi.org/10.1561/1500000019',
            rel: 'paper',
          },
          { title: 'Repository', url: 'https://git.example/three', rel: 'resource' },
          { title: 'Efficient and robust search', url: 'https://arxiv.org/abs/1603.09320', rel: 'paper' },
          { title: 'Managing Gigabytes', url: 'https://books.example/mg', rel: 'resource' },
        ],
        chapters: [],
        soundbites: [],
        rating: null,
        sections: [
          {
            anchor: '',
            heading: '',
            level: 0,
            text: 'Three ideas, each in a minute.',
            quotes: [],
            links: [],
          },
          {
            anchor: '1-inverted-index-ii',
            heading: 'Inverted Index (II)',
            level: 3,
            text:
              'An inverted index lists, for each word, the documents that hold it. Looking up a term is one step.\n\n' +
              'Like the index at the back of a book.',
            quotes: ['Like the index at the back of a book.'],
            links: [],
          },
          {
            anchor: 'hnsw',
            heading: 'Train / Test & HNSW',
            level: 3,
            text: '- hops between neighbours\n- gets closer each time\n\nquery -> entry point',
            quotes: [],
            links: [
              { title: 'Efficient and robust search', url: 'https://arxiv.org/abs/1603.09320', rel: 'paper' },
            ],
          },
          {
            // As GitHub and kramdown number a repeated heading.
            anchor: '1-inverted-index-ii-1',
            heading: 'Inverted Index (II)',
            level: 3,
            text: 'The same heading again, as written elsewhere.',
            quotes: [],
            links: [],
          },
          {
            anchor: 'quick-reference',
            heading: 'Quick Reference',
            level: 2,
            text:
              'Inverted index: Word to documents\nHNSW: A graph of near things\n\n' +
              'ours: Lexical yes; Dense also',
            quotes: [],
            links: [],
          },
        ],
        enclosure: null,
      },
      transcript: null,
      transcripts: [],
      chaptersUrl: null,
    })
  })

  test('a post whose front matter is broken is read without it', async () => {
    const [, post] = (await readSource(await openBlog())).items
    expect(post?.document).toMatchObject({
      title: 'Still Read',
      publishedAt: '2026-03-02T00:00:00.000Z',
      sections: [
        {
          anchor: 'still-read',
          heading: 'Still Read',
          level: 1,
          text: 'The body is read without its front matter.',
        },
      ],
    })
  })

  test('a copied permalink does not merge two posts; other authors and languages are read', async () => {
    const [, , post] = (await readSource(await openBlog())).items
    expect(post?.document).toMatchObject({
      guid: 'notes/copied-permalink.md',
      language: 'de-ch',
      publishedAt: null,
      people: [
        { name: 'Kim', role: 'author' },
        { name: 'Lee', role: 'author' },
      ],
    })
  })

  test('each fault is an issue that names its file', async () => {
    const { issues } = await readSource(await openBlog())
    expect(issues.map(({ code, where, message }) => `${code} ${where}: ${message.slice(0, 60)}`)).toEqual([
      'POST_INVALID 2026-03-01-three-ideas.md: link: address "javascript:alert(1)" is neither http(s) nor a',
      'POST_INVALID 2026-03-02-broken.md: its front matter is no YAML: Missing closing "quote at line ',
      'POST_INVALID notes/copied-permalink.md: date "someday" cannot be read',
      'POST_INVALID notes/unpublished.md: is not published (its front matter says so) and is left out',
      'POST_INVALID notes/copied-permalink.md: has the permalink or guid "/2026/three-ideas-1/" of another ',
    ])
  })
})

test('a single file without front matter is dated and titled by its name', async () => {
  const read = await readSource(aPost('Hello.'))
  expect([read.title, read.items[0]?.document.title, read.items[0]?.document.publishedAt]).toEqual([
    'My first post',
    'My first post',
    '2026-05-04T00:00:00.000Z',
  ])
})

test('a post on the web has its own address', async () => {
  const read = await readSource(aPost('# A\n\ntext', 'https://x.example/a.md'))
  expect(read.items[0]?.document.url).toBe('https://x.example/a.md')
})

test('no permalink makes an address of another scheme', async () => {
  const read = await readSource(
    aPost('---\nurl: javascript:alert(1)\npermalink: "file:///etc/passwd"\n---\ntext'),
  )
  expect(read.items[0]?.document.url).toBeNull()
})

test('text past the limit is left out and reported', async () => {
  const { items, issues } = await readSource(aPost(`${'word '.repeat(70_000)}end`))
  expect(items[0]?.document.sections[0]?.text.length).toBe(299_999)
  expect(issues.map(({ message }) => message)).toEqual([
    'is longer than 300000 characters; the rest is left out',
  ])
})

test('a folder of drafts alone is refused', async () => {
  await expect(readSource(aFolder({ 'a.md': '---\ndraft: true\n---\nx' }))).rejects.toMatchObject({
    code: 'FEED_EMPTY',
  })
})

test('a Hugo site is read by its settings, posts in folders, front matter in TOML and in JSON', async () => {
  const { title, url, language, items, issues } = await readSource(
    aFolder({
      'hugo.toml':
        "baseURL = 'https://h.example/'\nlanguageCode = 'en-us'\ntitle = \"H # 1\" # mine\n[params]\nx = 1\n",
      'posts/_index.md': '+++\ntitle = "All posts"\n+++\n',
      'posts/first-steps/index.md':
        '+++\ndate = 2026-01-02T03:04:05Z\ntags = [\n  "a, b", # why\n  \'c\'\n]\ndraft = false\nurl = "/first/"\n+++\n\nHello {{< figure src="x.png" >}}there.\n',
      'posts/second.md': '{\n  "title": "Second",\n  "series": ["S"],\n  "series_order": 2\n}\n\nText.\n',
    }),
  )
  expect({ title, url, language, issues }).toEqual({
    title: 'H # 1',
    url: 'https://h.example/',
    language: 'en-us',
    issues: [],
  })
  expect(
    items.map(({ document }) => [
      document.title,
      document.url,
      document.publishedAt,
      document.tags,
      document.series,
    ]),
  ).toEqual([
    ['First steps', 'https://h.example/first/', '2026-01-02T03:04:05.000Z', ['a, b', 'c'], null],
    ['Second', null, null, [], { title: 'S', part: 2 }],
  ])
  expect(items[0]?.document.sections[0]?.text).toBe('Hello there.')
})

test('a post copied as text gets back its headings, tables and quotes', async () => {
  const { items, issues } = await readSource(
    aPost(
      [
        'Two Ideas - #7',
        '120 words • 1 min read • Abstract',
        'Two ideas in a minute.',
        'References',
        '| Idea | Reference |',
        '|---|---|',
        '| One | A Paper (1999) |',
        'Ideas of the Day',
        '1. One (First Idea)',
        'The first idea is told in a sentence that is longer than any heading would be, as ideas are.',
        'Like a first step.',
        '2. Two',
        'The second idea is told in a sentence that is longer than any heading would be, as ideas are.',
        'Like a second step.',
        'Part 7 of the Two Ideas series. View all parts | Next: Part 8 →',
      ].join('\n'),
      '/posts/two.txt',
    ),
  )
  expect(issues).toEqual([])
  expect(items[0]?.document).toMatchObject({
    kind: 'post',
    title: 'Two Ideas - #7',
    series: { title: 'Two Ideas', part: 7 },
    sections: [
      { level: 0, text: 'Two ideas in a minute.' },
      { heading: 'References', anchor: 'references', text: 'One: A Paper (1999)' },
      { heading: 'One (First Idea)', anchor: '1-one-first-idea', quotes: ['Like a first step.'] },
      { heading: 'Two', anchor: '2-two', quotes: ['Like a second step.'] },
    ],
  })
})

test('a text of no known form is no post', async () => {
  await expect(readSource(aPost('One.\nTwo.\nThree.\nFour.\nFive.', '/a.txt'))).rejects.toMatchObject({
    code: 'SOURCE_UNRECOGNIZED',
  })
})

const seeds = join(process.env.CUEPOINT_SHARED ?? '../shared', 'seeds')

describe.skipIf(!existsSync(seeds))('with the seeds at hand (CUEPOINT_SHARED)', () => {
  test.each([
    ['000_d3afb0b6e6e6fb97.txt', 20, 5, ['https://www.youtube.com/shorts/OklW3RTV3I4']],
    // The rendered text has lost its addresses.
    ['001_30de77a13cd9ccca.txt', 4, 0, []],
  ])(
    '%s is part %d, five concepts with a quote each, %d with their paper',
    async (name, part, papers, videos) => {
      const { items } = await readSource(aPost(readFileSync(join(seeds, name), 'utf8'), join('/seeds', name)))
      const document = items[0]?.document
      const concepts = document?.sections.filter(({ quotes }) => quotes.length === 1) ?? []
      expect(document?.series).toEqual({ title: 'Five ML Concepts', part })
      expect(concepts.length).toBe(5)
      expect(concepts.filter(({ links }) => links.some(({ rel }) => rel === 'paper')).length).toBe(papers)
      expect(document?.links.filter(({ rel }) => rel === 'video').map(({ url }) => url)).toEqual(videos)
    },
  )
})
