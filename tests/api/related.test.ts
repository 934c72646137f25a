import Fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { registerErrors } from '../../src/api/plugins/errors.js'
import { relatedRoutes } from '../../src/api/routes/related.js'
import { AppError } from '../../src/errors.js'
import type { RelatedDocument } from '../../src/search/find-related.js'

const aRelated: RelatedDocument = {
  passageId: 'p1',
  startMs: 5000,
  endMs: 45_000,
  jumpMs: 6000,
  anchor: null,
  text: 'The encoder gives a mean.',
  score: 0.5,
  document: {
    id: 'd1',
    sourceId: 's1',
    sourceTitle: 'Show',
    kind: 'episode',
    title: 'Encoders',
    url: null,
    imageUrl: null,
    publishedAt: null,
    durationMs: 60_000,
    language: 'en',
    timing: 'exact',
    timingReason: '',
    enclosure: null,
  },
  speaker: null,
  chapter: null,
  before: '',
  after: '',
  highlights: [],
  best: [0, 25],
  more: [],
  concepts: [{ slug: 'autoencoder', name: 'Autoencoder' }],
  companion: true,
  from: { passageId: 'p2', startMs: null, endMs: null, jumpMs: null, anchor: 'vae', text: 'On encoders.' },
}

async function ask(url: string, findRelated: (id: string, k: number) => Promise<RelatedDocument[]>) {
  const app = Fastify()
  onTestFinished(() => app.close())
  registerErrors(app)
  await app.register(relatedRoutes, { services: { findRelated } })
  return app.inject(url)
}

test('a related document is a hit with what it is related to, companions marked', async () => {
  const response = await ask('/documents/d0/related?k=3', (id, k) => {
    expect([id, k]).toEqual(['d0', 3])
    return Promise.resolve([aRelated])
  })
  expect(response.json()).toMatchObject({
    documentId: 'd0',
    hits: [
      {
        passageId: 'p1',
        jumpMs: 6000,
        url: '/d/d1?t=6',
        document: { id: 'd1', title: 'Encoders' },
        concepts: [{ slug: 'autoencoder', name: 'Autoencoder' }],
        companion: true,
        from: aRelated.from,
      },
    ],
  })
})

test('ten by default; an unknown document is a 404 with its code', async () => {
  const asked: number[] = []
  const response = await ask('/documents/d0/related', (_, k) => {
    asked.push(k)
    return Promise.reject(new AppError('DOCUMENT_NOT_FOUND', 'There is no document d0 in this library.'))
  })
  expect(asked).toEqual([10])
  expect(response.json()).toMatchObject({ statusCode: 404, code: 'DOCUMENT_NOT_FOUND' })
})
