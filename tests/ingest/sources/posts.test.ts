import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { openLocation } from '../../../ingest/fetch/open-location.js'
import { postsFormat } from '../../../ingest/sources/posts.js'
import type { SourceBody } from '../../../ingest/sources/source-format.js'

const blog = fileURLToPath(new URL('../../fixtures/posts/blog', import.meta.url))

async function openBlog(): Promise<SourceBody> {
  const opened = await openLocation(blog, {}, { allowPrivate: false })
  if (opened.status === 'unchanged') throw new Error('nothing was known that could be unchanged')
  return opened.body
}

const aPost = (text: string, location = '/posts/2026-05-04-my-first-post.md'): SourceBody => ({
  location,
  files: [{ path: location.split('/').at(-1) ?? '', text }],
  isFolder: false,
})

describe('a folder of Jekyll posts', () => {
  test('is a source with the title and address of its settings', async () => {
    const read = postsFormat.read(await openBlog())
    expect({ ...read, items: read.items.map(({ document }) => document.guid), issues: [] }).toEqual({
      guid: blog,
      title: 'Notes on Search',
      url: 'https://notes.example/blog',
      imageUrl: null,
      language: 'en',
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
    const [post] = postsFormat.read(await openBlog()).items
    expect(post).toEqual({
      document: {
        guid: '/2026/three-ideas-1/',
        kind: 'post',
        title: 'Three Ideas - #1',
        description: 'Three ideas: an index, a graph, a fusion.',
        url: 'https://notes.example/2026/three-ideas-1/',
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
          { title: 'Managing Gigabytes', url: 'https://books.example/mg', rel: 'paper' },
        ],
        chapters: [],
        sections: [
          { anchor: '', heading: '', level: 0, text: 'Three ideas, each in a minute.' },
          {
            anchor: '1-inverted-index-ii',
            heading: '1. Inverted Index (II)',
            level: 3,
            text:
              'An inverted index lists, for each word, the documents that hold it. Looking up a term is one step.\n\n' +
              'Like the index at the back of a book.',
          },
          {
            anchor: 'hnsw',
            heading: '2. Train / Test & HNSW',
            level: 3,
            text: '- hops between neighbours\n- gets closer each time\n\nquery -> entry point',
          },
          {
            // As GitHub and kramdown number a repeated heading.
            anchor: '1-inverted-index-ii-1',
            heading: '1. Inverted Index (II)',
            level: 3,
            text: 'The same heading again, as written elsewhere.',
          },
          {
            anchor: 'quick-reference',
            heading: 'Quick Reference',
            level: 2,
            text:
              'Inverted index: Word to documents\nHNSW: A graph of near things\n\n' +
              'ours: Lexical yes; Dense also',
          },
        ],
        enclosure: null,
      },
      transcripts: [],
      chaptersUrl: null,
    })
  })

  test('a post whose front matter is broken is read without it', async () => {
    const [, post] = postsFormat.read(await openBlog()).items
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
    const [, , post] = postsFormat.read(await openBlog()).items
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
    const { issues } = postsFormat.read(await openBlog())
    expect(issues.map(({ code, where, message }) => `${code} ${where}: ${message.slice(0, 60)}`)).toEqual([
      'POST_INVALID 2026-03-01-three-ideas.md: link: address "javascript:alert(1)" is neither http(s) nor a',
      'POST_INVALID 2026-03-02-broken.md: its front matter is no YAML: Missing closing "quote at line ',
      'POST_INVALID notes/copied-permalink.md: date "someday" cannot be read',
      'POST_INVALID notes/unpublished.md: is not published (its front matter says so) and is left out',
      'POST_INVALID notes/copied-permalink.md: has the permalink or guid "/2026/three-ideas-1/" of another ',
    ])
  })
})

test('a single file without front matter is dated and titled by its name', () => {
  const read = postsFormat.read(aPost('Hello.'))
  expect([read.title, read.items[0]?.document.title, read.items[0]?.document.publishedAt]).toEqual([
    'My first post',
    'My first post',
    '2026-05-04T00:00:00.000Z',
  ])
})

test('a post on the web has its own address', () => {
  const read = postsFormat.read(aPost('# A\n\ntext', 'https://x.example/a.md'))
  expect(read.items[0]?.document.url).toBe('https://x.example/a.md')
})

test('no permalink makes an address of another scheme', () => {
  const read = postsFormat.read(
    aPost('---\nurl: javascript:alert(1)\npermalink: "file:///etc/passwd"\n---\ntext'),
  )
  expect(read.items[0]?.document.url).toBeNull()
})

test('text past the limit is left out and reported', () => {
  const { items, issues } = postsFormat.read(aPost(`${'word '.repeat(70_000)}end`))
  expect(items[0]?.document.sections[0]?.text.length).toBe(299_999)
  expect(issues.map(({ message }) => message)).toEqual([
    'is longer than 300000 characters; the rest is left out',
  ])
})

test('a folder of drafts alone is refused', () => {
  const body = { location: '/p', isFolder: true, files: [{ path: 'a.md', text: '---\ndraft: true\n---\nx' }] }
  expect(() => postsFormat.read(body)).toThrow(expect.objectContaining({ code: 'FEED_EMPTY' }) as Error)
})
