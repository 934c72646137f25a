import { parseRssFeed } from 'feedsmith'
import { expect, onTestFinished, test } from 'vitest'
import { buildApp } from '../../src/app.js'
import type { SavedSearchResponse } from '../../src/api/schemas/saved-search.js'
import type { Config } from '../../src/config.js'
import { bindSavedSearches } from '../../src/editor/saved-searches/saved-searches.js'
import { searchPassages } from '../../src/search/search-passages.js'
import type { Services } from '../../src/services.js'
import { aFollowedLibrary } from '../editor/saved-searches/followed-library.js'

async function anApp(config: Partial<Pick<Config, 'publicUrl' | 'allowPrivate' | 'host'>> = {}) {
  const library = await aFollowedLibrary()
  const { allowPrivate = false, publicUrl = null, host = '127.0.0.1' } = config
  const savedSearches = bindSavedSearches({ ...library.dependencies, allowPrivate, base: publicUrl })
  const search: Services['search'] = (text, request) =>
    searchPassages(text, request, {
      ...library.dependencies,
      passageCount: async () => (await library.index.stats()).passages,
      onDegraded: () => undefined,
    })
  const services = { catalog: library.catalog, search, editor: { savedSearches } } as unknown as Services
  const app = await buildApp(services, { token: null, host, webFolder: '/none', version: '0', publicUrl })
  onTestFinished(() => app.close())
  const send = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object) =>
    app.inject({ method, url: `/api/v1${path}`, ...(body && { payload: body }) })
  const save = async (body: object) =>
    (await send('POST', '/saved-searches', body)).json<SavedSearchResponse>()
  return { ...library, app, send, save }
}

const feedOf = (text: string) => parseRssFeed(text).items ?? []

test('a search is saved, finds what comes, is read, renamed and removed', async () => {
  const { write, catchUp, save, send } = await anApp()
  await write('old', ['Taproot is old.'])
  const filters = { kind: 'episode', lang: 'en', after: '2020', includeAds: true }
  const saved = await save({ query: 'taproot', filters })
  expect(saved).toEqual({
    id: saved.id,
    name: 'taproot',
    query: 'taproot',
    mode: 'hybrid',
    filters: { ...filters, after: '2020-01-01' },
    createdAt: saved.createdAt,
    unread: 0,
    matches: 0,
    lastMatchAt: null,
    webhook: null,
  })
  const path = `/saved-searches/${saved.id}`
  for (const id of ['a', 'b', 'c'])
    await write(id, [`On taproot in ${id}.`, 'More.'], { title: `Title ${id}` })
  await catchUp()
  expect((await send('GET', '/saved-searches')).json()).toMatchObject({
    savedSearches: [{ id: saved.id, unread: 3, matches: 3 }],
  })
  const first = (await send('GET', `${path}/matches?limit=2`)).json<{
    matches: { number: number }[]
    next: string
  }>()
  expect(first.matches).toHaveLength(2)
  const second = (await send('GET', `${path}/matches?limit=2&cursor=${first.next}`)).json<typeof first>()
  expect(second).toMatchObject({
    matches: [
      {
        number: 1,
        read: false,
        hit: { text: expect.stringContaining('On taproot in') as string, highlights: [[3, 10]], jumpMs: 0 },
      },
    ],
    next: null,
  })
  expect((await send('POST', `${path}/read`, { upTo: 1 })).json()).toMatchObject({ unread: 2, matches: 3 })
  expect((await send('POST', `${path}/read`, {})).json()).toMatchObject({ unread: 0 })
  expect((await send('PATCH', path, { name: 'Soft forks' })).json()).toMatchObject({
    name: 'Soft forks',
    matches: 3,
  })
  expect((await send('PATCH', path, { query: 'schnorr' })).json()).toMatchObject({
    query: 'schnorr',
    matches: 0,
  })
  expect((await send('DELETE', path)).statusCode).toBe(204)
  for (const [method, url] of [
    ['GET', path],
    ['DELETE', path],
    ['GET', `${path}/matches`],
  ] as const)
    expect((await send(method, url)).json()).toMatchObject({
      statusCode: 404,
      code: 'SAVED_SEARCH_NOT_FOUND',
    })
})

