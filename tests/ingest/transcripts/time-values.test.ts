import { expect, test } from 'vitest'
import { readTimeMs } from '../../../ingest/transcripts/time-value.js'
import { readTtmlRates, readTtmlTimeMs } from '../../../ingest/transcripts/ttml-time.js'

test.each([
  [12.5, 's', 12_500],
  [12_500, 'ms', 12_500],
  ['12.5', 's', 12_500],
  ['12,5', 's', 12_500],
  ['12.5s', 'ms', 12_500],
  ['1:02:03.5', 'ms', 3_723_500],
  ['62:03', 's', 3_723_000],
  [-0.02, 's', 0],
  [-2, 's', null],
  [Number.NaN, 's', null],
  [Number.POSITIVE_INFINITY, 's', null],
  [1e300, 's', null],
  ['1:62:03', 's', null],
  ['0:75', 's', null],
  ['soon', 's', null],
  ['', 's', null],
  [null, 's', null],
  [true, 's', null],
  [[1], 's', null],
] as const)('%j in %s is %j ms', (value, unit, ms) => {
  expect(readTimeMs(value, unit)).toBe(ms)
})

const rates = readTtmlRates((name) => ({ framerate: '25', tickrate: '1000' })[name] ?? null)
test.each([
  ['00:00:01.5', 1_500],
  ['00:00:01:05', 1_200],
  ['00:00:01:05.1', 1_200],
  ['1:48.737', 108_737],
  ['0.860', 860],
  ['12.5s', 12_500],
  ['300ms', 300],
  ['1200t', 1_200],
  ['50f', 2_000],
  ['1.5m', 90_000],
  ['1h', 3_600_000],
  ['-1s', null],
  ['00:00:75', null],
  ['99999999999h', null],
  ['', null],
  ['wallclock(2026-01-01)', null],
])('TTML writes %j for %j ms', (text, ms) => {
  expect(readTtmlTimeMs(text, rates)).toBe(ms)
})

test('rates that are missing are those of the standard; a multiplier slows frames down', () => {
  expect(readTtmlRates(() => null)).toEqual({ framesPerSecond: 30, ticksPerSecond: 1 })
  const ntsc = readTtmlRates((name) => ({ framerate: '30', frameratemultiplier: '1000 1001' })[name] ?? null)
  expect(readTtmlTimeMs('30f', ntsc)).toBe(1_001)
  expect(ntsc.ticksPerSecond).toBeCloseTo(29.97, 2)
})
