import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markRising } from '../../../ingest/transcripts/rising-times.js'

/** By trying every selection. */
function longestLength(times: readonly number[], from = 0, lastMs = -1): number {
  let longest = 0
  for (let at = from; at < times.length; at += 1) {
    const time = times[at] ?? 0
    if (time >= lastMs) longest = Math.max(longest, 1 + longestLength(times, at + 1, time))
  }
  return longest
}

test('as many times as possible are kept, and they never fall', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 9 }), { maxLength: 10 }), (times) => {
      const kept = times.filter((_, index) => markRising(times)[index])
      expect(kept).toEqual([...kept].sort((a, b) => a - b))
      expect(kept).toHaveLength(longestLength(times))
    }),
  )
})

test('one slip among rising times is left out', () => {
  expect(markRising([0, 10, 3_000, 20, 30])).toEqual([true, true, false, true, true])
})