test('a secret is shown once, when it is made; an address without what opens it', async () => {
  const { save, send } = await anApp()
  const url = 'https://ann:pw@example.org/hook/abcdefghijklmnopqrstuvwxyz?code=1'
  const saved = await save({ query: 'taproot', webhook: { url } })
  const { secret } = saved.webhook ?? {}
  expect(saved.webhook).toEqual({
    url: 'https://example.org/hook/…?…',
    active: true,
    secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/) as string,
    lastDelivery: null,
  })
  const path = `/saved-searches/${saved.id}`
  for (const answer of [
    await send('GET', path),
    await send('GET', '/saved-searches'),
    await send('PATCH', path, { name: 'x' }),
    await send('PATCH', path, { webhook: { url: 'https://example.org/hook/…?…' } }),
    await send('POST', `${path}/read`, {}),
    await send('POST', `${path}/test`),
  ]) {
    expect(answer.statusCode).toBeLessThan(300)
    expect(answer.body).not.toMatch(/whsec_|pw|abcdefghij|code=1/)
  }
  const renewed = (await send('POST', `${path}/secret`)).json<SavedSearchResponse>()
  expect(renewed.webhook?.secret).toMatch(/^whsec_/)
  expect(renewed.webhook?.secret).not.toBe(secret)
  const moved = await send('PATCH', path, { webhook: { url: 'https://other.example.org/' } })
  expect(moved.json<SavedSearchResponse>().webhook?.secret).toMatch(/^whsec_/)
  const own = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
  const given = await send('PATCH', path, { webhook: { url: 'https://other.example.org/', secret: own } })
  expect(given.json<SavedSearchResponse>().webhook).not.toHaveProperty('secret')
  expect((await send('PATCH', path, { webhook: null })).json()).toMatchObject({ webhook: null })
})

test('a test message waits to be sent, and its state is told', async () => {
  const { catalog, save, send } = await anApp()
  const { id } = await save({ query: 'taproot', webhook: { url: 'https://example.org/' } })
  const sent = await send('POST', `/saved-searches/${id}/test`)
  expect(sent.statusCode).toBe(202)
  const waiting = { at: null, status: 'waiting', attempts: 0, httpStatus: null, error: null }
  expect(sent.json()).toMatchObject({ webhook: { lastDelivery: waiting } })
  const at = '2026-01-01T00:00:00.000Z'
  const [due] = await catalog.listDueDeliveries(new Date().toISOString(), 9)
  await catalog.recordAttempt(due?.id ?? '', { at, httpStatus: 500, error: 'no' }, { status: 'failed' })
  expect((await send('GET', `/saved-searches/${id}`)).json()).toMatchObject({
    webhook: {
      lastDelivery: { at, status: 'failed', attempts: 1, httpStatus: 500, error: 'no', nextTryAt: null },
    },
  })
})

test('what cannot be asked or sent to is refused by name, and nothing is saved', async () => {
  const { send } = await anApp()
  const refused: [object, string][] = [
    [{ query: ' ' }, 'QUERY_EMPTY'],
    [{ query: 'x'.repeat(2001) }, 'REQUEST_INVALID'],
    [{ query: 'x', filters: { after: '2024-02-31' } }, 'QUERY_INVALID'],
    [{ query: 'x', filters: { kind: 'song' } }, 'REQUEST_INVALID'],
    [{ query: 'x', filter: {} }, 'REQUEST_INVALID'],
    [{ query: 'x', name: '  ' }, 'REQUEST_INVALID'],
    [{ query: 'x', webhook: { url: 'ftp://example.org' } }, 'WEBHOOK_INVALID'],
    [{ query: 'x', webhook: { url: 'http://localhost/' } }, 'WEBHOOK_INVALID'],
    [{ query: 'x', webhook: { url: 'http://192.168.0.1/' } }, 'WEBHOOK_INVALID'],
    [{ query: 'x', webhook: { url: 'https://example.org', secret: 'short' } }, 'WEBHOOK_INVALID'],
  ]
  for (const [body, code] of refused)
    expect((await send('POST', '/saved-searches', body)).json()).toMatchObject({ statusCode: 400, code })
  expect((await send('GET', '/saved-searches')).json()).toEqual({ savedSearches: [] })
})

