import { expect, test } from 'vitest'
import { loadGeneralEnglish } from '../../../src/concepts/resolve/general-english.js'

const english = loadGeneralEnglish()

test('usual words are frequent, unknown ones are rarer than the rarest known one', () => {
  const [the, house, unknown] = ['the', 'house', 'qwrtzpl'].map((word) => english.frequency(word))
  expect(the).toBeGreaterThan(7)
  expect(house).toBeGreaterThan(4)
  expect(house).toBeLessThan(6.5)
  expect(unknown).toBe(2.3)
})

test('a phrase is rarer than its rarest word, `of` left aside', () => {
  expect(english.frequency('the house')).toBeCloseTo(english.frequency('house') - 1.3, 12)
  expect(english.frequency('house of the qwrtzpl')).toBeCloseTo(2.3 - 2 * 1.3, 12)
})

test('knows given names, and nothing of what comes with the language', () => {
  expect(['maria', 'peter', 'table', 'constructor', '__proto__'].map(english.isGivenName)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
  expect(['__proto__', 'toString', ''].map((word) => Number.isFinite(english.frequency(word)))).toEqual([
    true,
    true,
    true,
  ])
})
