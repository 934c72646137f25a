import { DOMParser } from 'linkedom'
import { expect, test } from 'vitest'
import { describeLeftOut, readLocations, readOpml } from '../../../web/src/library/read-locations.js'

test('locations come one a line, once each', () => {
  expect(
    readLocations(
      ' https://a.example/feed \r\n\n<https://b.example/rss>\nhttps://a.example/feed\n/srv/my talks\n',
    ),
  ).toEqual({ locations: ['https://a.example/feed', 'https://b.example/rss', '/srv/my talks'], leftOut: [] })
})

test('what is too long, or too many at once, is left out and told', () => {
  const long = 'x'.repeat(2001)
  expect(readLocations(`${long}\n${long}\n`)).toEqual({ locations: [], leftOut: [long] })
  const listed = Array.from({ length: 900 }, (_, index) => `a${index}`)
  expect(readLocations([long, ...listed].join('\n'))).toEqual({
    locations: listed.slice(0, 500),
    leftOut: [long, ...listed.slice(500)],
  })
  expect(describeLeftOut(0)).toBe('')
  expect(describeLeftOut(401)).toBe(
    '401 addresses are left in the field: at most 500 are taken at once, each of at most 2,000 characters.',
  )
  expect(describeLeftOut(1)).toMatch(/^1 address is left in the field: /)
})

const parse = (text: string) => new DOMParser().parseFromString(text, 'text/xml') as unknown as Document

test('the feeds of an OPML list are read from all its folders, however apps spell it', () => {
  const text = `<?xml version="1.0"?><opml version="2.0"><body>
    <outline text="Science"><outline type="rss" text="A" xmlUrl="https://a.example/feed?x=1&amp;y=2"/></outline>
    <outline text="B" xmlurl="https://b.example/feed"/><outline text="no address" xmlUrl=""/>
  </body></opml>`
  expect(readOpml(parse(text))).toEqual({
    locations: ['https://a.example/feed?x=1&y=2', 'https://b.example/feed'],
    leftOut: [],
  })
})

test('what is no OPML is told apart from an empty list', () => {
  expect(readOpml(parse('<rss><channel/></rss>'))).toBeNull()
  expect(readOpml(parse('<opml><body/></opml>'))).toEqual({ locations: [], leftOut: [] })
})
