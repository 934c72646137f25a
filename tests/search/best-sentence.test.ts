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
  expect(findBestSentence(aPassage({ sentences: [] }), { terms: [], language: null, similarities: null })).toBe(0)
})
