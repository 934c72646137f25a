import { expect, test } from 'vitest'
import type { Job, Source } from '../../../client/index.js'
import {
  describeCounts,
  describeLibrary,
  describeNextPull,
  describePull,
  describeReport,
  newerJob,
} from '../../../web/src/library/source-words.js'

const now = Date.parse('2026-01-10T12:00:00Z')
const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString()
const nothing = { added: 0, changed: 0, unchanged: 0, withdrawn: 0, elsewhere: 0 }

const aJob = (fields: Partial<Job> = {}): Job => ({
  id: 'job-1',
  sourceId: 'source-1',
  status: 'done',
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
  ...fields,
})

test('counts name the kinds that there are, and the hours', () => {
  expect(describeCounts({ kinds: { episode: 41, short: 0, post: 1 }, hours: 12.4 })).toEqual([
    '41 episodes',
    '1 post',
    '12.4 hours',
  ])
  expect(describeCounts({ kinds: { episode: 0, short: 0, post: 0 }, hours: 0 })).toEqual([])
})

test('the library is the sum of its sources', () => {
  const source = (episode: number, post: number, hours: number) => ({
    kinds: { episode, short: 0, post },
    hours,
  })
  expect(describeLibrary([source(41, 0, 12.4), source(2, 6, 0.3)])).toBe(
    '43 episodes and 6 posts from 2 sources, 12.7 hours',
  )
  expect(describeLibrary([])).toBe('')
})

test('a report says what a pull did; that nothing happened needs no numbers', () => {
  expect(describeReport({ added: 3, changed: 1, unchanged: 1206, withdrawn: 2, elsewhere: 4 })).toBe(
    '3 new, 1 changed, 2 taken away by the publisher, 4 in another source already, 1,206 unchanged',
  )
  expect(describeReport({ ...nothing, unchanged: 210 })).toBe('nothing new')
  expect(describeReport({ ...nothing, unchanged: 207, elsewhere: 3 })).toBe(
    'nothing new, 3 in another source already',
  )
})

test('the last good pull says when and what; while the first one goes on there is none', () => {
  const pulled = { pulledAt: at(-120) }
  expect([
    describePull({ ...pulled, job: aJob({ report: { ...nothing, added: 2 } }) }, now),
    describePull({ ...pulled, job: aJob({ status: 'failed' }) }, now),
    describePull({ pulledAt: null, job: aJob({ status: 'running' }) }, now),
    describePull({ pulledAt: null, job: aJob({ status: 'failed' }) }, now),
  ]).toEqual(['Pulled 2 h ago: 2 new', 'Pulled 2 h ago', 'Its first pull', 'Never pulled to its end'])
})

test('the next pull comes by time, by a change, or by hand', () => {
  const source = (fields: Partial<Source>): Pick<Source, 'nextPullAt' | 'location' | 'goneAt'> => ({
    nextPullAt: null,
    location: 'https://example.org/feed.xml',
    goneAt: null,
    ...fields,
  })
  const next = (fields: Partial<Source>, pulls = { everyMs: null as number | null, watches: false }) =>
    describeNextPull(source(fields), pulls, now)
  expect([
    next({}),
    next({ nextPullAt: at(-5) }),
    next({ nextPullAt: at(25) }),
    next({ nextPullAt: at(240) }),
    next({ nextPullAt: at(5 * 24 * 60) }),
    next({ location: '/srv/talks' }, { everyMs: null, watches: true }),
    next({}, { everyMs: null, watches: true }),
    next({ goneAt: at(-5), nextPullAt: null }, { everyMs: 1, watches: true }),
  ]).toEqual([
    'pulled by hand',
    'next in a moment',
    'next in 25 min',
    'next in 4 h',
    'next on 15 Jan 2026',
    'again when something in it changes',
    'pulled by hand',
    'pulled again only when you say so',
  ])
})

test('of two tellings of a job the later one counts', () => {
  const listed = aJob({ status: 'queued' })
  const running = aJob({ status: 'running' })
  const later = aJob({ id: 'job-2', status: 'queued', createdAt: '2026-01-02T00:00:00Z' })
  expect(newerJob(listed, running)).toBe(running)
  // It has ended since it was polled.
  expect(newerJob(aJob({ status: 'done' }), running)).toEqual(aJob({ status: 'done' }))
  expect(newerJob(listed, later)).toBe(later)
  expect(newerJob(later, running)).toBe(later)
  expect(newerJob(null, running)).toBe(running)
  expect(newerJob(listed, undefined)).toBe(listed)
})
