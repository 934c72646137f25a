import { expect, test } from 'vitest'
import { findBestSentence } from '../../src/search/best-sentence.js'

// Long enough to be no passing remark.
const sentences = [
  'We met in May, when it was still cold outside.',
  'The encoder gives a mean and a width for each of them.',
  'It rained on that day, and on the day after it.',
]
const find = (coverages: number[], similarities: (number | null)[]) =>
  findBestSentence(
    sentences,
    coverages.map((coverage, index) => ({ coverage, similarity: similarities[index] ?? null })),
  )

test('the sentence with the words of the query is best', () => {
  expect(find([0, 1, 0], [null, null, null])).toBe(1)
})

test('a sentence that is clearly nearer in meaning wins over a shared word', () => {
  expect(find([0, 0.5, 0], [0.4, 0.4, 0.9])).toBe(2)
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
  const said = [
    'And what would you say is an encoder, in your words?',
    'It is the encoder that gives a mean and a width.',
  ]
  expect(findBestSentence(said, evidence)).toBe(1)
})

test('a remark of a few words is near to everything, and seldom the answer', () => {
  const evidence = [
    { similarity: 0.8, coverage: 0.5 },
    { similarity: 0.7, coverage: 0.5 },
  ]
  const said = [
    'Overlap is insurance.',
    'If the answer lies right on a cut, the next window still holds all of it.',
  ]
  expect(findBestSentence(said, evidence)).toBe(1)
})

test('an answer goes on: of two alike the one that is followed by what is near is better', () => {
  const evidence = [0.7, 0.3, 0.7, 0.6].map((similarity) => ({ similarity, coverage: 0 }))
  const said = evidence.map((_, index) => `this is sentence number ${index} of a few long ones`)
  expect(findBestSentence(said, evidence)).toBe(2)
})

test('a script without spaces has sentences of more than one word', () => {
  const evidence = [
    { similarity: 0.8, coverage: 0.5 },
    { similarity: 0.7, coverage: 0.5 },
  ]
  const said = ['抹茶ですね。', '抹茶は覆いをした葉を揉まずに乾かし、石臼で細かく挽いた粉です。']
  expect(findBestSentence(said, evidence)).toBe(1)
})
