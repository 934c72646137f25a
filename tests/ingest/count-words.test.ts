import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countWords } from '../../ingest/count-words.js'

test.each([
  ['', 0],
  ['Hello, world!', 2],
  ["it's 3.14 – really", 3],
  ['- … ! ,', 0],
  ['(Hello) "you"', 2],
  ['a'.repeat(40), 1],
  ['a'.repeat(41), 2],
  ['Größe über alles', 3],
  ['日本語です', 3],
  ['Python で書く', 3],
  ['𝒳 𝒴', 2],
])('%j has %d words', (text, words) => {
  expect(countWords(text)).toBe(words)
})

/** The same in patterns: plain, but slow over millions of words. */
function countByPattern(text: string): number {
  const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu
  const halves = text.match(spaceless)?.length ?? 0
  return (text.replace(spaceless, ' ').match(/[\p{L}\p{N}]\S{0,39}/gu)?.length ?? 0) + Math.ceil(halves / 2)
}

test('counts what the patterns count, in any script', () => {
  const character = fc.oneof(
    fc.constantFrom(..."ab1 .,-'\n\u00a0ß語ไ。𝒳\u0301\ud800"),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  )
  fc.assert(
    fc.property(fc.array(character, { maxLength: 200 }), (characters) => {
      const text = characters.join('')
      expect(countWords(text)).toBe(countByPattern(text))
    }),
  )
})
