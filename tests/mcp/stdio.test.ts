import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { aDataFolder, cli, runCli, startServer } from '../e2e/running-server.js'
import { textOf } from './library.js'

/** The real command in a process of its own, on a small real library, with the real model. */

const sample = (path: string) => resolve('data/sample/five-minutes-on-search', path)
const environment = (data: string) => ({
  ...(process.env as Record<string, string>),
  CUEPOINT_DATA: data,
  CUEPOINT_PORT: '8080',
})

/** Of a request: that the machine has other things to do is no failure. */
const patience = { timeout: 115_000 }

let folder: string
let removeFolder: () => Promise<void>

beforeAll(async () => {
  ;({ folder, remove: removeFolder } = await aDataFolder())
  const added = await runCli(folder, 'add', sample('feed.xml'), sample('posts'))
  expect(added).toMatchObject({ code: 0 })
}, 600_000)

afterAll(() => removeFolder())

const start = (): ChildProcess =>
  spawn(process.execPath, [cli, 'mcp'], { env: environment(folder), stdio: ['pipe', 'pipe', 'pipe'] })

async function connect(mode: 'legacy' | 'auto' = 'legacy', data = folder): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } })
  const server = { command: process.execPath, args: [cli, 'mcp'], env: environment(data) }
  await client.connect(new StdioClientTransport(server), patience)
  onTestFinished(() => client.close())
  return client
}

interface Found {
  hits: { passageId: string; startMs: number; link: string; document: { id: string; title: string } }[]
  concepts: { slug: string }[]
}

/** Asks again while the library is still being opened, as the answer says. */
async function call(client: Client, name: string, args: Record<string, unknown> = {}) {
  for (;;) {
    const answer = await client.callTool({ name, arguments: args }, patience)
    if (!textOf(answer).startsWith('INDEX_UNAVAILABLE')) return answer
  }
}

const find = async (client: Client, q: string): Promise<Found> =>
  (await call(client, 'search', { q, k: 3 })).structuredContent as Found

describe('cuepoint mcp', () => {
  test('finds the moment, and leads from it to passage, document and concept', async () => {
    const client = await connect()
    const { hits } = await find(client, 'why does an inverted index make search fast?')
    const [hit] = hits
    expect(hit?.link).toMatch(/^http:\/\/127\.0\.0\.1:8080\/d\/[0-9a-f]+/)
    const passage = await call(client, 'read_passage', { passageId: hit?.passageId })
    expect(passage.structuredContent).toMatchObject({ document: { id: hit?.document.id } })
    const document = await call(client, 'read_document', { documentId: hit?.document.id })
    expect(document.structuredContent).toMatchObject({ document: { title: hit?.document.title } })
    const similar = await call(client, 'similar_passages', { passageId: hit?.passageId, k: 2 })
    expect(similar.isError).not.toBe(true)

    const found = await call(client, 'find_concept', { limit: 1 })
    const [concept] = (found.structuredContent as { concepts: { slug: string }[] }).concepts
    const read = await call(client, 'read_concept', { slug: concept?.slug })
    expect(read.structuredContent).toMatchObject({ slug: concept?.slug })
    const mentions = await call(client, 'list_mentions', { slug: concept?.slug, limit: 1 })
    expect((mentions.structuredContent as { mentions: unknown[] }).mentions).toHaveLength(1)
  })

  test('speaks the protocol of 2026 too, and refuses what is no query', async () => {
    const client = await connect('auto')
    expect(client.getNegotiatedProtocolVersion()).toBe('2026-07-28')
    const empty = await call(client, 'search', { q: ' ' })
    expect(textOf(empty)).toContain('QUERY_EMPTY')
    const long = await call(client, 'search', { q: 'x'.repeat(2001) })
    expect(textOf(long)).toContain('QUERY_TOO_LONG')
  })

  test('lets a server start beside it, and a second assistant', async () => {
    const [first, second] = [await connect(), await connect()]
    expect((await find(first, 'index')).hits).not.toEqual([])
    const server = await startServer(folder, '--no-sample')
    onTestFinished(async () => void (await server.stop()))
    expect((await find(second, 'index')).hits).toEqual((await find(first, 'index')).hits)
  })

  test('finds what was added after it was started, without a server', async () => {
    const { folder: data, remove } = await aDataFolder()
    onTestFinished(remove)
    const client = await connect('legacy', data)
    const sources = await call(client, 'list_sources')
    expect(sources.structuredContent).toMatchObject({ total: 0 })
    expect(await runCli(data, 'add', sample('posts'))).toMatchObject({ code: 0 })
    await expect
      .poll(async () => (await find(client, 'index')).hits.length, { timeout: 115_000, interval: 500 })
      .toBeGreaterThan(0)
  })
})

describe('the process', () => {
  const initialize = {
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
  }
  const write = (child: ChildProcess, ...messages: unknown[]) =>
    child.stdin?.write(
      messages
        .map((message) => `${typeof message === 'string' ? message : JSON.stringify(message)}\n`)
        .join(''),
    )

  test('writes nothing but messages of the protocol to stdout, whatever comes in', async () => {
    const child = start()
    let output = ''
    child.stdout?.on('data', (data: Buffer) => (output += data.toString()))
    const search = (id: number) => ({
      jsonrpc: '2.0',
      id,
      method: 'tools/call',
      params: { name: 'search', arguments: { q: 'index' } },
    })
    write(child, initialize, 'not json', '{"jsonrpc":"2.0"}', '', search(2), search(3))
    await expect.poll(() => output.split('\n').length, { timeout: 115_000 }).toBe(4)
    child.stdin?.end()
    expect(await once(child, 'close')).toEqual([0, null])
    const messages = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { jsonrpc: string; id: number; result: unknown })
    expect(messages.map(({ jsonrpc, id }) => [jsonrpc, id]).sort()).toEqual([
      ['2.0', 1],
      ['2.0', 2],
      ['2.0', 3],
    ])
  })

  test.each(['SIGINT', 'SIGTERM'] as const)('ends well on %s', async (signal) => {
    const child = start()
    write(child, initialize)
    await once(child.stdout as NodeJS.ReadableStream, 'data')
    child.kill(signal)
    expect(await once(child, 'close')).toEqual([0, null])
  })

  test('ends when nobody reads its answers any more', async () => {
    const child = start()
    write(child, initialize)
    await once(child.stdout as NodeJS.ReadableStream, 'data')
    child.stdout?.destroy()
    write(child, { jsonrpc: '2.0', id: 2, method: 'tools/list' })
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  test('ends at a message without end instead of keeping it', async () => {
    const child = start()
    child.stdin?.on('error', () => undefined)
    child.stdin?.write('x'.repeat(2 * 1024 * 1024))
    expect(await once(child, 'exit')).toEqual([0, null])
  })
})
