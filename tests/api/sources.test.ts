import { resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { buildApp } from '../../src/app.js'
import type { SourceListResponse } from '../../src/api/schemas/source.js'
import type { Catalog } from '../../src/catalog/catalog.js'
import type { SourcePreview } from '../../src/domain/source-preview.js'
import { AppError } from '../../src/errors.js'
import type { Ingest } from '../../src/jobs/ingest.js'
import type { Services } from '../../src/services.js'
import { aSource } from '../builders/documents.js'
import { aJob } from '../builders/jobs.js'

/** What the routes of sources make of what the services say; what a test does not fake must not be called. */
async function anApp(
  { catalog = {}, ingest = {} }: { catalog?: Partial<Catalog>; ingest?: Partial<Ingest> },
  config: Partial<Parameters<typeof buildApp>[1]> = {},
) {
  const services = { catalog, ingest } as unknown as Services
  const app = await buildApp(services, {
    token: null,
    host: '127.0.0.1',
    webFolder: resolve('no-pages'),
    version: '0.0.0',
    ...config,
  })
  onTestFinished(() => app.close())
  return app
}

const nothingKnown: Partial<Catalog> = {
  countDocumentsBySource: () => Promise.resolve(new Map()),
  countIssuesBySource: () => Promise.resolve(new Map()),
  listLatestJobs: () => Promise.resolve([]),
  readPullHistory: () => Promise.resolve(new Map()),
}

const aPreview = (fields: Partial<SourcePreview> = {}): SourcePreview => ({
  source: aSource(),
  documents: { episode: 2, short: 0, post: 0 },
  withTranscript: 1,
  oldestAt: '2026-01-01T00:00:00.000Z',
  newestAt: '2026-01-02T00:00:00.000Z',
  newest: [{ kind: 'episode', title: 'Two', publishedAt: null, durationMs: null, hasTranscript: false }],
  issues: [],
  issueCount: 0,
  ...fields,
})

test('a source comes with what it has, how its last pull went and when the next one is', async () => {
  const gone = aSource({ id: 'source-2', goneAt: '2026-01-05T00:00:00.000Z' })
  const app = await anApp(
    {
      catalog: {
        listSources: () => Promise.resolve([aSource({ location: 'https://ann:pw@example.org/feed' }), gone]),
        countDocumentsBySource: () =>
          Promise.resolve(
            new Map([
              [
                'source-1',
                {
                  documents: { episode: 2, short: 1, post: 0 },
                  withdrawn: 1,
                  durationMs: 5_500_000,
                  withoutTranscript: 1,
                },
              ],
            ]),
          ),
        countIssuesBySource: () =>
          Promise.resolve(new Map([['source-1', [{ code: 'FETCH_FAILED', count: 700 }]]])),
        listLatestJobs: () => Promise.resolve([aJob({ status: 'done' })]),
        readPullHistory: () =>
          Promise.resolve(
            new Map([['source-1', { lastEndedAt: '2026-01-01T00:00:00.000Z', failuresInRow: 0 }]]),
          ),
      },
    },
    { schedule: { everyMs: 3_600_000, watches: true } },
  )
  const { sources, pulls } = (await app.inject('/api/v1/sources')).json<SourceListResponse>()
  expect(pulls).toEqual({ everyMs: 3_600_000, watches: true })
  expect(sources[0]).toMatchObject({
    location: 'https://example.org/feed',
    documents: 4,
    kinds: { episode: 2, short: 1, post: 0 },
    withdrawn: 1,
    hours: 1.5,
    withoutTranscript: 1,
    issues: [{ code: 'FETCH_FAILED', count: 700 }],
    // An hour after the last one, and up to a tenth more.
    nextPullAt: expect.stringMatching(/^2026-01-01T01:0[0-6]/) as string,
    job: { status: 'done' },
  })
  // One that is gone for good is pulled by hand only.
  expect(sources[1]).toMatchObject({ documents: 0, issues: [], nextPullAt: null, job: null })
})

test('without a schedule no source has a next pull', async () => {
  const app = await anApp({ catalog: { ...nothingKnown, listSources: () => Promise.resolve([aSource()]) } })
  const { sources, pulls } = (await app.inject('/api/v1/sources')).json<SourceListResponse>()
  expect([sources[0]?.nextPullAt, pulls]).toEqual([null, { everyMs: null, watches: false }])
})

test('a look says what is there and whether it is known, without secrets', async () => {
  const secret = 'https://example.org/feed?token=abc'
  const app = await anApp({
    catalog: {
      listSources: () => Promise.resolve([aSource({ id: 'known', title: 'As it is called here' })]),
    },
    ingest: {
      look: (location) =>
        Promise.resolve(
          aPreview({
            source: aSource({ location, guid: 'guid-of-known' }),
            issues: [{ code: 'FEED_ITEM_INVALID', where: `${secret} item 3`, message: 'no title' }],
            issueCount: 30,
          }),
        ),
    },
  })
  const response = await app.inject({
    method: 'POST',
    url: '/api/v1/sources/look',
    payload: { location: secret },
  })
  expect([response.statusCode, response.json()]).toEqual([
    200,
    {
      location: 'https://example.org/feed?token=…',
      kind: 'feed',
      title: 'Title of source-1',
      url: null,
      language: 'en',
      known: { id: 'known', title: 'As it is called here' },
      documents: { episode: 2, short: 0, post: 0 },
      withTranscript: 1,
      oldestAt: '2026-01-01T00:00:00.000Z',
      newestAt: '2026-01-02T00:00:00.000Z',
      newest: [{ kind: 'episode', title: 'Two', publishedAt: null, durationMs: null, hasTranscript: false }],
      issues: [
        { code: 'FEED_ITEM_INVALID', where: 'https://example.org/feed?token=… item 3', message: 'no title' },
      ],
      issueCount: 30,
    },
  ])
})

test('a look that finds nothing says why; one needs the token like every change', async () => {
  const look = { method: 'POST', url: '/api/v1/sources/look', payload: { location: 'x' } } as const
  const failing = await anApp({
    ingest: { look: () => Promise.reject(new AppError('SOURCE_UNREADABLE', 'x cannot be read')) },
  })
  expect((await failing.inject(look)).json()).toMatchObject({ statusCode: 422, code: 'SOURCE_UNREADABLE' })
  const guarded = await anApp({}, { token: 'a-token-of-some-length' })
  expect((await guarded.inject(look)).json()).toMatchObject({ statusCode: 401, code: 'TOKEN_REQUIRED' })
})

test('a look ends when its client leaves', async () => {
  let signal: AbortSignal | undefined
  const app = await anApp({
    ingest: {
      look: (_location, given) => {
        signal = given
        return new Promise((_, failed) =>
          given?.addEventListener('abort', () => failed(new AppError('INGEST_INTERRUPTED', 'left'))),
        )
      },
    },
  })
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })
  const leaving = new AbortController()
  const asked = fetch(`${origin}/api/v1/sources/look`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ location: 'x' }),
    signal: leaving.signal,
  })
  while (!signal) await new Promise((resolve) => setTimeout(resolve, 5))
  leaving.abort()
  await expect(asked).rejects.toThrow()
  while (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, 5))
  expect(signal.aborted).toBe(true)
})

