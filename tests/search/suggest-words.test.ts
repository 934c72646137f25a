import { expect, test } from 'vitest'
import type { Ranking } from '../../src/domain/ranking.js'
import type { SearchFilter } from '../../src/index/search-index.js'
import { suggestWords as suggest } from '../../src/search/suggest-words.js'
import { aSource } from '../builders/documents.js'

const options = { mode: 'hybrid', filter: {}, languages: ['en'] } as const

/** Knows the spelling of `lattice`, and where which phrases stand. */
function anIndex(phrases: readonly string[]) {
  const asked: SearchFilter[] = []
  return {
    asked,
    suggestSpelling: (text: string) =>
      Promise.resolve(text.includes('latice') ? text.replace('latice', 'lattice') : null),
    searchLexical: (_terms: unknown, filter: SearchFilter): Promise<Ranking> => {
      asked.push(filter)
      const isThere = (filter.phrases ?? []).every((phrase) => phrases.includes(phrase.join(' ')))
      return Promise.resolve(isThere ? [{ passageId: 'p', score: 1 }] : [])
    },
  }
}

const catalog = {
  listSources: () => Promise.resolve([aSource({ id: 'rivers', title: 'The River Show' })]),
  listDocuments: () => Promise.resolve({ documents: [], total: 0, next: null }),
  findSummaries: () => Promise.resolve([]),
  latestSeq: () => Promise.resolve(1),
  findTexts: () => Promise.resolve(new Map([['p', 'Die Säure.']])),
}

const suggestWords = (text: string, index: ReturnType<typeof anIndex>, given: typeof options) =>
  suggest(text, { index, catalog }, given, null)

test('single words are suggested without another search', async () => {
  const index = anIndex([])
  expect(await suggestWords('latice proofs', index, options)).toBe('lattice proofs')
  expect(index.asked).toEqual([])
})

test('in a library that is not English alone a word is suggested as it is written there', async () => {
  const german = { ...anIndex([]), suggestSpelling: () => Promise.resolve('die Saure') }
  const found = [{ passageId: 'p', score: 1 }]
  const index = { ...german, searchLexical: () => Promise.resolve(found) }
  expect(await suggest('die Sauer', { index, catalog }, { ...options, languages: ['de'] }, 'de')).toBe(
    'die Säure',
  )
})

test('a phrase is suggested where it stands so', async () => {
  expect(await suggestWords('"latice proofs"', anIndex(['lattice proofs']), options)).toBe('"lattice proofs"')
})

test('a phrase of known words that stands nowhere is no help', async () => {
  expect(await suggestWords('"latice proofs"', anIndex(['lattice']), options)).toBeNull()
})

test('known words need no other', async () => {
  expect(await suggestWords('"lattice proofs"', anIndex([]), options)).toBeNull()
})

test('a phrase is looked for in what `source:` leaves', async () => {
  const index = anIndex(['lattice proofs'])
  expect(await suggestWords('"latice proofs" source:river', index, options)).toBe(
    '"lattice proofs" source:river',
  )
  expect(index.asked).toEqual([{ phrases: [['lattice', 'proofs']], sourceIds: ['rivers'] }])
})
