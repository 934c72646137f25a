import { createServer, type RequestListener } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { describe, expect, expectTypeOf, onTestFinished, test } from 'vitest'
import {
  ApiError,
  createCuepointClient,
  readPages,
  watchJob,
  type Hit,
  type Job,
  type Query,
} from '../../client/index.js'
import { buildApp } from '../../src/app.js'
import type { SearchRequest } from '../../src/search/search-passages.js'
import type { SearchResult } from '../../src/search/search-result.js'
import type { Services } from '../../src/services.js'
import { aDocument } from '../builders/documents.js'
import { aJob } from '../builders/jobs.js'

const noHits: SearchResult = {
  query: 'a',
  mode: 'hybrid',
  degraded: false,
  total: 0,
  next: null,
  understood: [],
  answer: null,
  didYouMean: null,
  searchedFor: null,
  byMeaning: false,
  foundWell: 0,
  facets: { kind: [], source: [], speaker: [], year: [] },
  concepts: [],
  hits: [],
}

/** A client of the real server, whose services are what the test needs of them. */
async function aClient(
  services: object,
  { serverToken, token }: { serverToken?: string; token?: string } = {},
) {
  const config = {
    token: serverToken ?? null,
    host: '127.0.0.1',
    webFolder: resolve('no-pages'),
    version: '0.0.0',
  }
  const app = await buildApp(services as Services, config)
  onTestFinished(() => app.close())
  const baseUrl = await app.listen({ host: '127.0.0.1', port: 0 })
  return { app, client: createCuepointClient({ baseUrl, ...(token !== undefined && { token }) }) }
}

