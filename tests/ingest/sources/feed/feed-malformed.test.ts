import { expect, test } from 'vitest'
import { feedFormat } from '../../../../ingest/sources/feed/feed.js'
import type { TextBody } from '../../../../ingest/sources/source-format.js'

const aBody = (text: string): TextBody => ({
  isFolder: false,
  location: 'https://odd.example/feeds/odd.xml',
  name: 'odd.xml',
  mediaType: null,
  text,
})

const aFeed = (items: string): string =>
  `<rss version="2.0"><channel><title>T</title>${items}</channel></rss>`

test('a forgotten end tag loses no other item and is reported with its line', () => {
  const text = aFeed('<item><title>A</title><guid>a</guid>\n<item><title>B</title><guid>b</guid></item>')
  const { items, issues } = feedFormat.read(aBody(text))
  expect(items.map(({ document }) => document.title)).toEqual(['A', 'B'])
  expect(issues).toEqual([
    {
      code: 'FEED_MALFORMED',
      where: 'https://odd.example/feeds/odd.xml:2',
      message:
        'The feed is not well-formed XML: in line 2 <item> is opened before the one before it is closed. What could ' +
        'be read is in; items near this place may be missing. Its publisher can find the place with any XML validator',
    },
  ])
})

test.each([
  ['in a text', '<item><guid>c</guid><title>Thi', ['A', 'B', 'Thi']],
  ['in a tag', '<item><guid>c</guid><title>C</title><enclosure url="https://x.exa', ['A', 'B', 'C']],
  ['in an end tag', '<item><guid>c</guid><title>C</titl', ['A', 'B', 'C']],
  ['in a CDATA section', '<item><guid>c</guid><title><![CDATA[Cut', ['A', 'B', 'Cut']],
  ['in a comment', '<item><guid>c</guid><title>C</title><!-- <title>', ['A', 'B', 'C']],
])('a feed that breaks off %s keeps what came before', (_, rest, titles) => {
  const whole = '<item><guid>a</guid><title>A</title></item><item><guid>b</guid><title>B</title></item>'
  const text = `<rss><channel><title>T</title>${whole}${rest}`
  const { items, issues } = feedFormat.read(aBody(text))
  expect(items.map(({ document }) => document.title)).toEqual(titles)
  expect(issues.map(({ code }) => code)).toEqual(['FEED_MALFORMED'])
})

test('a quote that is never closed costs its own item at most', () => {
  const text = aFeed(
    '<item><guid>a</guid><title>A</title><enclosure url="https://x.example/a.mp3 type="audio/mpeg"/></item>' +
      '<item><guid isPermaLink="false">b</guid><title>B</title></item>',
  )
  expect(feedFormat.read(aBody(text)).items.map(({ document }) => document.title)).toEqual(['A', 'B'])
})

test('what a server wrote before the feed is passed over', () => {
  const text = `<br />\n<b>Warning</b>: no such file\n${aFeed('<item><guid>a</guid><title>A</title></item>')}`
  expect(feedFormat.read(aBody(text)).items.map(({ document }) => document.title)).toEqual(['A'])
})

test('a bare < in a title costs no text', () => {
  const text = aFeed(
    '<item><title>a < b</title><guid>a</guid></item><item><title>B</title><guid>b</guid></item>',
  )
  expect(feedFormat.read(aBody(text)).items.map(({ document }) => document.title)).toEqual(['a < b', 'B'])
})
