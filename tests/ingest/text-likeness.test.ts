import fc from 'fast-check'
import { expect, test } from 'vitest'
import { likenessKeys, resemblance, shinglesOf } from '../../ingest/text-likeness.js'

const words = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, index) => `word${from + index}`).join(' ')

test('resemblance is the share of common runs of five words', () => {
  // 100 words have 96 runs; shifted by 10 they share 86, of 106 in all.
  expect(resemblance(shinglesOf(words(0, 100)), shinglesOf(words(10, 110)))).toBeCloseTo(86 / 106, 12)
  expect(resemblance(shinglesOf('One, two; THREE four - five!'), shinglesOf('one two three four five'))).toBe(
    1,
  )
  expect(resemblance(shinglesOf(words(0, 50)), shinglesOf(words(100, 150)))).toBe(0)
})

test('texts that are nearly the same share a key, unlike ones none', () => {
  const common = (a: string, b: string) => {
    const keys = new Set(likenessKeys(shinglesOf(a)))
    return likenessKeys(shinglesOf(b)).filter((key) => keys.has(key)).length
  }
  expect(common(words(0, 400), words(0, 400).replace('word7 ', 'another '))).toBeGreaterThan(0)
  expect(common(words(0, 400), words(1000, 1400))).toBe(0)
})

test('resemblance is symmetric, between 0 and 1, and 1 with itself', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const [one, other] = [shinglesOf(a), shinglesOf(b)]
      const value = resemblance(one, other)
      expect(value).toBe(resemblance(other, one))
      expect(value >= 0 && value <= 1).toBe(true)
      expect(resemblance(one, one)).toBe(1)
    }),
  )
})
