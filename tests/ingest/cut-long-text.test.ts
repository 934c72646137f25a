import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countWords } from '../../ingest/count-words.js'
import { cutLongText } from '../../ingest/cut-long-text.js'

function pieces(text: string, maxWords: number, cueEnds: readonly number[] = []): string[] {
  let from = 0
  return cutLongText(text, maxWords, cueEnds).map((to) => {
    const piece = text.slice(from, to)
    from = to
    return piece
  })
}

test('text of the largest size stays whole, one word more is cut', () => {
  expect(pieces('a b c', 3)).toEqual(['a b c'])
  expect(pieces('a b c d', 3)).toEqual(['a b c', ' d'])
})

test('clauses come before their openers, openers before ends of cues, those before spaces', () => {
  expect(pieces('a b, c d', 3, [1])).toEqual(['a b,', ' c d'])
  expect(pieces('a b and c', 3, [1])).toEqual(['a b', ' and c'])
  expect(pieces('a b c d', 3, [1])).toEqual(['a', ' b c d'])
})

test('a cue that begins like a sentence is the best place', () => {
  const text = 'it was late, we slept and then I left'
  expect(pieces(text, 7, [text.indexOf(' then'), text.indexOf(' we')])).toEqual([
    'it was late,',
    ' we slept and then I left',
  ])
  // `use` and `type` do not begin one.
  expect(pieces('I use the type hints because I like them', 5, [5, 9])).toEqual([
    'I use the type hints',
    ' because I like them',
  ])
})

test('words that are timed one by one are cut as if they were not', () => {
  const text = 'we put it into a list and we read it from there'
  const wordEnds = [...text.matchAll(/\s/gu)].map(({ index }) => index)
  expect(pieces(text, 8, wordEnds)).toEqual(['we put it into a list and', ' we read it from there'])
})

test('Japanese is cut after its commas, else by length', () => {
  expect(pieces('今日は、明日は、', 2)).toEqual(['今日は、', '明日は、'])
  expect(pieces('漢'.repeat(10), 2)).toEqual(['漢漢漢漢', '漢漢漢漢', '漢漢'])
})

test('pieces put together are the text, and none is longer than asked', () => {
  const token = fc.constantFrom('word', 'and', ',', ' ', ' ', '漢', '、', '𠮷', '-')
  fc.assert(
    fc.property(fc.array(token, { maxLength: 60 }), fc.integer({ min: 2, max: 6 }), (tokens, maxWords) => {
      const text = tokens.join('')
      const cut = pieces(text, maxWords)
      expect(cut.join('')).toBe(text)
      for (const piece of cut) {
        expect(countWords(piece)).toBeLessThanOrEqual(maxWords + 1)
        // Half a surrogate pair does not survive UTF-8.
        expect(Buffer.from(piece).toString()).toBe(piece)
      }
    }),
    { seed: 5, numRuns: 1_000 },
  )
})
