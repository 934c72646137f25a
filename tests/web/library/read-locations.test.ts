import { DOMParser } from 'linkedom'
import { expect, test } from 'vitest'
import { readLocations, readOpml } from '../../../web/src/library/read-locations.js'

test('locations come one a line, once each', () => {
  expect(
    readLocations(
      ' https://a.example/feed \r\n\n<https://b.example/rss>\nhttps://a.example/feed\n/srv/my talks\n',
    ),
  ).toEqual(['https://a.example/feed', 'https://b.example/rss', '/srv/my talks'])
  expect(readLocations(`${'x'.repeat(2001)}\n`)).toEqual([])
  expect(readLocations(Array.from({ length: 900 }, (_, index) => `a${index}`).join('\n'))).toHaveLength(500)
})

const parse = (text: string) => new DOMParser().parseFromString(text, 'text/xml') as unknown as Document

test('the feeds of an OPML list are read from all its folders, however apps spell it', () => {
  const text = `<?xml version="1.0"?><opml version="2.0"><body>
    <outline text="Science"><outline type="rss" text="A" xmlUrl="https://a.example/feed?x=1&amp;y=2"/></outline>
    <outline text="B" xmlurl="https://b.example/feed"/><outline text="no address" xmlUrl=""/>
  </body></opml>`
  expect(readOpml(parse(text))).toEqual(['https://a.example/feed?x=1&y=2', 'https://b.example/feed'])
})

test('what is no OPML is told apart from an empty list', () => {
  expect(readOpml(parse('<rss><channel/></rss>'))).toBeNull()
  expect(readOpml(parse('<opml><body/></opml>'))).toEqual([])
})
