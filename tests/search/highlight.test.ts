import { expect, test } from 'vitest'
import { analyzeQuery } from '../../src/index/analyze.js'
import { findHighlights } from '../../src/search/highlight.js'

const marked = (text: string, query: string, language = 'en') =>
  findHighlights(text, analyzeQuery(query, [language]), language).map(([from, to]) => text.slice(from, to))

test('inflected forms, other case and accents are marked as they stand in the text', () => {
  expect(marked('Encoders encode; the ENCODED café.', 'encoding cafe')).toEqual([
    'Encoders',
    'encode',
    'ENCODED',
    'café',
  ])
})

test('signs of a name are part of it', () => {
  expect(marked('I write C++ and C, not C#.', 'C++')).toEqual(['C++'])
})

test('ranges are in UTF-16 units, also behind an emoji', () => {
  expect(findHighlights('😀 mempool', analyzeQuery('mempool', ['en']), 'en')).toEqual([[3, 10]])
})

test('stop words of a question are not marked', () => {
  expect(marked('What is the mempool?', 'what is the mempool')).toEqual(['mempool'])
})

test('German words are found in another inflection', () => {
  expect(marked('Die Gebühren steigen.', 'gebühr', 'de')).toEqual(['Gebühren'])
})
