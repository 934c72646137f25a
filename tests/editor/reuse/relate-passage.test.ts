import { expect, test } from 'vitest'
import { missesIdentifiers, repeatedShare, wordsOf } from '../../../src/editor/reuse/compare-words.js'
import { relatePassage, type SentenceMatch } from '../../../src/editor/reuse/relate-passage.js'

const aSentence = (fields: Partial<SentenceMatch> = {}): SentenceMatch => ({
  words: 12,
  similarity: 0.6,
  coverage: 0.2,
  repeated: 0,
  missesIdentifiers: false,
  ...fields,
})
const relate = (
  sentence: Partial<SentenceMatch>,
  fields: { dense?: number | null; coverage?: number } = {},
) => relatePassage({ dense: 0.8, coverage: 0.3, ...fields, sentences: [aSentence(sentence)] })

test('a sentence in nearly the same words is repeated', () => {
  expect(relate({ repeated: 0.8 })).toBe('repeats')
})

test('a phrase of a few words repeats nothing', () => {
  expect(relate({ words: 6, repeated: 1 }, { dense: 0.5 })).toBe(null)
})

test('the same words about another version repeat nothing', () => {
  expect(relate({ repeated: 0.9, similarity: 0.9, coverage: 0.8, missesIdentifiers: true })).toBe('supports')
})

test('the same claim takes a near sentence and some of its words, or a very near one', () => {
  expect(relate({ similarity: 0.83, coverage: 0.5 })).toBe('says')
  expect(relate({ similarity: 0.83, coverage: 0.4 })).toBe('supports')
  expect(relate({ similarity: 0.89, coverage: 0.3 })).toBe('says')
})

test('what is far from the paragraph is nothing, however near one sentence is', () => {
  expect(relate({ similarity: 0.7 }, { dense: 0.6 })).toBe(null)
  expect(relate({ similarity: 0.6 }, { dense: 0.8 })).toBe(null)
})

test('with many of the words less nearness is enough', () => {
  expect(relate({ similarity: 0.66 }, { dense: 0.67, coverage: 0.5 })).toBe('supports')
  expect(relate({ similarity: 0.66 }, { dense: 0.67, coverage: 0.4 })).toBe(null)
})

test('without vectors the words decide', () => {
  expect(relate({ similarity: null }, { dense: null, coverage: 0.7 })).toBe('supports')
  expect(relate({ similarity: null }, { dense: null, coverage: 0.5 })).toBe(null)
})

test('words count as repeated in runs of at least four, whatever their case and signs', () => {
  const text = wordsOf('And so, “an Index on disk pays” for every match anew.')
  expect(repeatedShare(wordsOf('an index on disk is slow'), text)).toBeCloseTo(4 / 6)
  expect(repeatedShare(wordsOf('pays for an index on disk'), text)).toBeCloseTo(4 / 6)
  expect(repeatedShare(wordsOf('disk pays for'), text)).toBe(0)
})

test('a number that the text does not name is missed', () => {
  const text = wordsOf('LND 0.18.3 is a release candidate')
  expect(missesIdentifiers(wordsOf('LND 0.18.3 is out'), text)).toBe(false)
  expect(missesIdentifiers(wordsOf('LND 0.18.4 is out'), text)).toBe(true)
  expect(missesIdentifiers(wordsOf('a release is out'), text)).toBe(false)
})
