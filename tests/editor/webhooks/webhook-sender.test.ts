import { createServer, type IncomingHttpHeaders } from 'node:http'
import type * as dns from 'node:dns'
import { lookup } from 'node:dns'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Webhook } from 'standardwebhooks'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openSqliteCatalog } from '../../../src/catalog/sqlite/open-sqlite-catalog.js'
import { sendMessage } from '../../../src/editor/webhooks/send-message.js'
import { makeSecret } from '../../../src/editor/webhooks/webhook-secret.js'
import { WebhookSender, type WebhookSenderOptions } from '../../../src/editor/webhooks/webhook-sender.js'
import { aResult } from '../../builders/results.js'
import { aSource } from '../../builders/documents.js'

vi.mock('node:dns', async (original) => ({
  ...(await original<typeof dns>()),
  lookup: vi.fn(),
}))

interface Received {
  headers: IncomingHttpHeaders
  body: string
  url: string
}

type Answer = { status: number; headers?: Record<string, string>; body?: string } | 'hang' | 'drip'

/** A real receiver; it answers in turn, the last answer for ever. */
async function aReceiver(...answers: Answer[]) {
  const received: Received[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (data: Buffer) => (body += data.toString()))
    request.on('end', () => {
      received.push({ headers: request.headers, body, url: request.url ?? '' })
      const answer = answers[Math.min(received.length, answers.length) - 1] ?? { status: 200 }
      if (answer === 'hang') return
      if (answer === 'drip') {
        response.writeHead(200)
        const timer = setInterval(() => response.write('x'), 20)
        response.on('close', () => clearInterval(timer))
        return
      }
      response.writeHead(answer.status, answer.headers).end(answer.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return { received, port: (server.address() as AddressInfo).port }
}

const start = Date.now()

async function aSender(port: number, options: Partial<WebhookSenderOptions> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-webhooks-'))
  const path = join(folder, 'catalog.db')
  const catalog = await openSqliteCatalog(path)
  onTestFinished(async () => {
    await catalog.close()
    await rm(folder, { recursive: true, force: true })
  })
  await catalog.addSources([aSource()])
  const webhook = { url: `http://127.0.0.1:${port}/hook`, secret: makeSecret(), active: true }
  const at = new Date(start).toISOString()
  const search = { id: 's', name: 'Taproot', query: 'taproot', mode: 'hybrid', filter: {} } as const
  await catalog.addSavedSearch({ ...search, createdAt: at, askedAt: at, webhook }, 10)
  const clock = { nowMs: start, now: () => clock.nowMs, random: () => 0.5 }
  const errors: unknown[] = []
  const open = () =>
    new WebhookSender(catalog, {
      allowPrivate: true,
      base: 'https://cue.example.org',
      describe: (_, ids) => Promise.resolve(ids.map((passageId) => aResult({ passageId }))),
      onError: (error) => errors.push(error),
      clock,
      ...options,
    })
  let seq = 0
  const find = async (...passageIds: string[]) => {
    const found = passageIds.map((passageId) => ({
      searchId: 's',
      passageId,
      documentId: 'document-1',
      askedAt: at,
      replaces: null,
    }))
    const from = { fromSeq: seq, toSeq: ++seq, documents: [], show: [], hide: [], maxMatches: 1000 }
    await catalog.applyFollowedStep({ ...from, found, at: new Date(clock.nowMs).toISOString() })
  }
  const last = async () => (await catalog.findLastDeliveries(['s'])).get('s')
  return { catalog, clock, errors, find, last, open, sender: open(), webhook }
}

const messages = (received: readonly Received[]) =>
  received.map(
    ({ body }) =>
      JSON.parse(body) as { type: string; data: { matches: { passageId: string }[]; more: number } },
  )

test('what was found together is told in one signed message, once', async () => {
  const { received, port } = await aReceiver({ status: 204 })
  const { clock, find, last, sender, webhook } = await aSender(port)
  await find('p1', 'p2')
  await sender.look()
  expect(received).toEqual([])
  clock.nowMs += 5000
  await sender.look()
  await sender.look()
  expect(received).toHaveLength(1)
  const [message] = received
  const verified = new Webhook(webhook.secret).verify(
    message?.body ?? '',
    message?.headers as Record<string, string>,
  )
  expect(verified).toMatchObject({
    type: 'saved_search.matched',
    timestamp: new Date(clock.nowMs).toISOString(),
    data: {
      savedSearch: { id: 's', name: 'Taproot', query: 'taproot', url: 'https://cue.example.org/?q=taproot' },
      matches: [{ passageId: 'p1' }, { passageId: 'p2' }],
      more: 0,
    },
  })
  expect(message?.headers['content-type']).toBe('application/json')
  expect(await last()).toMatchObject({
    status: 'delivered',
    attempts: 1,
    lastTry: { httpStatus: 204, error: null },
  })
})

test('a thousand matches are ten messages, and those that come one by one are told of every minute or so', async () => {
  const { received, port } = await aReceiver({ status: 200 })
  const { clock, find, sender } = await aSender(port)
  await find(...Array.from({ length: 1000 }, (_, index) => `p${index}`))
  for (let look = 0; look < 20; look++) await sender.look()
  expect(messages(received).map(({ data }) => [data.matches.length, data.more])).toEqual(
    Array.from({ length: 10 }, (_, index) => [100, 900 - index * 100]),
  )
  for (let second = 0; second < 150; second += 10) {
    clock.nowMs += 10_000
    await find(`late-${second}`)
    await sender.look()
  }
  expect(received).toHaveLength(12)
})

test('one that is refused is sent again with the same id and a new signature, eight times at most', async () => {
  const { received, port } = await aReceiver({ status: 500 })
  const { clock, find, last, sender, webhook } = await aSender(port)
  await find('p1')
  clock.nowMs += 5000
  await sender.look()
  expect(await last()).toMatchObject({
    status: 'waiting',
    attempts: 1,
    nextTryAt: new Date(clock.nowMs + 5000).toISOString(),
    lastTry: { httpStatus: 500, error: 'The receiver answered 500.' },
  })
  clock.nowMs += 4999
  await sender.look()
  expect(received).toHaveLength(1)
  for (let hour = 0; hour < 100; hour++) {
    clock.nowMs += 3_600_000
    await sender.look()
  }
  expect(received).toHaveLength(8)
  expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(new Set(received.map(({ headers }) => headers['webhook-signature'])).size).toBe(8)
  expect(new Set(received.map(({ body }) => body)).size).toBe(1)
  const first = received[0]?.headers as Record<string, string>
  expect(new Webhook(webhook.secret).verify(received[0]?.body ?? '', first)).toBeTruthy()
  expect(await last()).toMatchObject({ status: 'failed', attempts: 8, nextTryAt: null })
})

test('matches that come meanwhile are told of after it', async () => {
  const { received, port } = await aReceiver({ status: 500 }, { status: 200 })
  const { clock, find, sender } = await aSender(port)
  await find('p1')
  clock.nowMs += 5000
  await sender.look()
  await find('p2')
  clock.nowMs += 60_000
  await sender.look()
  await sender.look()
  expect(messages(received).map(({ data }) => data.matches.map(({ passageId }) => passageId))).toEqual([
    ['p1'],
    ['p1'],
    ['p2'],
  ])
})

test('what a process left behind is sent by the next', async () => {
  const { received, port } = await aReceiver('hang', { status: 200 })
  const { clock, find, open, sender, last } = await aSender(port)
  await find('p1')
  clock.nowMs += 5000
  const looking = sender.look()
  await vi.waitFor(() => expect(received).toHaveLength(1))
  await sender.close()
  await looking
  expect(await last()).toMatchObject({ status: 'waiting', attempts: 0 })
  await open().look()
  expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([
    received[0]?.headers['webhook-id'],
    received[0]?.headers['webhook-id'],
  ])
  expect(await last()).toMatchObject({ status: 'delivered' })
})

test('410 switches the webhook off', async () => {
  const { received, port } = await aReceiver({ status: 410 })
  const { catalog, clock, find, sender } = await aSender(port)
  await find('p1')
  clock.nowMs += 5000
  await sender.look()
  expect(await catalog.findSavedSearch('s')).toMatchObject({ webhook: { active: false } })
  await find('p2')
  clock.nowMs += 600_000
  await sender.look()
  expect(received).toHaveLength(1)
})

test('a redirect is a refusal: the message goes nowhere else', async () => {
  const other = await aReceiver({ status: 200 })
  const { port } = await aReceiver({ status: 307, headers: { location: `http://127.0.0.1:${other.port}/` } })
  const { clock, find, last, sender } = await aSender(port)
  await find('p1')
  clock.nowMs += 5000
  await sender.look()
  expect(other.received).toEqual([])
  expect(await last()).toMatchObject({ status: 'waiting', lastTry: { httpStatus: 307 } })
})

test('a test is sent once, and holds nothing up', async () => {
  const { received, port } = await aReceiver({ status: 503 }, { status: 200 })
  const { catalog, clock, find, last, sender } = await aSender(port)
  const createdAt = new Date(clock.nowMs).toISOString()
  await catalog.addDelivery({ id: 'msg_1', searchId: 's', kind: 'test', body: '{}', createdAt }, [])
  await sender.look()
  expect(await last()).toMatchObject({ kind: 'test', status: 'failed', lastTry: { httpStatus: 503 } })
  await find('p1')
  clock.nowMs += 5000
  await sender.look()
  expect(received).toHaveLength(2)
})

test('one search that cannot be described keeps no other waiting', async () => {
  const { received, port } = await aReceiver({ status: 200 })
  const describe = () => Promise.reject(new Error('no model'))
  const { catalog, clock, find, sender } = await aSender(port, { describe })
  await find('p1')
  clock.nowMs += 5000
  const createdAt = new Date(clock.nowMs).toISOString()
  await catalog.addDelivery({ id: 'msg_1', searchId: 's', kind: 'test', body: '{}', createdAt }, [])
  await catalog.recordAttempt(
    'msg_1',
    { at: createdAt, httpStatus: 200, error: null },
    { status: 'delivered' },
  )
  await expect(sender.look()).rejects.toThrow('no model')
  await catalog.addDelivery({ id: 'msg_2', searchId: 's', kind: 'test', body: '{}', createdAt }, [])
  await sender.look()
  expect(received.map(({ headers }) => headers['webhook-id'])).toEqual(['msg_2'])
})

const message = { id: 'msg_1', body: '{}' }
const send = (url: string, options: Partial<Parameters<typeof sendMessage>[2]> = {}) =>
  sendMessage(message, { url, secret: makeSecret() }, { allowPrivate: true, now: () => start, ...options })

test('a receiver that never answers, or never ends, is given up', async () => {
  const hanging = await aReceiver('hang')
  const dripping = await aReceiver('drip')
  expect(await send(`http://127.0.0.1:${hanging.port}/`, { timeoutMs: 200 })).toEqual({
    httpStatus: null,
    error: 'no answer within 0.2 s',
    retryAfterMs: null,
  })
  // It has taken the message: what it says beyond that is nobody's concern.
  expect(await send(`http://127.0.0.1:${dripping.port}/`, { timeoutMs: 200 })).toMatchObject({
    httpStatus: 200,
  })
})

test('a flood of an answer is not read', async () => {
  const { port } = await aReceiver({ status: 200, body: 'x'.repeat(50_000_000) })
  expect(await send(`http://127.0.0.1:${port}/`)).toMatchObject({ httpStatus: 200, error: null })
})

test('user and password are sent as such, and stand in no address', async () => {
  const { received, port } = await aReceiver({ status: 200 })
  await send(`http://ann:p%40ss@127.0.0.1:${port}/hook?a=1`)
  expect(received[0]).toMatchObject({
    url: '/hook?a=1',
    headers: { authorization: `Basic ${Buffer.from('ann:p@ss').toString('base64')}` },
  })
})

test('nothing is sent to this machine, by address or by name', async () => {
  const { received, port } = await aReceiver({ status: 200 })
  const resolves = (...addresses: string[]) =>
    vi.mocked(lookup).mockImplementation(((_: string, __: unknown, callback: (...all: unknown[]) => void) =>
      callback(
        null,
        addresses.map((address) => ({ address, family: 4 })),
      )) as never)
  for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]'])
    expect((await send(`http://${host}:${port}/`, { allowPrivate: false })).error).toContain(
      'on this machine',
    )
  resolves('127.0.0.1')
  const byName = await send(`http://rebinding.example.org:${port}/`, { allowPrivate: false })
  expect(byName.error).toContain('rebinding.example.org is at 127.0.0.1')
  resolves('93.184.216.34', '10.0.0.1')
  const mixed = await send(`http://rebinding.example.org:${port}/`, { allowPrivate: false })
  expect(mixed.error).toContain('10.0.0.1, which is not on the public internet')
  expect(received).toEqual([])
})
