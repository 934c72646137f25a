import { resolve } from 'node:path'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import type { FastifyInstance } from 'fastify'
import { describe, expect, onTestFinished, test } from 'vitest'
import { buildApp } from '../../src/app.js'
import type { Config } from '../../src/config.js'
import type { McpLibrary } from '../../src/mcp/library.js'
import type { Services } from '../../src/services.js'
import { aCatalog, addDocument, aHitOf, aLibrary, emptyResult, textOf } from './library.js'

async function anApp(
  library: Partial<McpLibrary>,
  config: Partial<Pick<Config, 'token' | 'host' | 'publicUrl'>> = {},
): Promise<FastifyInstance> {
  const app = await buildApp(library as unknown as Services, {
    token: null,
    host: '127.0.0.1',
    webFolder: resolve('no-pages'),
    version: '1.2.3',
    ...config,
  })
  onTestFinished(() => app.close())
  return app
}

const accept = 'application/json, text/event-stream'
const listTools = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
const post = (app: FastifyInstance, headers: Record<string, string>, payload: unknown = listTools) =>
  app.inject({
    method: 'POST',
    url: '/mcp',
    headers: { host: '127.0.0.1:8080', 'content-type': 'application/json', accept, ...headers },
    payload: JSON.stringify(payload),
  })

describe.each([
  ['of 2025, which shake hands first', 'legacy', '2025-11-25'],
  ['of 2026, each request of which is whole in itself', 'auto', '2026-07-28'],
] as const)('clients %s', (_, mode, version) => {
  test('are answered over HTTP, by links to the address that they know', async () => {
    const catalog = await aCatalog()
    await addDocument(catalog, { id: 'd1' }, ['Pools hold what waits.'])
    const hit = await aHitOf(catalog, 'd1')
    const app = await anApp(
      aLibrary(catalog, { search: () => Promise.resolve({ ...emptyResult, hits: [hit] }) }),
    )
    const url = await app.listen({ host: '127.0.0.1', port: 0 })
    const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } })
    await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', url)))
    onTestFinished(() => client.close())
    expect(client.getNegotiatedProtocolVersion()).toBe(version)
    expect((await client.listTools()).tools.length).toBe(10)
    const answer = await client.callTool({ name: 'search', arguments: { q: 'pools' } })
    expect(answer.structuredContent).toMatchObject({ hits: [{ link: `${url}/d/d1?t=0` }] })
    const failed = await client.callTool({ name: 'read_document', arguments: { documentId: 'gone' } })
    expect(textOf(failed)).toContain('DOCUMENT_NOT_FOUND')
    expect((await client.listResources()).resources).toHaveLength(1)
    const many = await Promise.all(
      Array.from({ length: 20 }, () => client.callTool({ name: 'search', arguments: { q: 'pools' } })),
    )
    expect(many.every(({ isError }) => isError !== true)).toBe(true)
  })

  test('that stay connected do not keep the server from stopping', async () => {
    const app = await anApp({})
    const url = await app.listen({ host: '127.0.0.1', port: 0 })
    const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } })
    await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', url)))
    await client.listTools()
    await app.close()
    await client.close()
  })
})

test('the public address of the server is the one in links', async () => {
  const catalog = await aCatalog()
  await addDocument(catalog, { id: 'd1' }, ['Text.'])
  const app = await anApp(aLibrary(catalog), { publicUrl: 'https://cuepoint.example.org' })
  const call = { name: 'read_document', arguments: { documentId: 'd1' } }
  const { body } = await post(app, {}, { ...listTools, method: 'tools/call', params: call })
  expect(body).toContain('https://cuepoint.example.org/d/d1')
})

test('asking needs no token where changes do', async () => {
  const app = await anApp({}, { token: 'a token of sixteen' })
  expect((await post(app, {})).statusCode).toBe(200)
  const change = await app.inject({ method: 'POST', url: '/api/v1/sources', payload: {} })
  expect(change.json()).toMatchObject({ code: 'TOKEN_REQUIRED' })
})

test('pages of other sites are refused, and so are names that only pretend to be this machine', async () => {
  const app = await anApp({})
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:8081' },
    { host: 'evil.example', origin: 'http://evil.example' },
    { host: 'evil.example' },
  ]) {
    const answer = await post(app, headers)
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([403, 'HOST_FORBIDDEN'])
  }
  expect((await post(app, { origin: 'http://127.0.0.1:8080' })).statusCode).toBe(200)
})

test('no other site is told that it may read the answers', async () => {
  const answer = await post(await anApp({}), {})
  expect(answer.headers['access-control-allow-origin']).toBeUndefined()
})

test('a body that is too long, no JSON, or too many messages is refused before anything is asked', async () => {
  const app = await anApp({})
  expect((await post(app, {}, { padding: 'x'.repeat(70_000) })).statusCode).toBe(413)
  expect((await post(app, { 'content-type': 'text/plain' })).statusCode).toBe(415)
  const batch = await post(
    app,
    {},
    Array.from({ length: 21 }, () => listTools),
  )
  expect([batch.statusCode, batch.body]).toEqual([400, expect.stringContaining('REQUEST_INVALID')])
  const broken = await app.inject({
    method: 'POST',
    url: '/mcp',
    headers: { host: '127.0.0.1', 'content-type': 'application/json' },
    payload: '{"jsonrpc"',
  })
  expect(broken.json()).toMatchObject({ statusCode: 400, code: 'REQUEST_INVALID' })
})

test('there are no sessions to open or end', async () => {
  const app = await anApp({})
  for (const method of ['GET', 'DELETE'] as const) {
    const answer = await app.inject({ method, url: '/mcp', headers: { host: '127.0.0.1', accept } })
    expect([method, answer.statusCode]).toEqual([method, 405])
  }
})

test('a client that leaves before its answer leaves the server as it was', async () => {
  let asked = () => {}
  let answer = () => {}
  const wasAsked = new Promise<void>((done) => (asked = done))
  const app = await anApp({
    search: async () => {
      asked()
      await new Promise<void>((done) => (answer = done))
      return emptyResult
    },
  })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const leaving = new AbortController()
  const call = { name: 'search', arguments: { q: 'x' } }
  const left = fetch(`${url}/mcp`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ ...listTools, method: 'tools/call', params: call }),
    signal: leaving.signal,
  })
    // A stream is answered at once, and filled later.
    .then((response) => response.text())
    .catch((error: unknown) => (error as Error).name)
  await wasAsked
  leaving.abort()
  expect(await left).toBe('AbortError')
  answer()
  expect((await post(app, {})).statusCode).toBe(200)
})
