import { expect, test } from 'vitest'
import type { Source } from '../../src/domain/source.js'
import { balanceKinds } from '../../src/suggest/balance-kinds.js'
import { SourceProvider } from '../../src/suggest/source-provider.js'
import { aSource } from '../builders/documents.js'

const none = { episode: 0, short: 0, post: 0 }

/** What a provider asks of a catalog. */
class SmallCatalog {
  seq = 1
  timesCounted = 0
  sources: Source[] = []
  posts = new Map<string, number>()

  latestSeq = () => Promise.resolve(this.seq)
  listSources = () => Promise.resolve(this.sources)
  countDocumentsBySource = () => {
    this.timesCounted += 1
    const counts = { durationMs: 0, withoutTranscript: 0, withdrawn: 0 }
    return Promise.resolve(
      new Map([...this.posts].map(([id, post]) => [id, { ...counts, documents: { ...none, post } }])),
    )
  }
}

test('a source is suggested by its title, the one with most documents first, and not before it has any', async () => {
  const catalog = new SmallCatalog()
  const titles = { a: 'Bread: Explained', b: 'The Bread Show', c: 'Bread explained again', d: 'Bread Extra' }
  catalog.sources = Object.entries(titles).map(([id, title]) => aSource({ id, title }))
  catalog.posts = new Map([
    ['a', 2],
    ['b', 9],
    ['c', 3],
  ])
  const provider = new SourceProvider(catalog)
  await provider.refresh()
  const bothWords = [
    [0, 5],
    [6, 8],
  ]
  expect(balanceKinds(provider.find('bread ex', 8), 8)).toEqual([
    { kind: 'source', text: 'Bread explained again', sourceId: 'c', ranges: bothWords },
    {
      kind: 'source',
      text: 'Bread: Explained',
      sourceId: 'a',
      ranges: [
        [0, 5],
        [7, 9],
      ],
    },
  ])

  // A new title is no change of documents.
  catalog.sources = catalog.sources.slice(1).map((source) => ({ ...source, title: `New ${source.title}` }))
  await provider.refresh()
  const texts = (typed: string) => provider.find(typed, 8).map(({ suggestable }) => suggestable.text)
  expect(texts('bread ex')).toEqual(['New Bread explained again'])
  expect(catalog.timesCounted).toBe(1)
  catalog.posts.set('d', 1)
  catalog.seq += 1
  await provider.refresh()
  expect(texts('extra')).toEqual(['New Bread Extra'])
})
