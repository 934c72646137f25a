import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spreadDocuments } from '../../src/search/spread-documents.js'
import { aHit, namesOf } from '../builders/hits.js'

/** `aab` → hits of documents a, a, b; the ordinal is the rank. */
const hitsOf = (documents: string) => [...documents].map((documentId, rank) => aHit(documentId, rank))
const spread = (documents: string) =>
  spreadDocuments(hitsOf(documents))
    .map(({ place }) => place.documentId)
    .join('')

test('the fourth of a document waits for others, and comes when the first three are ten hits away', () => {
  expect(spread('aaaabcdefghijk')).toBe('aaabcdefghaijk')
})

test('with others left over it comes at the end, none is lost', () => {
  expect(spread('aaaaab')).toBe('aaabaa')
})

test('a document alone keeps its order', () => {
  expect(namesOf(spreadDocuments(hitsOf('aaaaaaaaaaaa')))).toEqual(namesOf(hitsOf('aaaaaaaaaaaa')))
})

test('of several that wait the best comes first', () => {
  // Without room for any, by rank: a-6 before b-7.
  expect(namesOf(spreadDocuments(hitsOf('aaabbbabab')))).toEqual([
    ...['a-0', 'a-1', 'a-2', 'b-3', 'b-4', 'b-5'],
    ...['a-6', 'b-7', 'a-8', 'b-9'],
  ])
})

test('it does not wait for what is clearly worse', () => {
  const others = (score: number) => [
    aHit('a', 0),
    aHit('a', 1),
    aHit('a', 2),
    aHit('a', 3),
    aHit('b', 4, score),
  ]
  expect(namesOf(spreadDocuments(others(0.75)))).toEqual(['a-0', 'a-1', 'a-2', 'b-4', 'a-3'])
  expect(namesOf(spreadDocuments(others(0.74)))).toEqual(['a-0', 'a-1', 'a-2', 'a-3', 'b-4'])
})

test('nothing of at most three a document moves', () => {
  expect(spread('abcabcabcd')).toBe('abcabcabcd')
})

test('every hit stays once, the first three stay, and a full page of one document has no others after it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')), (documents) => {
      const hits = hitsOf(documents.join(''))
      const result = spreadDocuments(hits)
      expect(new Set(result)).toEqual(new Set(hits))
      expect(result).toHaveLength(hits.length)
      expect(result.slice(0, 3)).toEqual(hits.slice(0, 3))
      for (const [at, { place }] of result.entries()) {
        const view = result.slice(Math.max(0, at - 9), at + 1)
        const count = (documentId: string) =>
          view.slice(0, -1).filter((hit) => hit.place.documentId === documentId).length
        if (count(place.documentId) < 3) continue
        const couldHaveCome = result.slice(at).filter((hit) => count(hit.place.documentId) < 3)
        expect(namesOf(couldHaveCome)).toEqual([])
      }
    }),
  )
})
