import { expect, test } from 'vitest'
import { nextPullMs } from '../../src/jobs/plan-pulls.js'
import { aSource } from '../builders/documents.js'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const lastEndedAt = '2026-01-01T00:00:00.000Z'
const endedMs = Date.parse(lastEndedAt)

/** Hours after the last pull, jitter cut off. */
const hoursUntil = (failuresInRow: number, everyMs = hourMs) =>
  Math.floor((nextPullMs(aSource(), { lastEndedAt, failuresInRow }, everyMs) - endedMs) / hourMs)

test('a source that was never pulled is due, one that is gone never is', () => {
  expect(nextPullMs(aSource(), null, hourMs)).toBe(0)
  expect(nextPullMs(aSource({ goneAt: lastEndedAt }), null, hourMs)).toBe(Infinity)
})

test('each failure doubles the wait, up to a day', () => {
  expect([0, 1, 2, 3, 4, 5, 100].map((failures) => hoursUntil(failures))).toEqual([1, 2, 4, 8, 16, 24, 24])
})

test('what is pulled less often than daily is not pulled more often for failing', () => {
  const healthy = nextPullMs(aSource(), { lastEndedAt, failuresInRow: 0 }, 2 * dayMs)
  expect(nextPullMs(aSource(), { lastEndedAt, failuresInRow: 3 }, 2 * dayMs)).toBe(healthy)
})

test('sources that were pulled together drift apart, by at most a tenth of the interval', () => {
  const times = Array.from({ length: 50 }, (_, index) =>
    nextPullMs(aSource({ id: `source-${index}` }), { lastEndedAt, failuresInRow: 0 }, hourMs),
  )
  expect(new Set(times).size).toBe(50)
  expect(Math.min(...times)).toBeGreaterThanOrEqual(endedMs + hourMs)
  expect(Math.max(...times)).toBeLessThan(endedMs + 1.1 * hourMs)
})
