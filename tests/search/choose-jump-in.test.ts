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

test('one millisecond out of reach does not count: the best sentence itself begins', () => {
  expect(jump(20_000, at(11_999))).toBe(20_000)
  expect(jump(20_000, at(18_501))).toBe(20_000)
})

test('the last one is the one that begins last, where people talk over each other and the order is another', () => {
  expect(jump(20_000, at(17_000, 14_000))).toBe(17_000)
})

test('sentences without times are no place to begin', () => {
  expect(jump(20_000, [{ startMs: 15_000 }, { startMs: null }])).toBe(15_000)
  expect(jump(20_000, [{ startMs: null }])).toBe(20_000)
})

test('nothing before the floor is played', () => {
  expect(jump(20_000, at(15_000), 15_000)).toBe(15_000)
  expect(jump(20_000, at(15_000), 15_001)).toBe(20_000)
})

test('the first sentence of all begins where it begins', () => {
  expect(jump(200, [])).toBe(200)
})

test('without a time there is no place to jump to', () => {
  expect(chooseJumpIn({ sentence: { startMs: null }, earlier: at(1), floorMs: 0 })).toBeNull()
})

test('the jump is the latest start in reach, and else the sentence itself', () => {
  const start = fc.nat(40_000)
  fc.assert(
    fc.property(start, fc.array(start), start, (startMs, starts, floorMs) => {
      const allowed = starts.filter((ms) => ms >= floorMs && startMs - ms >= 1500 && startMs - ms <= 8000)
      const expected = allowed.sort((a, b) => b - a)[0] ?? startMs
      expect(jump(startMs, at(...starts), floorMs)).toBe(expected)
    }),
  )
})
