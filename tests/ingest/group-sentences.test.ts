import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupSentences, type Piece } from '../../ingest/group-sentences.js'

const pieces = (...sizes: number[]): Piece[] =>
  sizes.map((words) => ({ words, isTurn: false, mustBreak: false }))
const sums = (list: readonly Piece[]) =>
  groupSentences(list).map(([from, to]) => list.slice(from, to).reduce((sum, { words }) => sum + words, 0))

test.each([
  ['nothing gives nothing', [], []],
  ['what fits stays together', [50, 50], [100]],
  ['a border lies where the length is nearest to a hundred', [45, 45, 45, 45], [90, 90]],
  ['a single sentence over the limit stands alone', [170, 100], [170, 100]],
  ['a sentence that would pass the limit is left to the next', [100, 61], [100, 61]],
  ['a rest of 24 words joins what is before it', [100, 24], [124]],
  ['the end of all is as good a border as a turn: a rest of 30 words still joins', [100, 30], [130]],
  ['a rest of 31 words stands alone', [100, 31], [100, 31]],
  ['a tiny rest that would pass the limit stands alone', [150, 24], [150, 24]],
  ['a border is moved so that no tiny rest is left', [50, 50, 20], [120]],
])('%s', (_, sizes, expected) => {
  expect(sums(pieces(...sizes))).toEqual(expected)
})

test('a turn is worth thirty words of length, not more', () => {
  const turnAt = (turn: number, sizes: number[]) =>
    sums(pieces(...sizes).map((piece, index) => ({ ...piece, isTurn: index === turn })))
  expect(turnAt(1, [71, 29, 100])).toEqual([71, 129])
  expect(turnAt(1, [69, 31, 100])).toEqual([100, 100])
})

test('a silence is a border, however little there is before it', () => {
  const silentAt = (silence: number, sizes: number[]) =>
    sums(pieces(...sizes).map((piece, index) => ({ ...piece, mustBreak: index === silence })))
  expect(silentAt(1, [30, 10])).toEqual([30, 10])
  expect(silentAt(1, [1, 10])).toEqual([1, 10])
})

test('groups cover all pieces in order, and none but a single piece is longer than 160 words', () => {
  const piece = fc.record({
    words: fc.integer({ min: 1, max: 200 }),
    isTurn: fc.boolean(),
    mustBreak: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (list) => {
      let next = 0
      for (const [from, to] of groupSentences(list)) {
        expect(from).toBe(next)
        expect(to).toBeGreaterThan(from)
        const words = list.slice(from, to).reduce((sum, { words }) => sum + words, 0)
        expect(words <= 160 || to === from + 1).toBe(true)
        expect(list.slice(from + 1, to).some(({ mustBreak }) => mustBreak)).toBe(false)
        next = to
      }
      expect(next).toBe(list.length)
    }),
    { seed: 23, numRuns: 500 },
  )
})
