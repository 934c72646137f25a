import { expect, test } from 'vitest'
import { mergeDuplicates } from '../../ingest/merge-duplicates.js'
import { anItem, aSection } from '../builders/items.js'

const guidsOf = (items: ReturnType<typeof mergeDuplicates>) => items.map(({ document }) => document.guid)

test('posts of one address are one document with both addresses, the text of an excerpt losing', () => {
  const short = anItem({ guid: 'short', title: 'Old', url: 'https://example.org/a', sections: [aSection()] })
  const long = anItem({
    guid: 'long',
    title: 'New',
    url: 'https://example.org/b',
    otherUrls: ['https://www.example.org/a/'],
    sections: [aSection({ text: 'Some text, and so much more of it that the other is an excerpt.' })],
  })
  const [merged, ...rest] = mergeDuplicates([short, long])
  expect(rest).toEqual([])
  expect(merged).toEqual({
    ...long,
    document: { ...long.document, otherUrls: ['https://example.org/a', 'https://www.example.org/a/'] },
  })
})

test('of versions about as long the one with the shorter address stays', () => {
  const raw = anItem({
    guid: 'raw',
    url: 'https://example.org/a.md/',
    sections: [aSection({ text: 'Some | text.' })],
  })
  const page = anItem({ guid: 'page', url: 'https://example.org/a/', sections: [aSection()] })
  const day = '2026-01-02T08:00:00.000Z'
  for (const { document } of [raw, page]) document.publishedAt = day
  const [merged, ...rest] = mergeDuplicates([raw, page])
  expect([merged?.document.guid, merged?.document.otherUrls, rest]).toEqual([
    'page',
    ['https://example.org/a.md/'],
    [],
  ])
})

test('posts of one title and day are one; of another day they are two', () => {
  const first = anItem({ guid: '1', title: 'Weekly links', publishedAt: '2026-01-02T08:00:00.000Z' })
  const again = anItem({ guid: '2', title: 'weekly links ', publishedAt: '2026-01-02T20:00:00.000Z' })
  const later = anItem({ guid: '3', title: 'Weekly links', publishedAt: '2026-01-09T08:00:00.000Z' })
  expect(guidsOf(mergeDuplicates([first, again, later]))).toEqual(['1', '3'])
})

test('posts with nearly the same text are one, those that only quote each other are two', () => {
  const words = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => `word${from + index}`).join(' ')
  const post = (guid: string, text: string) => anItem({ guid, title: guid, sections: [aSection({ text })] })
  const items = [
    post('a', words(0, 300)),
    post('edited a', words(0, 297)),
    post('quotes a', `${words(0, 100)} ${words(900, 1200)}`),
  ]
  expect(guidsOf(mergeDuplicates(items))).toEqual(['a', 'quotes a'])
})

test('an address that many posts give, and short texts, join nothing; neither do recordings of one title', () => {
  const shared = ['a', 'b', 'c', 'd', 'e'].map((guid) =>
    anItem({ guid, title: guid, url: 'https://example.org/blog', sections: [aSection()] }),
  )
  const recordings = ['x', 'y'].map((guid) =>
    anItem({ guid, kind: 'episode', title: 'Live', publishedAt: '2026-01-02T08:00:00.000Z' }),
  )
  expect(guidsOf(mergeDuplicates([...shared, ...recordings]))).toEqual(['a', 'b', 'c', 'd', 'e', 'x', 'y'])
})
