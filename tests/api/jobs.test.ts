import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { buildApp } from '../../src/app.js'
import type { Job } from '../../src/domain/job.js'
import type { Services } from '../../src/services.js'

const running: Job = {
  id: 'job-1',
  sourceId: 'source-1',
  status: 'running',
  step: 'Episode 1',
  documentsDone: 1,
  documentsTotal: 3,
  passagesEmbedded: 20,
  createdAt: '2026-01-01T00:00:00.000Z',
  startedAt: '2026-01-01T00:00:01.000Z',
  finishedAt: null,
  error: null,
  report: null,
  issues: [],
}

/** A listening server whose one job is what `read` gives. */
async function listen(read: () => Job) {
  const services = { catalog: { findJob: () => Promise.resolve(read()) } } as unknown as Services
  const config = { token: null, host: '127.0.0.1', webFolder: resolve('no-pages'), version: '0.0.0' }
  const app = await buildApp(services, config)
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })
  return { app, url: `${origin}/api/v1/jobs/job-1/events` }
}

const eventsOf = (text: string) =>
  text
    .split('\n\n')
    .filter((event) => event !== '')
    .map((event) => JSON.parse(event.replace('event: job\ndata: ', '')) as Job)

test('the events of a job that goes on end when the server closes', async () => {
  const { app, url } = await listen(() => running)
  const response = await fetch(url)
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect(eventsOf((await reader?.read())?.value ?? '')).toEqual([running])
  const end = reader?.read()
  await app.close()
  expect(await end).toEqual({ done: true, value: undefined })
})

test('each change is one event, and the end of the job ends them', async () => {
  let reads = 0
  const done: Job = { ...running, status: 'done', step: '1 new or changed', documentsDone: 3 }
  // The first read asks whether there is such a job.
  const { app, url } = await listen(() => (++reads < 4 ? running : done))
  const response = await fetch(url)
  expect(eventsOf(await response.text())).toEqual([running, done])
  await app.close()
})
