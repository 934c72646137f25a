import { describe, expect, test } from 'vitest'
import { formatClock, formatTimestamp, overlaps, secondsToMs } from '../../src/domain/time.js'

test('clocks show hours only where there are any, and cut fractions off', () => {
  expect([0, 999, 754_000, 3_599_999, 3_600_000, 3_723_004].map(formatClock)).toEqual([
    '0:00',
    '0:00',
    '12:34',
    '59:59',
    '1:00:00',
    '1:02:03',
  ])
})

test('timestamps are those of WebVTT, and of SRT with a comma', () => {
  expect(formatTimestamp(3_723_004)).toBe('01:02:03.004')
  expect(formatTimestamp(360_000_000, ',')).toBe('100:00:00,000')
})

describe('half-open ranges', () => {
  const range = (startMs: number, endMs: number) => ({ startMs, endMs })
  test('touching ranges do not overlap', () => expect(overlaps(range(0, 5), range(5, 9))).toBe(false))
  test('one shared millisecond is an overlap', () => expect(overlaps(range(0, 6), range(5, 9))).toBe(true))
})

test('seconds are rounded, and nonsense is refused', () => {
  expect(secondsToMs(1.0005)).toBe(1001)
  for (const nonsense of [-1, NaN, Infinity]) expect(() => secondsToMs(nonsense)).toThrow(RangeError)
})
