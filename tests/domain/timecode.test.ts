import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  frameRateNames,
  frameRateOf,
  frameRates,
  framesToRationalSeconds,
  framesToTimecode,
  msToFrames,
  msToFramesUp,
  msToSecondsText,
  type FrameRate,
} from '../../src/domain/timecode.js'

const tenHoursMs = 36_000_000
const anyRate = fc.constantFrom(...frameRates)
const anyMs = fc.integer({ min: 0, max: 3 * tenHoursMs })
const anyFrames = fc.integer({ min: 0, max: 60 * 3600 * 12 })

/** What a timecode means, by the rule of ST 12-1 read backwards: count every number, take away those that were dropped. */
function readTimecode(text: string, { timebase, droppedPerMinute }: FrameRate): number {
  const [hours = 0, minutes = 0, seconds = 0, frames = 0] = text.split(/[:;]/).map(Number)
  const allMinutes = hours * 60 + minutes
  const dropped = droppedPerMinute * (allMinutes - Math.floor(allMinutes / 10))
  return timebase * (allMinutes * 60 + seconds) + frames - dropped
}

test('every frame has a timecode that leads back to it', () => {
  fc.assert(
    fc.property(anyRate, anyFrames, (rate, frames) => {
      expect(readTimecode(framesToTimecode(frames, rate), rate)).toBe(frames)
    }),
    { numRuns: 2000 },
  )
})

test('no timecode is one of the dropped ones, and each is written as clocks are', () => {
  fc.assert(
    fc.property(anyRate, anyFrames, (rate, frames) => {
      const text = framesToTimecode(frames, rate)
      const form = rate.droppedPerMinute > 0 ? /^\d\d:[0-5]\d:[0-5]\d;\d\d$/ : /^\d\d:[0-5]\d:[0-5]\d:\d\d$/
      expect(text).toMatch(form)
      const [, minutes = 0, seconds = 0, number = 0] = text.split(/[:;]/).map(Number)
      expect(number).toBeLessThan(rate.timebase)
      if (seconds === 0 && minutes % 10 !== 0) expect(number).toBeGreaterThanOrEqual(rate.droppedPerMinute)
    }),
    { numRuns: 2000 },
  )
})

test('frame numbers are dropped at the borders that the standard names', () => {
  const at = (name: string, frames: number) => framesToTimecode(frames, frameRateOf(name))
  expect([1799, 1800, 17_981, 17_982, 107_892, 1_078_920].map((frames) => at('29.97', frames))).toEqual([
    '00:00:59;29',
    '00:01:00;02',
    '00:09:59;29',
    '00:10:00;00',
    '01:00:00;00',
    '10:00:00;00',
  ])
  expect([3599, 3600, 35_964, 2_157_840].map((frames) => at('59.94', frames))).toEqual([
    '00:00:59;59',
    '00:01:00;04',
    '00:10:00;00',
    '10:00:00;00',
  ])
  expect(at('23.976', 24 * 3600)).toBe('01:00:00:00')
  expect(at('25', 36_000 * 25 + 24)).toBe('10:00:00:24')
})

test('drop-frame timecode keeps to the clock but for what is dropped next, ten hours long', () => {
  fc.assert(
    fc.property(fc.constantFrom('29.97', '59.94'), fc.integer({ min: 0, max: tenHoursMs }), (name, ms) => {
      const rate = frameRateOf(name)
      const [hours = 0, minutes = 0, seconds = 0, frames = 0] = framesToTimecode(msToFrames(ms, rate), rate)
        .split(/[:;]/)
        .map(Number)
      const shownMs = ((hours * 60 + minutes) * 60 + seconds) * 1000 + (frames * 1000) / rate.timebase
      // Just before frame numbers are dropped the clock is as far behind as those are long; and what is dropped is a
      // millionth too little: ten minutes of it are 17,982 · 1,001 / 30,000 = 599.9994 seconds.
      const slackMs = ((rate.droppedPerMinute + 1) * 1000) / rate.timebase + ms / 1_000_000
      expect(Math.abs(shownMs - ms)).toBeLessThanOrEqual(slackMs)
    }),
    { numRuns: 2000, examples: [['29.97', 33_543_727]] },
  )
})

test('milliseconds become the nearest frame, as whole-number arithmetic has it', () => {
  fc.assert(
    fc.property(anyRate, anyMs, (rate, ms) => {
      const [num, den] = [BigInt(rate.numerator), BigInt(rate.denominator)]
      const exact = BigInt(ms) * num // frames · 1000 · den
      const unit = 1000n * den
      expect(BigInt(msToFrames(ms, rate))).toBe((2n * exact + unit) / (2n * unit))
      expect(BigInt(msToFramesUp(ms, rate))).toBe((exact + unit - 1n) / unit)
    }),
    { numRuns: 2000 },
  )
})

test('half a frame and less is what rounding moves', () => {
  fc.assert(
    fc.property(anyRate, anyMs, (rate, ms) => {
      const frameMs = (1000 * rate.denominator) / rate.numerator
      expect(Math.abs(msToFrames(ms, rate) * frameMs - ms)).toBeLessThanOrEqual(frameMs / 2 + 1e-6)
    }),
  )
  expect(msToFrames(20, frameRateOf('25'))).toBe(1) // half a frame of 40 ms: the later one
  expect(msToFrames(19, frameRateOf('25'))).toBe(0)
})

test('frames as seconds are the exact fraction', () => {
  expect(framesToRationalSeconds(0, frameRateOf('25'))).toBe('0s')
  expect(framesToRationalSeconds(50, frameRateOf('25'))).toBe('2s')
  expect(framesToRationalSeconds(1, frameRateOf('29.97'))).toBe('1001/30000s')
  expect(framesToRationalSeconds(30_000, frameRateOf('29.97'))).toBe('1001s')
  fc.assert(
    fc.property(anyRate, anyFrames, (rate, frames) => {
      const [dividend = 0n, divisor = 1n] = framesToRationalSeconds(frames, rate)
        .replace('s', '')
        .split('/')
        .map(BigInt)
      expect(dividend * BigInt(rate.numerator)).toBe(BigInt(frames) * BigInt(rate.denominator) * divisor)
    }),
  )
})

test('milliseconds as seconds lose nothing', () => {
  expect([0, 5, 50, 500, 12_345, 36_000_001].map(msToSecondsText)).toEqual([
    '0',
    '0.005',
    '0.05',
    '0.5',
    '12.345',
    '36000.001',
  ])
  fc.assert(fc.property(anyMs, (ms) => Math.round(Number(msToSecondsText(ms)) * 1000) === ms))
})

test('the names are those of the rates, and another name is none', () => {
  expect(frameRateNames).toEqual(frameRates.map(({ name }) => name))
  expect(() => frameRateOf('26')).toThrow(
    new RangeError('There is no frame rate 26: use one of 23.976, 24, 25, 29.97, 30, 50, 59.94, 60'),
  )
})
