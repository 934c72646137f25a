import { expect, test } from 'vitest'
import { findRelatedDocuments } from '../../src/search/find-related.js'
import { aSmallLibrary } from './small-library.js'

/** Words are what the fake model understands: documents are related when they share some. */

const page = 'https://example.org/soil'
const episode = {
  document: { id: 'episode', url: page },
  passages: [
    'compost heats up when green leaves rot',
    'worms carry leaves below into dark soil',
    'clay holds water while sand lets it run',
  ],
}
const short = {
  document: { id: 'short', kind: 'short' as const },
  passages: ['worms carry leaves below', 'clay holds water'],
}
const post = {
  document: {
    id: 'post',
    kind: 'post' as const,
    links: [{ url: page, title: 'listen', rel: 'companion' as const }],
  },
  passages: [{ text: 'listen to our talk about sand', anchor: 'talk', startMs: null }],
}
const other = {
  document: { id: 'other' },
  passages: ['trains leave while water boils', 'timetables and tickets'],
}

test('documents of all kinds are found, companions first, the one that shares most before the others', async () => {
  const library = await aSmallLibrary(episode, other, short, post)
  const related = await findRelatedDocuments('episode', 10, library)
  expect(related.map(({ document, companion }) => [document.id, companion])).toEqual([
    ['post', true], // Shares one word and is about it.
    ['short', false],
    ['other', false],
  ])
})

test('each comes with its nearest passage and the own one that it is near to', async () => {
  const library = await aSmallLibrary(episode, short)
  const [hit] = await findRelatedDocuments('episode', 1, library)
  expect(hit).toMatchObject({
    document: { id: 'short', kind: 'short' },
    text: 'worms carry leaves below',
    startMs: 0,
    jumpMs: 0,
    from: {
      text: 'worms carry leaves below into dark soil',
      startMs: 10_000,
      endMs: 20_000,
      // The sentence before the best one begins ten seconds before it: too far.
      jumpMs: 10_000,
      anchor: null,
    },
  })
})

test('never itself, withdrawn documents or advertisements, and no more than asked for', async () => {
  const ad = { document: { id: 'ad' }, passages: [{ text: 'worms carry leaves below', ad: true }] }
  const gone = { document: { id: 'gone', status: 'withdrawn' as const }, passages: ['worms carry leaves'] }
  const library = await aSmallLibrary(episode, ad, gone, short, other)
  const ids = async (k: number) =>
    (await findRelatedDocuments('episode', k, library)).map(({ document }) => document.id)
  expect(await ids(10)).toEqual(['short', 'other'])
  expect(await ids(1)).toEqual(['short'])
})

test('an advertisement of its own is not looked for', async () => {
  const sold = {
    document: { id: 'sold' },
    passages: ['clay holds water', { text: 'buy the fine mattress', ad: true }],
  }
  const mattress = { document: { id: 'mattress' }, passages: ['my fine mattress from the sea'] }
  const clay = { document: { id: 'clay' }, passages: ['why clay holds so much'] }
  const library = await aSmallLibrary(sold, mattress, clay)
  const [first] = await findRelatedDocuments('sold', 5, library)
  expect(first?.document.id).toBe('clay')
})

test('what repeats its own words is no reason, and of two that repeat each other the better one is shown', async () => {
  const intro = 'welcome back to the garden hour with all of us'
  const shown = { document: { id: 'shown' }, passages: [intro, 'worms carry leaves below into dark soil'] }
  const sameIntro = { document: { id: 'same-intro' }, passages: [intro, 'nothing else in common'] }
  const talk = 'why worms carry leaves from the lawn and what they do with all of them'
  const first = { document: { id: 'feed-a' }, passages: [talk] }
  const again = { document: { id: 'feed-b' }, passages: [talk] }
  const library = await aSmallLibrary(shown, sameIntro, again, first)
  const related = await findRelatedDocuments('shown', 10, library)
  // Equal in all: by id.
  expect(related.map(({ document }) => document.id)[0]).toBe('feed-a')
  expect(related.map(({ document }) => document.id)).not.toContain('feed-b')
  expect(related.map(({ text }) => text)).not.toContain(intro)
})

test('ten searches at most, however long the document and however many companions', async () => {
  const long = {
    document: { id: 'long', url: page },
    passages: Array.from({ length: 90 }, (_, at) => `part ${at} of a long evening`),
  }
  const library = await aSmallLibrary(long, post, short)
  await findRelatedDocuments('long', 10, library)
  expect(library.searches).toHaveLength(10)
  expect(library.searches.filter(({ filter }) => filter.documentIds)).toEqual([
    { filter: { documentIds: ['post'] }, depth: 60 },
  ])
})

test('a document without text has none', async () => {
  const library = await aSmallLibrary({ document: { id: 'silent' }, passages: [] }, short)
  expect(await findRelatedDocuments('silent', 10, library)).toEqual([])
})

test('unknown documents and those that are not embedded yet are named errors', async () => {
  const library = await aSmallLibrary(episode)
  await expect(findRelatedDocuments('nothing', 10, library)).rejects.toMatchObject({
    code: 'DOCUMENT_NOT_FOUND',
  })
  const otherModel = { ...library, identity: { ...library.identity, model: 'another' } }
  await expect(findRelatedDocuments('episode', 10, otherModel)).rejects.toMatchObject({
    code: 'INDEX_UNAVAILABLE',
  })
})
