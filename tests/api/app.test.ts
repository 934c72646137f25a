import { resolve } from 'node:path'
import { readFile } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { describe, expect, onTestFinished, test } from 'vitest'
import { buildApp } from '../../src/app.js'
import type { Job } from '../../src/domain/job.js'
import { AppError } from '../../src/errors.js'
import type { SearchRequest } from '../../src/search/search-passages.js'
import type { SearchResult } from '../../src/search/search-result.js'
import type { Services } from '../../src/services.js'
import { aSource } from '../builders/documents.js'

const aJob: Job = {
  id: 'job-1',
  sourceId: 'source-1',
  status: 'queued',
  step: 'waiting',
  documentsDone: 0,
  documentsTotal: null,
  passagesEmbedded: 0,
  createdAt: '2026-01-01T00:00:00.000Z',
  startedAt: null,
  finishedAt: null,
  error: null,
  report: null,
  issues: [],
}

const emptyResult: SearchResult = {
  query: '',
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

/** The HTTP border alone: what a test does not fake must not be called. */
async function anApp(
  services: Partial<Services> = {},
  config: { token?: string | null; host?: string } = {},
): Promise<FastifyInstance> {
  const app = await buildApp(services as Services, {
    token: null,
    host: '127.0.0.1',
    webFolder: resolve('no-pages'),
    version: '0.0.0',
    ...config,
  })
  onTestFinished(() => app.close())
  return app
}

const adding = {
  ingest: { add: () => Promise.resolve([{ source: aSource(), job: aJob }]) },
  catalog: {
    countDocumentsBySource: () => Promise.resolve(new Map()),
    countIssuesBySource: () => Promise.resolve(new Map()),
    listLatestJobs: () => Promise.resolve([aJob]),
    readPullHistory: () => Promise.resolve(new Map()),
  },
} as unknown as Partial<Services>

const add = {
  method: 'POST',
  url: '/api/v1/sources',
  payload: { location: 'https://example.org/feed.xml' },
} as const

test('a search that found nothing was in vain, whatever else it may have meant', async () => {
  const recorded: object[] = []
  const ask = async (result: Partial<SearchResult>) => {
    const app = await anApp({
      search: () => Promise.resolve({ ...emptyResult, ...result }),
      suggestions: { recordQuery: (query: object) => Promise.resolve(void recorded.push(query)) },
    } as unknown as Partial<Services>)
    await app.inject('/api/v1/search?q=elefant&remember=true')
    return recorded.pop()
  }
  const misspelt = { query: 'elefant', didYouMean: 'elephant', foundWell: 0 }
  expect(await ask(misspelt)).toEqual({ text: 'elefant', hits: 0, foundWell: 0 })
  expect(await ask({ ...misspelt, total: 7 })).toEqual({ text: 'elefant', hits: 0, foundWell: null })
  expect(await ask({ ...misspelt, foundWell: null, degraded: true })).toMatchObject({ foundWell: null })
  expect(await ask({ query: 'elephant', total: 7, foundWell: 2 })).toMatchObject({ hits: 7, foundWell: 2 })
})

test('docs/openapi.json is what the routes say (npm run openapi writes it)', async () => {
  const app = await anApp()
  await app.ready()
  const document = JSON.parse(await readFile('docs/openapi.json', 'utf8')) as { info: { version: string } }
  const generated = JSON.parse(JSON.stringify(app.swagger())) as typeof document
  generated.info.version = document.info.version
  expect(generated).toEqual(document)
})

describe('search parameters', () => {
  const asked = async (query: string) => {
    let seen: { text: string; request: SearchRequest } | undefined
    const search = (text: string, request: SearchRequest) => {
      seen = { text, request }
      return Promise.resolve(emptyResult)
    }
    const app = await anApp({ search })
    const response = await app.inject(`/api/v1/search?${query}`)
    return { status: response.statusCode, body: response.json<{ code: string; message: string }>(), seen }
  }

  test('defaults are ten hits of both retrievers by relevance', async () => {
    const { seen } = await asked('q=a')
    expect(seen).toEqual({
      text: 'a',
      request: { k: 10, mode: 'hybrid', sort: 'relevance', cursor: null, filter: {} },
    })
  })

  test('filters arrive as the domain means them', async () => {
    const { seen } = await asked(
      'q=a&kind=post&source=s1&speaker=Ada&after=2024&before=2025-03&lang=EN&includeAds=true',
    )
    expect(seen?.request.filter).toEqual({
      kinds: ['post'],
      sourceIds: ['s1'],
      speakers: ['Ada'],
      after: '2024-01-01T00:00:00.000Z',
      before: '2025-03-01T00:00:00.000Z',
      languages: ['en'],
      includeAds: true,
    })
  })

  test.each([
    ['', /q/],
    ['q=a&k=0', /k/],
    ['q=a&k=101', /k/],
    ['q=a&mode=both', /mode/],
    ['q=a&after=yesterday', /after/],
    ['q=a&after=2024-02-31', /2024-02-31/],
  ])('%j is a clear 400', async (query, message) => {
    const { status, body, seen } = await asked(query)
    expect(status).toBe(400)
    expect(body.message).toMatch(message)
    expect(seen).toBeUndefined()
  })
})

describe('errors', () => {
  test('a named error keeps its code and message', async () => {
    const app = await anApp({
      search: () => Promise.reject(new AppError('QUERY_EMPTY', 'The query q is empty.')),
    })
    const response = await app.inject('/api/v1/search?q=%20')
    expect(response.json()).toEqual({
      statusCode: 400,
      code: 'QUERY_EMPTY',
      error: 'Bad Request',
      message: 'The query q is empty.',
    })
  })

  test('an unknown error hides its message', async () => {
    const app = await anApp({ search: () => Promise.reject(new Error('secret path')) })
    const response = await app.inject('/api/v1/search?q=a')
    expect(response.statusCode).toBe(500)
    expect(response.body).not.toContain('secret')
    expect(response.json()).toMatchObject({ code: 'INTERNAL' })
  })

  test('a misspelt field is refused, not ignored', async () => {
    const app = await anApp()
    const response = await app.inject({
      method: 'PATCH',
      url: '/api/v1/documents/a',
      payload: { offsetMS: 5 },
    })
    expect(response.json()).toMatchObject({
      statusCode: 400,
      code: 'REQUEST_INVALID',
      message: 'body has no property "offsetMS"',
    })
  })

  test.each([
    ['documents?sort=loud', 'querystring/sort must be one of "newest", "oldest", "title"'],
    ['documents?kind=song', 'querystring/kind must be one of "episode", "short", "post"'],
    ['documents?limit=0', 'querystring/limit must be >= 1'],
    ['documents?limit=ten', 'querystring/limit must be integer'],
    ['search', "querystring must have required property 'q'"],
    ['concepts/%', "'/api/v1/concepts/%' is not a valid url component"],
  ])('a request for %s is told what is wrong with it', async (path, message) => {
    const response = await (await anApp()).inject(`/api/v1/${path}`)
    expect(response.json()).toEqual({
      statusCode: 400,
      code: 'REQUEST_INVALID',
      error: 'Bad Request',
      message,
    })
  })

  test('an unknown route answers in the same form', async () => {
    const response = await (await anApp()).inject('/api/v1/nothing')
    expect(response.json()).toMatchObject({ statusCode: 404, code: 'ROUTE_NOT_FOUND' })
  })
})

describe('who may write', () => {
  test('without a token, this machine may and others may not', async () => {
    const app = await anApp(adding, { host: '0.0.0.0' })
    expect((await app.inject(add)).statusCode).toBe(201)
    const foreign = await app.inject({ ...add, remoteAddress: '203.0.113.9' })
    expect(foreign.json()).toMatchObject({ statusCode: 401, code: 'TOKEN_REQUIRED' })
    const proxied = await app.inject({ ...add, headers: { 'x-forwarded-for': '203.0.113.9' } })
    expect(proxied.statusCode).toBe(401)
  })

  test('with a token, it is needed from everywhere, as bearer or in the cookie', async () => {
    const token = 'a-token-of-some-length'
    const app = await anApp(adding, { token })
    expect((await app.inject(add)).statusCode).toBe(401)
    expect((await app.inject({ ...add, headers: { authorization: `Bearer ${token}x` } })).statusCode).toBe(
      401,
    )
    expect((await app.inject({ ...add, headers: { authorization: `Bearer ${token}` } })).statusCode).toBe(201)
    const wrong = await app.inject({ method: 'POST', url: '/api/v1/session', payload: { token: 'nonsense' } })
    expect(wrong.statusCode).toBe(401)
    expect((await app.inject({ ...add, cookies: { cuepoint_token: '' } })).statusCode).toBe(401)
    const session = await app.inject({ method: 'POST', url: '/api/v1/session', payload: { token } })
    expect(session.headers['set-cookie']).toMatch(/HttpOnly; SameSite=Strict/)
    expect((await app.inject({ ...add, cookies: { cuepoint_token: token } })).statusCode).toBe(201)
  })

  test('a page of another site may not, even on this machine', async () => {
    const app = await anApp(adding)
    const response = await app.inject({
      ...add,
      headers: { origin: 'https://evil.example', host: 'localhost:8080' },
    })
    expect(response.json()).toMatchObject({ statusCode: 403, code: 'HOST_FORBIDDEN' })
    expect(
      (await app.inject({ ...add, headers: { origin: 'http://localhost:8080', host: 'localhost:8080' } }))
        .statusCode,
    ).toBe(201)
  })

  test('a foreign name that resolves to this machine is refused, also for reading', async () => {
    const app = await anApp()
    const health = (host: string) => app.inject({ url: '/healthz', headers: { host } })
    expect((await health('rebound.example:8080')).statusCode).toBe(403)
    expect((await health('127.0.0.1:8080')).statusCode).toBe(200)
    expect((await health('[::1]:8080')).statusCode).toBe(200)
  })
})

test('what a page of a stranger could do is bounded by a strict policy', async () => {
  const { headers } = await (await anApp()).inject('/healthz')
  expect(headers['content-security-policy']).toContain("script-src 'self'")
  expect(headers['content-security-policy']).not.toContain('unsafe-eval')
  expect(headers['x-content-type-options']).toBe('nosniff')
})
