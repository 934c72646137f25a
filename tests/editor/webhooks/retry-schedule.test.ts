import { expect, test } from 'vitest'
import { maxAttempts, nextDelayMs } from '../../../src/editor/webhooks/retry-schedule.js'

const minute = 60_000
const hour = 60 * minute

test('it is tried eight times, over 28 hours', () => {
  const delays = Array.from({ length: maxAttempts }, (_, made) => nextDelayMs(made + 1, null, 0.5))
  expect(delays).toEqual([5000, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 10 * hour, null])
})

test('a fifth of each delay is chance, to either side', () => {
  expect([nextDelayMs(1, null, 0), nextDelayMs(1, null, 0.999999)]).toEqual([4000, 6000])
})

test('a receiver that asks for more time gets it, up to ten hours, and never less than ours', () => {
  expect(nextDelayMs(1, 60_000, 0.5)).toBe(60_000)
  expect(nextDelayMs(2, 1000, 0.5)).toBe(5 * minute)
  expect(nextDelayMs(1, 1e12, 0.5)).toBe(10 * hour)
})
