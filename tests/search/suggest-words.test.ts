import { expect, test } from 'vitest'
import type { Ranking } from '../../src/domain/ranking.js'
import type { SearchFilter } from '../../src/index/search-index.js'
import { suggestWords } from '../../src/search/suggest-words.js'

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

test('single words are suggested without another search', async () => {
  const index = anIndex([])
  expect(await suggestWords('latice proofs', index, options)).toBe('lattice proofs')
  expect(index.asked).toEqual([])
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
