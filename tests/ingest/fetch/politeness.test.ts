import { describe, expect, test } from 'vitest'
import { askPolitely, readRetryAfterMs, TransientFailure } from '../../../ingest/fetch/ask-politely.js'
import { fetchBody } from '../../../ingest/fetch/fetch-body.js'
import { HostQueue } from '../../../ingest/fetch/host-queue.js'
import { AppError } from '../../../src/errors.js'
import { farOrigin } from './far-origin.js'
import { startServer } from './local-server.js'
import { SteppedClock } from './stepped-clock.js'

/** A server that gives these answers in turn, the last one for ever. */
async function aServer(...answers: { status: number; retryAfter?: string; breaksOff?: boolean }[]) {
  const seen = { requests: 0 }
  const origin = await startServer((_, response) => {
    const answer = answers[Math.min(seen.requests, answers.length - 1)]
    seen.requests += 1
    if (answer?.breaksOff) return void response.destroy()
    if (answer?.retryAfter !== undefined) response.setHeader('retry-after', answer.retryAfter)
    response.writeHead(answer?.status ?? 500).end('body')
  })
  const clock = new SteppedClock()
  const queue = new HostQueue(clock)
  const fetch = () => clock.run(fetchBody(`${origin}/a`, { allowPrivate: true, queue }))
  return { fetch, seen, clock, origin }
}

describe('a failure that may pass', () => {
  test.each([[500], [502], [503], [504], [429]])('%d is tried again until it does', async (status) => {
    const { fetch, seen } = await aServer({ status }, { status }, { status: 200 })
    expect(await fetch()).toMatchObject({ text: 'body' })
    expect(seen.requests).toBe(3)
  })

  test('a connection that breaks is tried again', async () => {
    const { fetch, seen } = await aServer({ status: 0, breaksOff: true }, { status: 200 })
    expect(await fetch()).toMatchObject({ text: 'body' })
    expect(seen.requests).toBe(2)
  })

  test('is given up after three attempts', async () => {
    const { fetch, seen } = await aServer({ status: 500 })
    await expect(fetch()).rejects.toMatchObject({ code: 'FETCH_FAILED', retryable: true })
    expect(seen.requests).toBe(3)
  })

  test.each([[400], [403], [404], [410], [501]])('%d is none: it is asked once', async (status) => {
    const { fetch, seen } = await aServer({ status })
    await expect(fetch()).rejects.toThrow(`answered ${status}`)
    expect(seen.requests).toBe(1)
  })
})

describe('Retry-After', () => {
  test('of a few seconds is waited for', async () => {
    const { fetch, clock } = await aServer({ status: 429, retryAfter: '9' }, { status: 200 })
    expect(await fetch()).toMatchObject({ text: 'body' })
    expect(clock.passedMs).toBeGreaterThanOrEqual(9_000)
    expect(clock.passedMs).toBeLessThan(10_000)
  })

  test('as a date is waited for', async () => {
    const date = new Date(new SteppedClock().now() + 8_000).toUTCString()
    const { fetch, clock } = await aServer({ status: 503, retryAfter: date }, { status: 200 })
    expect(await fetch()).toMatchObject({ text: 'body' })
    expect(clock.passedMs).toBeGreaterThanOrEqual(8_000)
  })

  test('of more fails with the time, and nothing asks that host before it', async () => {
    const { fetch, seen, clock, origin } = await aServer({ status: 503, retryAfter: '3600' })
    const failure = { code: 'FETCH_FAILED', retryable: true }
    await expect(fetch()).rejects.toMatchObject({
      ...failure,
      message: expect.stringContaining(
        'the server asks to come back after 2026-01-01T01:00:00.000Z',
      ) as string,
    })
    await expect(fetch()).rejects.toMatchObject({
      ...failure,
      message: `${new URL(origin).host} is not asked before 2026-01-01T01:00:00.000Z: it asked to be left alone until then`,
    })
    expect([seen.requests, clock.passedMs]).toEqual([1, 0])
  })

  test.each([
    ['120', 120_000],
    ['0', 0],
    ['Thu, 01 Jan 2026 00:01:00 GMT', 60_000],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['-5', null],
    ['1.5', null],
    ['soon', null],
    ['2026', 2_026_000],
    [null, null],
  ])('%j is %s ms', (header, ms) => {
    expect(readRetryAfterMs(header, Date.UTC(2026, 0, 1))).toBe(ms)
  })
})

describe('a host that is not near', () => {
  const aFarServer = async (answer: { status: number; breaksOff?: boolean }) => {
    const { seen, clock, origin } = await aServer(answer)
    const queue = new HostQueue(clock)
    const far = farOrigin(origin)
    const fetch = (path: string) => clock.run(fetchBody(`${far}${path}`, { allowPrivate: true, queue }))
    return { fetch, seen }
  }

  test.each([[500], [502], [504], [408], [425]])(
    'is asked for the next file after any number of %d',
    async (status) => {
      const { fetch, seen } = await aFarServer({ status })
      for (const path of ['/a', '/b', '/c', '/d'])
        await expect(fetch(path)).rejects.toThrow(`${path} answered ${status}`)
      expect(seen.requests).toBe(12)
    },
  )

  test('is asked for the next file after several at once failed by themselves', async () => {
    const clock = new SteppedClock()
    const queue = new HostQueue(clock)
    const failure = new AppError('FETCH_FAILED', 'answered 500')
    const fail = () => Promise.reject(new TransientFailure(failure, { retryAfterMs: null, isOfHost: false }))
    const attempts = [1, 2, 3].map(() => askPolitely('a.org', queue, { isNear: false }, fail))
    const outcomes = await clock.run(Promise.allSettled(attempts))
    expect(outcomes).toEqual(Array(3).fill({ status: 'rejected', reason: failure }))
    const next = askPolitely('a.org', queue, { isNear: false }, () => Promise.resolve('asked'))
    expect(await clock.run(next)).toBe('asked')
  })

  test.each([
    ['that answer 429', { status: 429 }],
    ['that answer 503', { status: 503 }],
    ['that break', { status: 0, breaksOff: true }],
  ])('is left alone after two files %s', async (_, answer) => {
    const { fetch, seen } = await aFarServer(answer)
    for (const path of ['/a', '/b']) await expect(fetch(path)).rejects.toThrow(path)
    await expect(fetch('/c')).rejects.toThrow('it failed 2 times in a row')
    expect(seen.requests).toBe(6)
  })
})

test('a pause before another attempt is interrupted by the signal', async () => {
  const controller = new AbortController()
  const origin = await startServer((_, response) => {
    response.writeHead(503, { 'retry-after': '100' }).end()
    setImmediate(() => controller.abort())
  })
  const queue = new HostQueue(new SteppedClock())
  await expect(
    fetchBody(origin, { allowPrivate: true, queue, signal: controller.signal }),
  ).rejects.toMatchObject({ code: 'INGEST_INTERRUPTED' })
})
