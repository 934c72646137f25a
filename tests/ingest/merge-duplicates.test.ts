import { expect, test } from 'vitest'
import { mergeDuplicates } from '../../ingest/merge-duplicates.js'
import { anItem, aSection } from '../builders/items.js'

const guidsOf = (items: ReturnType<typeof mergeDuplicates>) => items.map(({ document }) => document.guid)

test('posts of one address are one document with both addresses, the text of an excerpt losing', () => {
  const excerpt = 'Some text of a post, of which only the beginning is here'
  const short = anItem({
    guid: 'short',
    title: 'Old',
    url: 'https://example.org/a',
    sections: [aSection({ text: `${excerpt} …` })],
  })
  const long = anItem({
    guid: 'long',
    title: 'New',
    url: 'https://example.org/b',
    otherUrls: ['https://www.example.org/a/'],
    sections: [
      aSection({ text: `${excerpt} and there goes on, and on, to what it says after all that in the end.` }),
    ],
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
  expect([merged?.document.url, merged?.document.otherUrls, rest]).toEqual([
    'https://example.org/a/',
    ['https://example.org/a.md/'],
    [],
  ])
})

test('posts of one title and day are one when one has the text of the other; of another day they are two', () => {
  const post = (guid: string, publishedAt: string, text: string) =>
    anItem({ guid, title: 'Weekly links', publishedAt, sections: [aSection({ text })] })
  const text = 'A list of what we read in this week, with a word about each.'
  const first = post('1', '2026-01-02T08:00:00.000Z', text)
  const again = post('2', '2026-01-02T20:00:00.000Z', `${text} And a last one.`)
  const other = post('3', '2026-01-02T21:00:00.000Z', 'Of something else entirely, written on that same day.')
  const later = post('4', '2026-01-09T08:00:00.000Z', text)
  expect(guidsOf(mergeDuplicates([first, again, other, later]))).toEqual(['1', '3', '4'])
})

test('the guid stays the same whichever version is the longer', () => {
  const post = (guid: string, text: string) =>
    anItem({ guid, publishedAt: '2026-01-02T08:00:00.000Z', sections: [aSection({ text })] })
  const [short, long] = [
    'Some text of a post.',
    'Some text of a post. With much more of it, written later on.',
  ]
  expect(guidsOf(mergeDuplicates([post('a', short), post('b', long)]))).toEqual(['a'])
  expect(guidsOf(mergeDuplicates([post('a', long), post('b', short)]))).toEqual(['a'])
})

test('link blogs that give the address of what they link to, and a notice under every post, join nothing', () => {
  const words = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => `word${from + index}`).join(' ')
  const linked = ['a', 'b', 'c'].map((guid, index) =>
    anItem({
      guid,
      title: guid,
      url: 'https://example.org/far',
      sections: [aSection({ text: words(index * 100, index * 100 + 40) })],
    }),
  )
  const notice = words(900, 940)
  const locked = ['x', 'y', 'z'].map((guid) =>
    anItem({ guid, title: guid, sections: [aSection({ text: notice })] }),
  )
  expect(guidsOf(mergeDuplicates([...linked, ...locked]))).toEqual(['a', 'b', 'c', 'x', 'y', 'z'])
})

test('thousands of posts with one long text cost no square of their number', () => {
  const text = Array.from({ length: 200 }, (_, index) => `word${index}`).join(' ')
  const posts = Array.from({ length: 3_000 }, (_, index) =>
    anItem({ guid: `${index}`.padStart(5, '0'), title: `${index}`, sections: [aSection({ text })] }),
  )
  expect(guidsOf(mergeDuplicates(posts))).toEqual(['00000'])
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
