import { expect, test } from 'vitest'
import { firstStatement } from '../../src/search/find-definition.js'
import { raiseDefinition } from '../../src/search/raise-definition.js'
import { aPassage } from '../builders/documents.js'
import { aHit, aPlace, namesOf } from '../builders/hits.js'

const definedIn = (id: string) => ({ passage: aPassage({ id }), from: 0, to: 1 })

test('the hit that says what a thing is comes before those that name it, which keep their order', () => {
  const raised = raiseDefinition([aHit('a', 1, 3), aHit('b', 1, 2), aHit('c', 1, 1)], definedIn('c-1'))
  expect(namesOf(raised)).toEqual(['c-1', 'a-1', 'b-1'])
  expect(raised.map(({ score }) => score)).toEqual([3, 3, 2])
})

test('where a further moment of a hit says it, that is played, and what was played is a further moment', () => {
  const [better, definition] = [aPlace('a', 1), aPlace('a', 2)]
  const raised = raiseDefinition([{ place: better, score: 1, more: [definition] }], definedIn('a-2'))
  expect(raised).toEqual([{ place: definition, score: 1, more: [better] }])
})

test('without a definition among the hits nothing moves', () => {
  const hits = [aHit('a', 1), aHit('b', 1)]
  expect([raiseDefinition(hits, null), raiseDefinition(hits, definedIn('c-1'))]).toEqual([hits, hits])
})

test('a definition that begins with the question is played from what it states', () => {
  const text = 'What is RRF? It merges lists.'
  const sentences = [
    { from: 0, to: 12, startMs: 0, endMs: 1, speaker: null },
    { from: 13, to: text.length, startMs: 1, endMs: 2, speaker: null },
  ]
  expect(firstStatement({ passage: aPassage({ text, sentences }), from: 0, to: 2 })).toBe(1)
})