test('all are pulled but those that are gone for good', async () => {
  const pulled: string[] = []
  const app = await anApp({
    catalog: {
      listSources: () =>
        Promise.resolve([
          aSource({ id: 'a' }),
          aSource({ id: 'b', goneAt: '2026-01-01T00:00:00.000Z' }),
          aSource({ id: 'c' }),
        ]),
    },
    ingest: {
      pull: (sourceId) => {
        pulled.push(sourceId)
        return Promise.resolve(aJob({ sourceId }))
      },
    },
  })
  const response = await app.inject({ method: 'POST', url: '/api/v1/sources/pull' })
  expect([response.statusCode, pulled, response.json<{ jobs: unknown[] }>().jobs.length]).toEqual([
    202,
    ['a', 'c'],
    2,
  ])
})

test('the issues of a source are listed, all or those with one code', async () => {
  const asked: unknown[] = []
  const app = await anApp({
    catalog: {
      findSource: (id) => Promise.resolve(id === 'source-1' ? aSource() : null),
      findLastIssues: (...by) => {
        asked.push(by)
        return Promise.resolve([{ code: 'FETCH_FAILED', where: 'a', message: 'b' }])
      },
    },
  })
  expect((await app.inject('/api/v1/sources/source-1/issues?code=FETCH_FAILED')).json()).toEqual({
    issues: [{ code: 'FETCH_FAILED', where: 'a', message: 'b' }],
  })
  await app.inject('/api/v1/sources/source-1/issues')
  expect(asked).toEqual([
    ['source-1', 'FETCH_FAILED'],
    ['source-1', undefined],
  ])
  expect((await app.inject('/api/v1/sources/other/issues')).json()).toMatchObject({
    code: 'SOURCE_NOT_FOUND',
  })
})

test('the sample is added to an empty library only', async () => {
  const added: string[] = []
  const sampling = async (sources: number) => {
    const app = await anApp(
      {
        catalog: { listSources: () => Promise.resolve(Array.from({ length: sources }, () => aSource())) },
        ingest: {
          add: (locations) => {
            added.push(...locations)
            return Promise.resolve([])
          },
        },
      },
      { sampleFolder: resolve('data/sample') },
    )
    return (await app.inject({ method: 'POST', url: '/api/v1/sources/sample' })).json<unknown>()
  }
  expect(await sampling(1)).toEqual({ added: false })
  expect(added).toEqual([])
  expect(await sampling(0)).toEqual({ added: true })
  expect(added[0]).toBe(resolve('data/sample/five-minutes-on-search/feed.xml'))
})

test('documents are filtered and sorted as the address says', async () => {
  const asked: unknown[] = []
  const app = await anApp({
    catalog: {
      listDocuments: (...by) => {
        asked.push(by)
        return Promise.resolve({ documents: [], total: 0, next: null })
      },
    },
  })
  await app.inject('/api/v1/documents')
  await app.inject('/api/v1/documents?only=without-transcript&sort=title&source=s&kind=short&q=a')
  await app.inject('/api/v1/documents?only=with-issues&sort=oldest')
  const page = (order: string) => ({ limit: 20, cursor: null, order })
  expect(asked).toEqual([
    [{ withoutTranscript: false, withIssues: false }, page('newest')],
    [{ title: 'a', kind: 'short', sourceId: 's', withoutTranscript: true, withIssues: false }, page('title')],
    [{ withoutTranscript: false, withIssues: true }, page('oldest')],
  ])
  expect((await app.inject('/api/v1/documents?only=nothing')).statusCode).toBe(400)
})
