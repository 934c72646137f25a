import Fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { registerErrors } from '../../src/api/plugins/errors.js'
import { alignmentRoutes } from '../../src/api/routes/alignment.js'
import type { Alignments, ShownAlignment } from '../../src/editor/align/alignments.js'
import { AppError } from '../../src/errors.js'
import { aDocument } from '../builders/documents.js'

const place = {
  startMs: 12_340,
  endMs: 60_000,
  passageId: 'p1',
  offset: 7,
  endPassageId: 'p3',
  endOffset: 90,
  confidence: 0.98765,
}
const nowhere = {
  startMs: null,
  endMs: null,
  passageId: null,
  offset: null,
  endPassageId: null,
  endOffset: null,
  confidence: null,
}

const shown: ShownAlignment = {
  post: { ...aDocument({ id: 'post', kind: 'post' }), sourceTitle: 'Blog' },
  recording: { ...aDocument({ id: 'episode' }), sourceTitle: 'Show' },
  others: [],
  topics: [
    { title: 'Salmon', anchor: 'salmon', isSection: true, place },
    { title: 'Volcanoes', anchor: 'volcanoes', isSection: true, place: null },
  ],
  paragraphs: [
    {
      topic: 0,
      anchor: 'salmon',
      heading: 'Salmon',
      paragraph: 0,
      from: 0,
      to: 200,
      text: 'x'.repeat(200),
      place,
    },
  ],
}

async function ask(url: string, alignments: Partial<Alignments>) {
  const app = Fastify()
  onTestFinished(() => app.close())
  registerErrors(app)
  const services = { editor: { alignments: alignments as Alignments } }
  await app.register(alignmentRoutes, { services })
  return app.inject(url)
}

test('topics and parts come with their places, null where nothing is said', async () => {
  const asked: (string | null)[][] = []
  const response = await ask('/documents/post/alignment?with=episode', {
    show: (...ids) => {
      asked.push(ids)
      return Promise.resolve(shown)
    },
  })
  expect(asked).toEqual([['post', 'episode']])
  expect(response.json()).toMatchObject({
    post: { id: 'post', sourceTitle: 'Blog' },
    recording: { id: 'episode', sourceTitle: 'Show' },
    topics: [
      { title: 'Salmon', anchor: 'salmon', isSection: true, ...place, confidence: 0.99 },
      { title: 'Volcanoes', anchor: 'volcanoes', isSection: true, ...nowhere },
    ],
    parts: [{ topic: 0, paragraph: 0, from: 0, to: 200, text: `${'x'.repeat(160)}…`, startMs: 12_340 }],
    others: [],
  })
})

test('without another one the companion is asked for; none is a 404 with its code', async () => {
  const response = await ask('/documents/post/alignment', {
    show: (_, other) => {
      expect(other).toBeNull()
      return Promise.reject(new AppError('COMPANION_MISSING', 'The post "Alone" has no recording.'))
    },
  })
  expect([response.statusCode, response.json()]).toMatchObject([404, { code: 'COMPANION_MISSING' }])
})

test('chapters are a file of their type', async () => {
  const chapters = [{ startTime: 12.34, title: 'Salmon', url: 'https://blog.example/post#salmon' }]
  const file = { version: '1.2.0' as const, title: 'T', podcastName: 'Show', chapters }
  const response = await ask('/documents/post/alignment.chapters.json', {
    writeChapters: () => Promise.resolve(file),
  })
  expect(response.headers['content-type']).toMatch(/^application\/json\+chapters(;|$)/)
  expect(JSON.parse(response.body)).toEqual(file)
})
