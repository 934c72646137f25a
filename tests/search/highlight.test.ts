import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyzeQuery } from '../../src/index/analyze.js'
import { tokenize } from '../../src/index/tokenize.js'
import { findHighlights, type TextRange } from '../../src/search/highlight.js'
import { parseQuery } from '../../src/search/parse-query.js'

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

/** Marked as a search for the query marks it. */
const found = (text: string, input: string) => {
  const { terms, phrases } = parseQuery(input, { mode: 'hybrid', filter: {}, languages: ['en'] })
  return findHighlights(text, terms, 'en', phrases).map(([from, to]) => text.slice(from, to))
}

test('a phrase is one range, stop words and punctuation inside it included', () => {
  expect(found('He says: proof of, well. Proof of work! Work.', '"proof of work"')).toEqual([
    'proof',
    'Proof of work',
    'Work',
  ])
})

test('a phrase of one word is marked in its exact form, folded, also when it is a stop word', () => {
  expect(findHighlights('The what? WHAT of whatnot', [], 'en', [['what']])).toEqual([
    [4, 8],
    [10, 14],
  ])
})

test('a phrase that overlaps itself is one range', () => {
  expect(found('so far so far so good', '"so far so"')).toEqual(['so far so far so'])
})

test('a phrase that begins anew within a failed match is found', () => {
  expect(findHighlights('a a b', [], 'en', [['a', 'b']])).toEqual([[2, 5]])
  expect(findHighlights('a b a b a c', [], 'en', [['a', 'b', 'a', 'c']])).toEqual([[4, 11]])
})

test('excluded words and phrases are not marked', () => {
  expect(found('Taproot and lightning, a soft fork.', 'taproot -lightning -"soft fork"')).toEqual(['Taproot'])
})

test('pairs of characters of a script without spaces are marked as one range', () => {
  expect(findHighlights('今日は日本語だ', analyzeQuery('日本語', ['ja']), 'ja')).toEqual([[3, 6]])
})

test('a phrase is found wherever a plain comparison finds it', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 30 })
  const phrase = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(words, phrase, (all, wanted) => {
      const text = all.join(' ')
      const isMarked = all.map(() => false)
      for (const start of all.keys())
        if (wanted.every((word, index) => all[start + index] === word))
          for (const index of wanted.keys()) isMarked[start + index] = true
      const ranges = findHighlights(text, [], 'en', [wanted])
      const isInside = (from: number) =>
        ranges.some((range: TextRange) => range[0] <= from && from < range[1])
      expect(tokenize(text).map(({ from }) => isInside(from))).toEqual(isMarked)
    }),
  )
})
