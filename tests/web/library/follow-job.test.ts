import { beforeEach, afterEach, expect, test, vi } from 'vitest'
import type { Job } from '../../../client/index.js'
import { ApiError } from '../../../web/src/api.js'
import { followJob } from '../../../web/src/library/follow-job.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

class Events extends EventTarget {
  readonly CLOSED = 2
  readyState = 1
  close() {
    this.readyState = this.CLOSED
  }
  tell(job: Job) {
    this.dispatchEvent(new MessageEvent('job', { data: JSON.stringify(job) }))
  }
  fail(isFinal: boolean) {
    this.readyState = isFinal ? this.CLOSED : 0
    this.dispatchEvent(new Event('error'))
  }
}

const aJob = (status: Job['status'], documentsDone = 0) => ({ id: 'j', status, documentsDone }) as Job

function following(read: () => Promise<Job> = () => Promise.reject(new Error('not asked for'))) {
  const opened: Events[] = []
  const heard: string[] = []
  const stop = followJob({
    listen: () => {
      const events = new Events()
      opened.push(events)
      return events as unknown as EventSource
    },
    read,
    onJob: ({ status, documentsDone }) => heard.push(`${status} ${documentsDone}`),
    onEnd: () => heard.push('end'),
  })
  return { opened, heard, stop }
}

test('events are told until the job ends; then nothing is listened to', () => {
  const { opened, heard } = following()
  opened[0]?.tell(aJob('running', 1))
  opened[0]?.tell(aJob('done', 2))
  expect([heard, opened[0]?.readyState]).toEqual([['running 1', 'done 2', 'end'], 2])
})

test('a browser that lost the connection comes back by itself and is left alone', async () => {
  const { opened, heard } = following()
  opened[0]?.fail(false)
  await vi.advanceTimersByTimeAsync(60_000)
  expect([heard, opened.length]).toEqual([[], 1])
})

test('where nothing can be listened to the job is asked for, over and over, until it ends', async () => {
  const answers = [
    () => Promise.reject(new ApiError('UNREACHABLE', 0, 'no answer')),
    () => Promise.resolve(aJob('running', 5)),
    () => Promise.resolve(aJob('done', 9)),
  ]
  const { opened, heard } = following(
    () => answers.shift()?.() ?? Promise.reject(new Error('asked too often')),
  )
  opened[0]?.fail(true)
  await vi.advanceTimersByTimeAsync(4000)
  expect([heard, opened.length]).toEqual([['running 5'], 2])
  opened[1]?.fail(true)
  await vi.advanceTimersByTimeAsync(60_000)
  expect([heard, answers.length]).toEqual([['running 5', 'done 9', 'end'], 0])
})

test('a job that went with its source ends', async () => {
  const { opened, heard } = following(() => Promise.reject(new ApiError('JOB_NOT_FOUND', 404, 'no job')))
  opened[0]?.fail(true)
  await vi.advanceTimersByTimeAsync(2000)
  expect(heard).toEqual(['end'])
})

test('who stops hears nothing any more', async () => {
  const { opened, heard, stop } = following(() => Promise.resolve(aJob('done')))
  opened[0]?.fail(true)
  stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(heard).toEqual([])
})
