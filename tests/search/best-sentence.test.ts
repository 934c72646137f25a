import { expect, test } from 'vitest'
import { findBestSentence } from '../../src/search/best-sentence.js'

const sentences = ['We met in May.', 'The encoder gives a mean.', 'It rained.']
const find = (coverages: number[], similarities: (number | null)[]) =>
  findBestSentence(
    sentences,
    coverages.map((coverage, index) => ({ coverage, similarity: similarities[index] ?? null })),
  )

test('the sentence with the words of the query is best', () => {
  expect(find([0, 1, 0], [null, null, null])).toBe(1)
})

test('a sentence that is clearly nearer in meaning wins over a shared word', () => {
  expect(find([0, 1, 0], [0.4, 0.4, 0.7])).toBe(2)
})

test('of equals the first is best, and a passage without sentences has none', () => {
  expect(find([0, 0, 0], [0.5, 0.5, 0.5])).toBe(0)
  expect(findBestSentence(sentences, [])).toBe(0)
  expect(findBestSentence([], [])).toBe(0)
})

test('the answer is better than the question that names the same thing', () => {
  const evidence = [
    { similarity: 0.8, coverage: 1 },
    { similarity: 0.7, coverage: 1 },
  ]
  expect(findBestSentence(['What is an encoder?', 'It is the encoder that gives a mean.'], evidence)).toBe(1)
})
