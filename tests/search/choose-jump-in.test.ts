import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseJumpIn } from '../../src/search/choose-jump-in.js'

const at = (...starts: number[]) => starts.map((startMs) => ({ startMs }))
const jump = (startMs: number, earlier: { startMs: number | null }[], floorMs = 0) =>
  chooseJumpIn({ sentence: { startMs }, earlier, floorMs })

test('playing begins with the last sentence between 8 and 1.5 seconds before', () => {
  expect(jump(20_000, at(5_000, 13_000, 17_000, 19_000))).toBe(17_000)
})

test('the reach is closed at both ends', () => {
  expect(jump(20_000, at(12_000))).toBe(12_000)
  expect(jump(20_000, at(18_500))).toBe(18_500)
})

test('one millisecond out of reach does not count: half a second of lead instead', () => {
  expect(jump(20_000, at(11_999))).toBe(19_500)
  expect(jump(20_000, at(18_501))).toBe(19_500)
})

test('nothing before the floor is played', () => {
  expect(jump(20_000, at(15_000), 16_000)).toBe(19_500)
  expect(jump(20_000, at(15_000), 19_900)).toBe(19_900)
  expect(jump(20_000, at(15_000), 20_000)).toBe(20_000)
})

test('the beginning of the sound is the earliest start', () => {
  expect(jump(200, [])).toBe(0)
})

test('without a time there is no place to jump to', () => {
  expect(chooseJumpIn({ sentence: { startMs: null }, earlier: at(1), floorMs: 0 })).toBeNull()
})

test('the jump is at most 8 s before the sentence and never after it', () => {
  fc.assert(
    fc.property(fc.nat(1e7), fc.array(fc.nat(1e7)), fc.nat(1e7), (startMs, starts, floorMs) => {
      const jumpMs = jump(startMs, at(...starts.sort((a, b) => a - b)), floorMs) ?? NaN
      expect(jumpMs).toBeLessThanOrEqual(startMs)
      expect(jumpMs).toBeGreaterThanOrEqual(Math.max(0, startMs - 8000))
    }),
  )
})
