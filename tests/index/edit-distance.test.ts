import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundedDistance } from '../../src/index/edit-distance.js'

/** The definition, letter by letter, without a bound. */
function plainDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  const at = (i: number, j: number): number => table[i]?.[j] ?? Infinity
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      ;(table[i] as number[])[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        isSwap && i > 1 && j > 1 ? at(i - 2, j - 2) + 1 : Infinity,
      )
    }
  return at(a.length, b.length)
}

test.each([
  ['schnor', 'schnorr', 1],
  ['pyhton', 'python', 1],
  ['taprut', 'taproot', 2],
  ['ca', 'abc', 3],
  ['', '', 0],
  ['same', 'same', 0],
])('%s is %s with %i edits', (a, b, distance) => {
  expect(boundedDistance(a, b, 3)).toBe(distance)
})

test('within the bound it is the plain distance, above it one more than the bound', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 })
  fc.assert(
    fc.property(word, word, fc.nat({ max: 4 }), (a, b, bound) => {
      expect(boundedDistance(a, b, bound)).toBe(Math.min(plainDistance(a, b), bound + 1))
    }),
    { numRuns: 2000 },
  )
})

test('longer texts than words are refused', () => {
  expect(() => boundedDistance('a'.repeat(65), 'a', 2)).toThrow(RangeError)
})
