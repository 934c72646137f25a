import { expect, test } from 'vitest'
import {
  addSample,
  describeProgress,
  estimateProgress,
  type Sample,
} from '../../../web/src/library/job-progress.js'

const startedAt = '2026-01-10T12:00:00.000Z'
const startMs = Date.parse(startedAt)
const job = { documentsTotal: 100, startedAt }
/** [seconds since the start, documents done] */
const samples = (...pairs: [number, number][]): Sample[] =>
  pairs.reduce<Sample[]>(
    (all, [seconds, done]) => addSample(all, { atMs: startMs + seconds * 1000, done }),
    [],
  )

test('the rate is that of the last minute: what was unchanged went by at once', () => {
  const seen = samples([0, 0], [1, 70], [61, 76], [121, 82])
  // 6 in 60 s since the edge of the window, 18 to go.
  expect(estimateProgress(job, seen)).toEqual({ perMinute: 6, leftMs: 180_000 })
})

test('a page that was just opened takes the whole job until now', () => {
  expect(estimateProgress(job, samples([120, 40]))).toEqual({ perMinute: 20, leftMs: 180_000 })
})

test('nothing is said before there is something to go by', () => {
  expect(estimateProgress(job, samples([0, 0], [2, 1]))).toBeNull()
  expect(estimateProgress(job, samples([0, 0], [30, 1]))).toBeNull()
  expect(estimateProgress({ documentsTotal: null, startedAt }, samples([0, 0], [30, 9]))).toBeNull()
  // The clock of the server is ahead, and nothing was seen yet.
  expect(estimateProgress(job, samples([-60, 40]))).toBeNull()
})

test('a job that starts over starts anew, and old samples go', () => {
  expect(samples([0, 0], [10, 5], [20, 1])).toEqual([{ atMs: startMs + 20_000, done: 1 }])
  expect(samples([0, 0], [30, 1], [100, 2], [130, 3]).map(({ done }) => done)).toEqual([1, 2, 3])
})

test('rate and time left are rounded for reading', () => {
  const say = (perMinute: number, leftMinutes: number) =>
    describeProgress({ perMinute, leftMs: leftMinutes * 60_000 })
  expect([say(14.4, 3.2), say(0.5, 95), say(1200, 0.5), say(30, 0.1)]).toEqual([
    '14 a minute, about 3 min left',
    '30 an hour, about 2 hours left',
    '1,200 a minute, less than a minute left',
    '30 a minute, a few seconds left',
  ])
})
