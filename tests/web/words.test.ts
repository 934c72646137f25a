import { expect, test } from 'vitest'
import type { Job } from '../../client/index.js'
import { countOf, describeJob, formatAgo, formatDate, formatLength, shareDone } from '../../web/src/words.js'

const aJob = (over: Partial<Job>): Job => ({
  id: 'j',
  sourceId: 's',
  status: 'running',
  step: '',
  documentsDone: 0,
  documentsTotal: null,
  passagesEmbedded: 0,
  createdAt: '2026-01-01T00:00:00Z',
  startedAt: null,
  finishedAt: null,
  error: null,
  report: null,
  issues: [],
  ...over,
})

test('counts agree with their noun', () => {
  expect([countOf(1, 'episode'), countOf(0, 'post'), countOf(1204, 'short')]).toEqual([
    '1 episode',
    '0 posts',
    '1,204 shorts',
  ])
})

test('dates are read as published, in UTC; what is no date is left out', () => {
  expect(formatDate('2025-05-30T23:59:59Z')).toBe('30 May 2025')
  expect([formatDate(null), formatDate('soon')]).toEqual(['', ''])
})

test('lengths are rounded for reading', () => {
  expect([45_000, 59_999, 60_000, 3_599_000, 4_320_000].map(formatLength)).toEqual([
    '45 s',
    '60 s',
    '1 min',
    '1 h 0 min',
    '1 h 12 min',
  ])
})

test('how long ago is coarse, and a date after two days', () => {
  const now = Date.parse('2026-01-10T12:00:00Z')
  const ago = (minutes: number) => formatAgo(new Date(now - minutes * 60_000).toISOString(), now)
  expect([ago(0), ago(5), ago(60), ago(47 * 60), ago(48 * 60)]).toEqual([
    'just now',
    '5 min ago',
    '1 h ago',
    '47 h ago',
    '8 Jan 2026',
  ])
})

test('a job says which document it is at', () => {
  expect(describeJob(aJob({ status: 'queued' }))).toBe('Waiting to index')
  expect(describeJob(aJob({ step: 'starting' }))).toBe('Reading the source')
  expect(describeJob(aJob({ step: 'feed.xml' }))).toBe('Reading the source: feed.xml')
  expect(describeJob(aJob({ documentsDone: 2, documentsTotal: 27, step: 'VAEs' }))).toBe(
    'Indexing 3 of 27: VAEs',
  )
  expect(describeJob(aJob({ documentsDone: 27, documentsTotal: 27 }))).toBe('Indexing 27 of 27')
})

test('the share done counts all jobs together, and is unknown while none knows its total', () => {
  expect(
    shareDone([aJob({ documentsDone: 1, documentsTotal: 4 }), aJob({ documentsDone: 5, documentsTotal: 8 })]),
  ).toBe(0.5)
  expect(shareDone([aJob({})])).toBeNull()
  expect(shareDone([])).toBeNull()
})
