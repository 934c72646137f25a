import { expect, test } from 'vitest'
import { readSource } from '../../../ingest/sources/recognize-source.js'
import type { TextBody } from '../../../ingest/sources/source-format.js'
import { AppError } from '../../../src/errors.js'

const aFile = (name: string, text: string): TextBody => ({
  isFolder: false,
  location: `/somewhere/${name}`,
  name,
  mediaType: null,
  text,
})

const item = '<item><guid>a</guid><title>A</title><description>Text.</description></item>'

test.each([
  [
    'feed',
    'T',
    aFile(
      'download',
      `<?xml version="1.0"?>\n<!-- x > y -->\n<!DOCTYPE rss>\n<rss version="2.0"><channel><title>T</title>${item}</channel></rss>`,
    ),
  ],
  ['feed', 'T', aFile('a.md', `<rss><channel><title>T</title>${item}</channel></rss>`)],
  [
    'feed',
    'R',
    aFile(
      'rdf',
      `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>R</title></channel>${item}</r:RDF>`,
    ),
  ],
  [
    'feed',
    'F',
    aFile(
      'atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><id>a</id><title>A</title></entry></feed>',
    ),
  ],
  [
    'youtube',
    'Y',
    aFile(
      'videos.xml',
      '<feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns="http://www.w3.org/2005/Atom"><yt:playlistId>PLx</yt:playlistId><title>Y</title></feed>',
    ),
  ],
  ['posts', 'A post', aFile('post.txt', '---\ntitle: A post\n---\nText')],
])('recognizes %s %s by its content', async (kind, title, body) => {
  const read = await readSource(body)
  expect([read.kind, read.title]).toEqual([kind, title])
})

test('a file that is named like a feed is told what is wrong with it as a feed', async () => {
  await expect(readSource(aFile('feed.xml', 'not xml at all'))).rejects.toEqual(
    new AppError(
      'FEED_NOT_RSS',
      '/somewhere/feed.xml is not XML: expected <rss>, <rdf:RDF> or <feed>, found "not xml at all"',
    ),
  )
})

test('an empty file is refused, saying what was found and what was looked for', async () => {
  await expect(readSource(aFile('a', ''))).rejects.toMatchObject({
    code: 'SOURCE_UNRECOGNIZED',
    message: expect.stringMatching(
      /^\/somewhere\/a is no source that can be read: found an empty file, looked for an RSS or Atom feed, /,
    ) as string,
  })
})
