import { expect, test } from 'vitest'
import { HostQueue } from '../../../ingest/fetch/host-queue.js'
import { SteppedClock } from './stepped-clock.js'

const far = { isNear: false }
const near = { isNear: true }

test('requests to one host start with a moment between, in the order they came', async () => {
  const clock = new SteppedClock()
  const queue = new HostQueue(clock)
  const starts: [number, number][] = []
  const requests = [0, 1, 2, 3].map((index) =>
    queue.run('a.org', far, () => Promise.resolve(void starts.push([index, clock.passedMs]))),
  )
  await clock.run(Promise.all(requests))
  // Half way between 250 and 500 ms.
  expect(starts).toEqual([
    [0, 0],
    [1, 375],
    [2, 750],
    [3, 1125],
  ])
})

test('no more than two are under way at one host; another host does not wait for them', async () => {
  const clock = new SteppedClock()
  const queue = new HostQueue(clock)
  const starts: string[] = []
  const slow = (name: string, host: string) =>
    queue.run(host, far, async () => {
      starts.push(`${name} ${clock.passedMs}`)
      await clock.pause(10_000)
    })
  await clock.run(
    Promise.all([slow('a1', 'a.org'), slow('a2', 'a.org'), slow('a3', 'a.org'), slow('b1', 'b.org')]),
  )
  expect(starts).toEqual(['a1 0', 'b1 0', 'a2 375', 'a3 10000'])
})

test('a host on this machine is not kept waiting', async () => {
  const clock = new SteppedClock()
  const queue = new HostQueue(clock)
  await clock.run(Promise.all([1, 2, 3, 4].map(() => queue.run('localhost', near, () => Promise.resolve()))))
  expect(clock.passedMs).toBe(0)
})

test('while a host is held all requests wait, also those that were waiting for their turn', async () => {
  const clock = new SteppedClock()
  const queue = new HostQueue(clock)
  const starts: number[] = []
  const start = () => Promise.resolve(void starts.push(clock.passedMs))
  const first = queue.run('a.org', far, () => {
    queue.hold('a.org', clock.now() + 60_000)
    return start()
  })
  await clock.run(Promise.all([first, queue.run('a.org', far, start)]))
  expect(starts).toEqual([0, 60_000])
})

test('a closed host fails at once, with the reason and the time, and is asked again afterwards', async () => {
  const clock = new SteppedClock()
  const queue = new HostQueue(clock)
  queue.close('a.org', clock.now() + 3_600_000, 'it asked for it')
  await expect(queue.run('a.org', far, () => Promise.resolve())).rejects.toMatchObject({
    code: 'FETCH_FAILED',
    message: 'a.org is not asked before 2026-01-01T01:00:00.000Z: it asked for it',
  })
  await clock.run(clock.pause(3_600_000))
  expect(await clock.run(queue.run('a.org', far, () => Promise.resolve('asked')))).toBe('asked')
})

test('a host that fails twice in a row is left alone for a minute; an answer between the two forgives the first', async () => {
  const clock = new SteppedClock()
  const queue = new HostQueue(clock)
  const ask = () => clock.run(queue.run('a.org', far, () => Promise.resolve('asked')))
  queue.noteFailure('a.org')
  queue.noteAnswer('a.org')
  queue.noteFailure('a.org')
  expect(await ask()).toBe('asked')
  queue.noteFailure('a.org')
  await expect(ask()).rejects.toThrow('it failed 2 times in a row')
  await clock.run(clock.pause(60_000))
  expect(await ask()).toBe('asked')
})

test('who is interrupted while waiting leaves the queue, and the others keep their turns', async () => {
  const clock = new SteppedClock()
  const queue = new HostQueue(clock)
  const controller = new AbortController()
  const hold = () => queue.run('a.org', near, () => clock.pause(1_000))
  const under = [hold(), hold()]
  const leaving = queue.run('a.org', { ...near, signal: controller.signal }, () => Promise.resolve('never'))
  const staying = queue.run('a.org', near, () => Promise.resolve('asked'))
  controller.abort()
  await expect(leaving).rejects.toThrow('aborted')
  await clock.run(Promise.all(under))
  expect(await clock.run(staying)).toBe('asked')
})