test('without a webhook there is nothing to test or to renew', async () => {
  const { save, send } = await anApp()
  const { id } = await save({ query: 'taproot' })
  for (const action of ['test', 'secret'])
    expect((await send('POST', `/saved-searches/${id}/${action}`)).json()).toMatchObject({
      statusCode: 409,
      code: 'WEBHOOK_MISSING',
    })
})

test('there are 200 saved searches at most', async () => {
  const { send } = await anApp()
  const statuses: number[] = []
  for (let index = 0; index < 201; index++)
    statuses.push((await send('POST', '/saved-searches', { query: `word${index}` })).statusCode)
  expect(statuses).toEqual([...Array.from({ length: 200 }, () => 201), 409])
})

test('a feed holds what a saved search would find, newest first', async () => {
  const { write, followIndex, send } = await anApp({ publicUrl: 'https://cue.example.org' })
  const on = (day: number) => ({ publishedAt: `2026-01-0${day}T00:00:00.000Z`, title: `Day ${day}` })
  await write('a', ['Covenant alone.', 'Taproot for a covenant.'], on(2))
  await write('b', ['A covenant with taproot.', 'x', 'y', 'z', 'Taproot and covenants.'], on(5))
  await write('c', ['Covenants on taproot.'], { ...on(3), kind: 'post' })
  await write('d', ['A covenant of another sort.'], on(4))
  await followIndex()
  const answer = await send('GET', '/search.rss?q=taproot+covenant')
  expect(answer.headers['content-type']).toBe('application/rss+xml; charset=utf-8')
  expect(feedOf(answer.body).map(({ description }) => description)).toEqual([
    'A covenant with taproot.',
    'Taproot and covenants.',
    'Covenants on taproot.',
    'Taproot for a covenant.',
  ])
  expect(parseRssFeed(answer.body)).toMatchObject({
    link: 'https://cue.example.org/?q=taproot+covenant',
    atom: { links: [{ href: 'https://cue.example.org/api/v1/search.rss?q=taproot+covenant' }] },
  })
  const posts = await send('GET', '/search.rss?q=taproot+covenant&kind=post&k=1')
  expect(feedOf(posts.body).map(({ title }) => title)).toEqual(['Day 3 · 0:00'])
  const best = await send('GET', '/search.rss?q=taproot+covenant&sort=relevance')
  expect(feedOf(best.body).map(({ description }) => description)).toContain('A covenant of another sort.')
  expect(feedOf((await send('GET', '/search.rss?q=nothing')).body)).toEqual([])
})

test('who has a feed is told so, until the library changes', async () => {
  const { app, write, followIndex } = await anApp()
  await write('a', ['Taproot.'])
  await followIndex()
  const ask = (headers: Record<string, string> = {}) =>
    app.inject({ url: '/api/v1/search.rss?q=taproot', headers: { host: 'localhost', ...headers } })
  const { headers } = await ask()
  const etag = headers.etag ?? ''
  const known = await ask({ 'if-none-match': etag })
  expect([known.statusCode, known.body, known.headers.etag]).toEqual([304, '', etag])
  const since = await ask({ 'if-modified-since': String(headers['last-modified']) })
  expect(since.statusCode).toBe(304)
  await write('b', ['Taproot again.'])
  await followIndex()
  const changed = await ask({ 'if-none-match': etag })
  expect([changed.statusCode, feedOf(changed.body).length]).toEqual([200, 2])
})

test('a name that anybody may have made up stands in no feed', async () => {
  const { app } = await anApp({ host: '0.0.0.0' })
  const answer = await app.inject({ url: '/api/v1/search.rss?q=x', headers: { host: 'evil.example.org' } })
  expect(answer.json()).toMatchObject({ statusCode: 400, code: 'PUBLIC_ADDRESS_UNKNOWN' })
})
