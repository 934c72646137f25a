import { expect, test } from 'vitest'
import { findBestSentence } from '../../src/search/best-sentence.js'
import { findMostRelevant } from '../../src/search/read-sentences.js'

const sentences = [
  'What is it that makes a river freeze in the first place?',
  'The weather was fine on that day, as everybody said.',
  'Its water falls below zero and stays there for a while.',
]
const evidence = (...relevances: (number | undefined)[]) =>
  relevances.map((relevance, index) => ({
    // The others speak for the first.
    similarity: 0.9 - index / 10,
    coverage: index === 0 ? 1 : 0,
    ...(relevance === undefined ? {} : { relevance }),
  }))

test('the most relevant sentence is the best one, whatever else speaks for another, unless it asks', () => {
  expect(findBestSentence(sentences, evidence(1, 2, 3))).toBe(2)
  expect(findBestSentence(sentences, evidence(9, -2, -3))).toBe(1)
})

test('of equals the first', () => {
  expect(findMostRelevant(sentences, evidence(0, 0.5, 0.5))).toBe(1)
})

test('where none was read, or all of them ask, the other evidence decides', () => {
  const unread = evidence(undefined, undefined, undefined)
  expect(findMostRelevant(sentences, unread)).toBeNull()
  expect(findBestSentence(sentences, unread)).toBe(0)
  expect(findMostRelevant(['Who?', 'Why?'], evidence(1, 2))).toBeNull()
  expect(findBestSentence(['Who?', 'Why?'], evidence(1, 2))).toBe(0)
  expect(findMostRelevant([], [])).toBeNull()
})
