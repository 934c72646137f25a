import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatMoment, formatSpan, parseMoment } from '../../../web/src/desk/moment-text.js'

test.each([
  [0, '0:00.000'],
  [754_500, '12:34.500'],
  [3_723_004, '1:02:03.004'],
  [36_000_000, '10:00:00.000'],
])('%i ms is written %s', (ms, text) => expect(formatMoment(ms)).toBe(text))

test('what is written is read again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 * 3_600_000 }), (ms) => {
      expect(parseMoment(formatMoment(ms))).toBe(ms)
    }),
  )
})

test.each([
  ['12:34', 754_000],
  ['90:00', 5_400_000],
  [' 12:34,5 ', 754_500],
  ['75.25', 75_250],
  ['0', 0],
  ['1:2:3', 3_723_000],
  ['1.23456', 1234],
  ['12:60', null],
  ['1:60:00', null],
  ['-1', null],
  ['', null],
  ['twelve', null],
  ['1:2:3:4', null],
  ['12:34.', null],
])('%j is read as %s', (text, ms) => expect(parseMoment(text)).toBe(ms))

test.each([
  [0, '0.0 s'],
  [24_340, '24.3 s'],
  [59_960, '60.0 s'],
  [72_000, '1:12.0'],
  [3_725_000, '1:02:05.0'],
])('%i ms long is %s', (ms, text) => expect(formatSpan(ms)).toBe(text))
