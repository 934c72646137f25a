import { expect, test } from 'vitest'
import { selectSources } from '../../src/commands/select-sources.js'
import { aSource } from '../builders/documents.js'

const secret = aSource({ id: 'a1', title: 'Chaincode Podcast', location: 'https://x.org/feed?auth=abc' })
const folder = aSource({ id: 'b2', title: 'Chain', location: `${process.cwd()}/data/sample` })
const blog = aSource({ id: 'c3', title: 'The Chain Blog', location: 'https://y.org/feed' })
const sources = [secret, folder, blog]

test('without a word all are meant', () => {
  expect(selectSources(sources, [])).toEqual(sources)
})

test.each([
  ['an id', 'a1', secret],
  ['a location', 'https://y.org/feed', blog],
  ['a location as it is shown', 'https://x.org/feed?auth=…', secret],
  ['a path from here', 'data/sample', folder],
  ['a title in any case, though others contain it', 'chain', folder],
  ['a part that one title has', 'blog', blog],
])('%s names a source', (_, word, source) => {
  expect(selectSources(sources, [word])).toEqual([source])
})

test('one that is named twice is meant once', () => {
  expect(selectSources(sources, ['blog', 'c3', 'a1'])).toEqual([blog, secret])
})

test('a word that fits none or several is refused with what is there', () => {
  expect(() => selectSources(sources, ['nothing'])).toThrow(
    'No source has the id, location or title "nothing".',
  )
  expect(() => selectSources(sources, ['hai'])).toThrow(
    '"hai" fits several sources; name one by its id: a1 (Chaincode Podcast), b2 (Chain), c3 (The Chain Blog)',
  )
})
