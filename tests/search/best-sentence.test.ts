import { expect, test } from 'vitest'
import { analyzeQuery } from '../../src/index/analyze.js'
import { findBestSentence } from '../../src/search/best-sentence.js'
import { aPassage } from '../builders/documents.js'

const text = 'We met in May. The encoder gives a mean. It rained.'
const sentences = ['We met in May.', 'The encoder gives a mean.', 'It rained.'].map((sentence) => {
  const from = text.indexOf(sentence)
  return { from, to: from + sentence.length, startMs: 0, endMs: 1, speaker: null }
})
const passage = aPassage({ text, sentences })
const find = (query: string, similarities: number[] | null) =>
  findBestSentence(passage, { terms: analyzeQuery(query, ['en']), language: 'en', similarities })

test('the sentence with the words of the query is best', () => {
  expect(find('encoders and means', null)).toBe(1)
})

test('a sentence that is clearly nearer in meaning wins over a shared word', () => {
  expect(find('encoder', [0.4, 0.4, 0.7])).toBe(2)
})

test('of equals the first is best, and a passage without sentences has none', () => {
  expect(find('nothing of this', null)).toBe(0)
  expect(
    findBestSentence(aPassage({ sentences: [] }), { terms: [], language: null, similarities: null }),
  ).toBe(0)
})

test('the answer is better than the question that names the same thing', () => {
  const asked = 'What is an encoder? It is the encoder that gives a mean.'
  const from = asked.indexOf('It is')
  const spoken = [
    { from: 0, to: from - 1, startMs: 0, endMs: 1, speaker: null },
    { from, to: asked.length, startMs: 1, endMs: 2, speaker: null },
  ]
  const evidence = {
    terms: analyzeQuery('what is an encoder', ['en']),
    language: 'en',
    similarities: [0.8, 0.7],
  }
  expect(findBestSentence(aPassage({ text: asked, sentences: spoken }), evidence)).toBe(1)
})
