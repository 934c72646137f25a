import { describe, expect, test } from 'vitest'
import { coverTerms, findPairs, maskOf, settleMask } from '../../src/index/term-evidence.js'

describe('coverTerms', () => {
  test('each term counts by its weight', () => {
    expect(coverTerms(0b101, [1, 2, 5])).toBeCloseTo(6 / 8, 12)
  })
  test('is 0 without terms', () => expect(coverTerms(0, [])).toBe(0))
  test('knows the 32nd term', () =>
    expect(coverTerms(0x80000000, new Array<number>(32).fill(1))).toBeCloseTo(1 / 32, 12))
})

test('a mask has a bit for each term that a sentence holds', () => {
  expect(maskOf([null, 0, 2, null, 2])).toBe(0b101)
  expect(maskOf([31])).toBe(0x80000000)
})

describe('findPairs', () => {
  test('terms that follow each other in the order of the query are a pair, with one word between them too', () => {
    expect(findPairs([[0, 1]], 2)).toBe(1)
    expect(findPairs([[0, null, 1]], 2)).toBe(1)
    expect(findPairs([[0, null, null, 1]], 2)).toBe(0)
  })
  test('the other way round they are none', () => expect(findPairs([[1, 0]], 2)).toBe(0))
  test('the end of a sentence parts them', () => expect(findPairs([[0], [1]], 2)).toBe(0))
  test('the share of the pairs that any sentence holds', () => {
    expect(
      findPairs(
        [
          [0, 1],
          [1, null, null, 2],
          [0, 1],
        ],
        3,
      ),
    ).toBe(0.5)
  })
  test('what is beyond the terms of the query is no term', () => expect(findPairs([[0, 1, 2, 3]], 2)).toBe(1))
  test('one term has no pair', () => expect(findPairs([[0, 0]], 1)).toBe(0))
})

test('who holds all of another way to write a term is taken to hold the term, who holds a part is not', () => {
  const implications = [
    { needs: 0b1100, gives: 0b0001 },
    { needs: 0x80000000, gives: 0b0010 },
  ]
  expect(settleMask(0b1100, implications)).toBe(0b1101)
  expect(settleMask(0b0100, implications)).toBe(0b0100)
  expect(settleMask(0x80000000, implications)).toBe(0x80000002)
})