/** A client of something that is no Cuepoint. */
async function aClientOf(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return createCuepointClient({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
}

const failureOf = async (pending: Promise<unknown>): Promise<unknown> =>
  pending.then(
    (value) => expect.unreachable(`it answered ${JSON.stringify(value)}`),
    (failure: unknown) => failure,
  )

describe('an answer', () => {
  test('comes as the API says, and what is asked arrives as it was meant', async () => {
    const asked: [string, SearchRequest][] = []
    const search = (text: string, request: SearchRequest) => {
      asked.push([text, request])
      return Promise.resolve(noHits)
    }
    const { client } = await aClient({ search })
    const query: Query<'search'> = { q: 'a & b?', k: 3, mode: 'lexical', includeAds: true }
    const answer = await client.get('/api/v1/search', { params: { query } })
    // How many fitted well is for the coverage of the library, and not for who asks.
    const { foundWell: _, ...told } = noHits
    expect(answer).toEqual({ ...told, tookMs: answer.tookMs })
    expect(asked).toEqual([
      ['a & b?', { k: 3, mode: 'lexical', sort: 'relevance', cursor: null, filter: { includeAds: true } }],
    ])
    expectTypeOf(answer.hits).toEqualTypeOf<Hit[]>()
    expectTypeOf<Hit['best']>().toEqualTypeOf<[number, number]>()
    expectTypeOf<Hit['jumpMs']>().toEqualTypeOf<number | null>()
  })

  test('in text comes as text, from an id that needs escaping in an address', async () => {
    const cue = { startMs: 0, endMs: 1000, speaker: null, text: 'Hello.', interpolated: false }
    const readTranscript = (id: string) =>
      Promise.resolve({ document: aDocument({ id }), cues: [{ ...cue, ad: false, adReason: null }] })
    const { client } = await aClient({ readTranscript })
    const params = { path: { id: 'a/b c' } }
    const text = await client.get('/api/v1/documents/{id}/transcript.vtt', { params })
    expectTypeOf(text).toEqualTypeOf<string>()
    expect(text).toBe('WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nHello.\n\n')
    const { documentId } = await client.get('/api/v1/documents/{id}/transcript.json', { params })
    expect(documentId).toBe('a/b c')
  })

  test('without a body is undefined', async () => {
    const { client } = await aClient({}, { serverToken: 'secret' })
    const answer = await client.post('/api/v1/session', { body: { token: 'secret' } })
    expectTypeOf(answer).toEqualTypeOf<undefined>()
    expect(answer).toBeUndefined()
  })
})

describe('a change', () => {
  const pulling = {
    catalog: { findSource: () => Promise.resolve({}) },
    ingest: { pull: () => Promise.resolve(aJob()) },
  }
  const params = { path: { id: 'source-1' } }

  test('carries the token', async () => {
    const { client } = await aClient(pulling, { serverToken: 'secret', token: 'secret' })
    expect(await client.post('/api/v1/sources/{id}/pull', { params })).toEqual(aJob())
  })

  test('without the token is refused', async () => {
    const { client } = await aClient(pulling, { serverToken: 'secret' })
    const failure = await failureOf(client.post('/api/v1/sources/{id}/pull', { params }))
    expect(failure).toMatchObject({ code: 'TOKEN_REQUIRED', status: 401 })
  })
})

describe('a failure', () => {
  test("of the server's is an ApiError with its code, status and words", async () => {
    const { client } = await aClient({ catalog: { findJob: () => Promise.resolve(null) } })
    const failure = await failureOf(client.get('/api/v1/jobs/{id}', { params: { path: { id: 'j9' } } }))
    expect(failure).toBeInstanceOf(ApiError)
    expect(failure).toMatchObject({
      code: 'JOB_NOT_FOUND',
      status: 404,
      message: 'There is no job j9: jobs go with their source.',
    })
  })

  test('to reach the server is one too, with what happened as its cause', async () => {
    const { app, client } = await aClient({})
    await app.close()
    const failure = await failureOf(client.get('/api/v1/status'))
    expect(failure).toBeInstanceOf(ApiError)
    expect(failure).toMatchObject({ code: 'UNREACHABLE', status: 0 })
    expect((failure as ApiError).cause).toBeInstanceOf(TypeError)
  })

  test.each([
    ['the page of a proxy', 200, 'text/html; charset=utf-8', '<h1>Welcome to the hotel</h1>'],
    ['the error page of a proxy', 502, 'text/html', '<h1>Bad gateway</h1>'],
    ['JSON that is none', 200, 'application/json', '{"hits": ['],
  ])('is what %s is, with nothing of it in the message', async (_name, status, type, body) => {
    const client = await aClientOf((_request, response) =>
      response.writeHead(status, { 'content-type': type }).end(body),
    )
    const failure = await failureOf(client.get('/api/v1/status'))
    expect(failure).toMatchObject({ name: 'ApiError', code: 'UNREACHABLE' })
    expect((failure as ApiError).message).not.toMatch(/hotel|gateway|hits/)
  })

  test('is none when the caller gave up: the reason of its signal comes back', async () => {
    const client = await aClientOf(() => undefined)
    const controller = new AbortController()
    const pending = client.get('/api/v1/status', { signal: controller.signal })
    controller.abort()
    expect(await failureOf(pending)).toBe(controller.signal.reason)
  })
})

test('the pages of a list follow each other to the last', async () => {
  const ids = ['d1', 'd2', 'd3']
  const listDocuments = (_filter: unknown, { limit, cursor }: { limit: number; cursor: string | null }) => {
    const from = Number(cursor ?? 0)
    const documents = ids
      .slice(from, from + limit)
      .map((id) => ({ ...aDocument({ id }), sourceTitle: 'S', hasTranscript: true }))
    return Promise.resolve({ documents, total: 3, next: from + limit < 3 ? String(from + limit) : null })
  }
  const { client } = await aClient({ catalog: { listDocuments } })
  const seen: string[][] = []
  for await (const { documents } of readPages((page) =>
    client.get('/api/v1/documents', { params: { query: { limit: 2, ...page } } }),
  ))
    seen.push(documents.map(({ id }) => id))
  expect(seen).toEqual([['d1', 'd2'], ['d3']])
})

describe('watching a job', () => {
  const stages = [
    aJob({ status: 'running', step: 'Épisode 1' }),
    aJob({ status: 'running', step: 'Épisode 2', documentsDone: 1 }),
    aJob({ status: 'done', step: '2 new or changed', documentsDone: 2 }),
  ]

  test('gives it as it is and after each change, until it ends', async () => {
    let reads = 0
    // The first read asks whether there is such a job.
    const findJob = () => Promise.resolve(stages[Math.max(0, reads++ - 1)])
    const { client } = await aClient({ catalog: { findJob } })
    const seen: Job[] = []
    for await (const job of watchJob(client, 'job-1')) seen.push(job)
    expect(seen).toEqual(stages)
  })

  test('ends the stream when nobody watches any more', async () => {
    const { app, client } = await aClient({ catalog: { findJob: () => Promise.resolve(stages[0]) } })
    for await (const job of watchJob(client, 'job-1')) {
      expect(job.step).toBe('Épisode 1')
      break
    }
    await app.close()
    expect(app.server.listening).toBe(false)
  })

  test('a job that is not there is an ApiError', async () => {
    const { client } = await aClient({ catalog: { findJob: () => Promise.resolve(null) } })
    expect(await failureOf(watchJob(client, 'job-1').next())).toMatchObject({ code: 'JOB_NOT_FOUND' })
  })

  test('a connection that breaks off is an ApiError', async () => {
    let breakOff = () => {}
    const client = await aClientOf((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write('event: job\ndata: {"step": "one"}\n\nevent: jo')
      breakOff = () => response.destroy()
    })
    const watched = watchJob(client, 'job-1')
    expect(await watched.next()).toMatchObject({ value: { step: 'one' } })
    breakOff()
    expect(await failureOf(watched.next())).toMatchObject({ code: 'UNREACHABLE' })
  })
})

test('what the API does not have does not compile', () => {
  const client = createCuepointClient({ baseUrl: 'http://localhost' })
  void (() => [
    // @ts-expect-error a misspelt path
    client.get('/api/v1/serch', { params: { query: { q: 'a' } } }),
    // @ts-expect-error a misspelt parameter
    client.get('/api/v1/search', { params: { query: { q: 'a', limit: 3 } } }),
    // @ts-expect-error a parameter that is missing
    client.get('/api/v1/search'),
    // @ts-expect-error a value that is not one of the words
    client.get('/api/v1/search', { params: { query: { q: 'a', mode: 'fuzzy' } } }),
    // @ts-expect-error a path that is not written to
    client.post('/api/v1/search', { body: {} }),
    // @ts-expect-error a misspelt field
    client.patch('/api/v1/documents/{id}', { params: { path: { id: 'd' } }, body: { offset: 1 } }),
  ])
})
