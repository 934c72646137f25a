import { resolve } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { buildApp } from '../../src/app.js'
import type { Services } from '../../src/services.js'

async function anApp(suggestions: object, token: string | null = null): Promise<FastifyInstance> {
  const app = await buildApp({ suggestions } as Services, {
    token,
    host: '127.0.0.1',
    webFolder: resolve('no-pages'),
    version: '0.0.0',
  })
  onTestFinished(() => app.close())
  return app
}

test('suggestions are answered with what was asked; eight unless told otherwise', async () => {
  const asked: unknown[] = []
  const suggestion = { kind: 'title', text: 'Taproot', documentId: 'd1', ranges: [[0, 3]] }
  const suggest = (...parameters: unknown[]) => {
    asked.push(parameters)
    return [suggestion]
  }
  const app = await anApp({ suggest })
  const response = await app.inject('/api/v1/suggest?q=tap')
  expect([response.statusCode, response.json()]).toEqual([200, { query: 'tap', suggestions: [suggestion] }])
  await app.inject('/api/v1/suggest?q=&limit=3')
  expect(asked).toEqual([
    ['tap', 8],
    ['', 3],
  ])
})

test.each(['/api/v1/suggest', '/api/v1/suggest?q=a&limit=0', `/api/v1/suggest?q=${'a'.repeat(201)}`])(
  'refused: %s',
  async (url) => {
    expect((await (await anApp({})).inject(url)).statusCode).toBe(400)
  },
)

test('forgetting past queries is a change: it needs the token where there is one', async () => {
  let forgotten = 0
  const forgetQueries = () => {
    forgotten += 1
    return Promise.resolve()
  }
  const token = 'a-token-of-some-length'
  const app = await anApp({ forgetQueries }, token)
  const request = { method: 'DELETE', url: '/api/v1/suggest/queries' } as const
  expect((await app.inject(request)).statusCode).toBe(401)
  expect(forgotten).toBe(0)
  const allowed = await app.inject({ ...request, headers: { authorization: `Bearer ${token}` } })
  expect([allowed.statusCode, forgotten]).toEqual([204, 1])
})
