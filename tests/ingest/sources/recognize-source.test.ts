import { expect, test } from 'vitest'
import { recognizeSource } from '../../../ingest/sources/recognize-source.js'
import type { SourceBody } from '../../../ingest/sources/source-format.js'

const aFile = (path: string, text: string): SourceBody => ({
  location: `/somewhere/${path}`,
  files: [{ path, text }],
  isFolder: false,
})
const aFolder = (...paths: string[]): SourceBody => ({
  location: '/somewhere/posts',
  files: paths.map((path) => ({ path, text: 'text' })),
  isFolder: true,
})

test.each([
  ['feed', aFile('download', '<?xml version="1.0"?>\n<!-- x > y -->\n<!DOCTYPE rss>\n<rss version="2.0"/>')],
  ['feed', aFile('a.md', '<rss/>')],
  // Meant as a feed, so that the error can say what is wrong with it.
  ['feed', aFile('feed.xml', 'not xml at all')],
  ['feed', aFile('atom', '<feed xmlns="http://www.w3.org/2005/Atom"/>')],
  ['posts', aFile('a.md', '# A post')],
  ['posts', aFile('post.txt', '---\ntitle: A post\n---\nText')],
  ['posts', aFolder('2026-01-01-a.md', 'sub/b.markdown')],
])('recognizes %s', (kind, body) => {
  expect(recognizeSource(body).kind).toBe(kind)
})

test.each([
  ['text', aFile('a.txt', 'just text'), 'text that begins with "just text"'],
  ['an empty file', aFile('a.txt', ''), 'an empty file'],
  ['a folder without posts', aFolder('README.md'), 'a folder with 1 file(s)'],
])('%s is refused, saying what was found and what was looked for', (_, body, found) => {
  expect(() => recognizeSource(body)).toThrow(
    expect.objectContaining({
      code: 'SOURCE_UNRECOGNIZED',
      message:
        `${body.location} is no source that can be read: found ${found}, looked for an RSS 2.0 feed, ` +
        'a Markdown post or a folder of Markdown posts (.md, .markdown)',
    }) as Error,
  )
})
