import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { nextLookMs, watchEnd } from '../../web/src/range-end.js'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** Media whose time is the clock's, `rate` times as fast. */
function playingFrom(startMs: number, rate: number) {
  const beganMs = Date.now()
  return {
    playbackRate: rate,
    get currentTime() {
      return (startMs + (Date.now() - beganMs) * rate) / 1000
    },
  }
}

test('far from the end it looks seldom, near to it often', () => {
  expect([60_000, 400, 40, 1].map((leftMs) => nextLookMs(leftMs, 1))).toEqual([250, 200, 20, 4])
  expect(nextLookMs(400, 2)).toBe(100)
})

test.each([0.5, 1, 2, 3])('at speed %s it arrives at most 15 ms of sound late, and once', (rate) => {
  const media = playingFrom(10_000, rate)
  const arrivals: number[] = []
  watchEnd(media, 13_333, () => arrivals.push(media.currentTime * 1000))
  vi.advanceTimersByTime(20_000)
  expect(arrivals).toHaveLength(1)
  expect(arrivals[0]).toBeGreaterThanOrEqual(13_333)
  expect(arrivals[0]).toBeLessThanOrEqual(13_348)
})

test('one who stops watching is not called', () => {
  const arrive = vi.fn()
  const stop = watchEnd(playingFrom(0, 1), 1000, arrive)
  vi.advanceTimersByTime(900)
  stop()
  vi.advanceTimersByTime(5000)
  expect(arrive).not.toHaveBeenCalled()
})

test('at the end already it arrives at once', () => {
  const arrive = vi.fn()
  watchEnd(playingFrom(1000, 1), 1000, arrive)
  expect(arrive).toHaveBeenCalledTimes(1)
})
