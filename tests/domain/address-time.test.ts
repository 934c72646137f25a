import { expect, test } from 'vitest'
import { readAddressRange, readAddressTime, writeAddressRange } from '../../src/domain/address-time.js'

test('a time is seconds or a clock', () => {
  expect(['754', '754.25', '12:34', '1:02:03'].map(readAddressTime)).toEqual([
    754_000, 754_250, 754_000, 3_723_000,
  ])
})

test.each(['', ' ', '-1', '1e3', '12:34:56:78', '12:', 'abc', '1'.repeat(9), 'Infinity', '٣'])(
  '%j is no time',
  (text) => {
    expect(readAddressTime(text)).toBeNull()
  },
)

test('an end needs a start before it', () => {
  expect(readAddressRange('10', '20')).toEqual({ startMs: 10_000, endMs: 20_000 })
  expect(readAddressRange('20', '10')).toEqual({ startMs: 20_000, endMs: null })
  expect(readAddressRange('20', '20')).toEqual({ startMs: 20_000, endMs: null })
  expect(readAddressRange(null, '10')).toEqual({ startMs: null, endMs: null })
})

test('what is written is read back', () => {
  for (const range of [
    { startMs: 754_250, endMs: 790_000 },
    { startMs: 0, endMs: null },
  ]) {
    const params = new URLSearchParams(writeAddressRange(range))
    expect(readAddressRange(params.get('t'), params.get('end'))).toEqual(range)
  }
  expect(writeAddressRange({ startMs: null, endMs: null })).toBe('')
})
