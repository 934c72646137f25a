import { expect, test } from 'vitest'
import { alignWords, shareOf } from '../../../src/editor/repeats/align-words.js'

const words = (...ids: number[]) => Uint32Array.from(ids)

test('a run in common is found wherever it stands, and what stands around it is left out', () => {
  expect(alignWords({ a: words(91, 92, 1, 2, 3, 4, 93), b: words(1, 2, 3, 4, 81, 82) })).toEqual({
    a: { from: 2, to: 6 },
    b: { from: 0, to: 4 },
    matches: 4,
  })
})

test('a word that was changed, put in or left out does not end the run', () => {
  const a = words(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
  const b = words(1, 2, 3, 99, 5, 6, 98, 7, 8, 9, 11, 12)
  const alignment = alignWords({ a, b })
  // 4 is another word, 98 was put in, 10 is missing.
  expect(alignment).toEqual({ a: { from: 0, to: 12 }, b: { from: 0, to: 12 }, matches: 10 })
  expect(alignment && shareOf(alignment)).toBeCloseTo(10 / 12, 12)
})

test('texts without a word in common have no alignment', () => {
  expect(alignWords({ a: words(1, 2), b: words(3, 4) })).toBeNull()
  expect(alignWords({ a: words(), b: words(3, 4) })).toBeNull()
})

test('only what lies near the given shift is compared', () => {
  const a = words(...Array.from({ length: 10 }, (_, at) => at))
  const b = words(...Array.from({ length: 200 }, (_, at) => 1000 + at), ...a)
  expect(alignWords({ a, b }, { from: 198, to: 203 })?.matches).toBe(10)
  expect(alignWords({ a, b }, { from: 0, to: 1 })).toBeNull()
})
