import Fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { registerErrors } from '../../src/api/plugins/errors.js'
import { reuseRoutes } from '../../src/api/routes/reuse.js'
import type { FindReuse } from '../../src/editor/reuse/find-reuse.js'
import { aResult } from '../builders/results.js'

async function anApp(findReuse: FindReuse) {
  const app = Fastify({ ajv: { customOptions: { removeAdditional: false } } })
  onTestFinished(() => app.close())
  registerErrors(app)
  await app.register(reuseRoutes, { services: { editor: { findReuse } } })
  return app
}

const nothing = { paragraphs: [], total: 0, next: null, degraded: false }

test('paragraphs are answered with their passages, how they relate and where they were used', async () => {
  const { concepts: _concepts, ...passage } = aResult()
  const usedIn = {
    clips: [{ collectionId: 'c1', collectionTitle: 'Best of', clipId: 'k1', clipTitle: '' }],
    companions: [{ id: 'post-1', kind: 'post' as const, title: 'A post', url: null }],
  }
  const app = await anApp(() =>
    Promise.resolve({
      paragraphs: [
        {
          from: 3,
          to: 20,
          heading: 'Part',
          text: 'Words as written.',
          matches: [{ ...passage, relation: 'says', similarity: 0.9, usedIn }],
        },
      ],
      total: 7,
      next: '1',
      degraded: false,
    }),
  )
  const response = await app.inject({
    method: 'POST',
    url: '/reuse',
    payload: { draft: 'Words as written.' },
  })
  expect(response.statusCode).toBe(200)
  expect(response.json()).toMatchObject({
    paragraphs: [
      {
        from: 3,
        to: 20,
        heading: 'Part',
        matches: [
          { passageId: 'passage-1', relation: 'says', jumpMs: 9000, url: '/d/document-1?t=9', usedIn },
        ],
      },
    ],
    total: 7,
    next: '1',
    degraded: false,
  })
})

test('five passages for each of twenty paragraphs unless told otherwise, and the filter of a search', async () => {
  const asked: unknown[] = []
  const app = await anApp((request) => {
    asked.push(request)
    return Promise.resolve(nothing)
  })
  const ask = (payload: object) => app.inject({ method: 'POST', url: '/reuse', payload })
  await ask({ draft: 'a' })
  await ask({ draft: 'b', k: 3, limit: 2, cursor: '4', kind: 'episode', after: '2024-05' })
  expect(asked).toEqual([
    { draft: 'a', k: 5, limit: 20, cursor: null, filter: {} },
    {
      draft: 'b',
      k: 3,
      limit: 2,
      cursor: '4',
      filter: { kinds: ['episode'], after: '2024-05-01T00:00:00.000Z' },
    },
  ])
})

test.each([
  {},
  { draft: 'a', k: 0 },
  { draft: 'a', limit: 51 },
  { draft: 'a'.repeat(100_001) },
  { draft: 'a', before: 'soon' },
])('refused: %#', async (payload) => {
  const app = await anApp(() => Promise.resolve(nothing))
  expect((await app.inject({ method: 'POST', url: '/reuse', payload })).statusCode).toBe(400)
})

test('when the client leaves, the work is told to stop', async () => {
  const stopped = new Promise<void>((resolve) => {
    void anApp((_request, signal) => {
      signal?.addEventListener('abort', () => resolve())
      return new Promise(() => undefined)
    }).then(async (app) => {
      const address = await app.listen({ port: 0, host: '127.0.0.1' })
      const client = new AbortController()
      const request = fetch(`${address}/reuse`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ draft: 'a' }),
        signal: client.signal,
      })
      setTimeout(() => client.abort(), 100)
      await request.catch(() => undefined)
    })
  })
  await expect(stopped).resolves.toBeUndefined()
})
