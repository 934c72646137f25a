import Fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { registerErrors } from '../../src/api/plugins/errors.js'
import { repeatRoutes } from '../../src/api/routes/repeats.js'
import { AppError } from '../../src/errors.js'

async function anApp(findOf: (range: unknown) => Promise<never> | Promise<object>) {
  const asked: unknown[] = []
  const app = Fastify({ ajv: { customOptions: { removeAdditional: false } } })
  onTestFinished(() => app.close())
  registerErrors(app)
  const repeats = {
    list: (filter: unknown, page: unknown) => {
      asked.push(filter, page)
      return Promise.resolve({ groups: [], total: 0, next: null, upToDate: false })
    },
    findOf,
  }
  await app.register(repeatRoutes, { services: { editor: { repeats } } } as never)
  return { app, asked }
}

const nothing = () => Promise.resolve({ repeats: [], clips: [], reworded: true })

test('twenty groups that are no frames unless told otherwise, and whether they are as of now', async () => {
  const { app, asked } = await anApp(nothing)
  const response = await app.inject('/repeats?kind=verbatim&source=source-1')
  expect(response.json()).toEqual({ groups: [], total: 0, next: null, upToDate: false })
  expect(asked).toEqual([
    { kind: 'verbatim', sourceId: 'source-1', template: false },
    { limit: 20, cursor: null },
  ])
})

test('a stretch is asked for with the clip that it is, and clips are told without their times', async () => {
  const ranges: unknown[] = []
  const use = { collectionId: 'c', collectionTitle: 'Best of', clipId: 'k', clipTitle: '', documentId: 'd' }
  const { app } = await anApp((range) => {
    ranges.push(range)
    return Promise.resolve({ repeats: [], clips: [use], reworded: false })
  })
  const response = await app.inject('/repeats/of?documentId=d&startMs=0&endMs=9000&exceptClip=k2')
  expect(ranges).toEqual([{ documentId: 'd', startMs: 0, endMs: 9000, exceptClip: 'k2' }])
  expect(response.json()).toEqual({
    repeats: [],
    clips: [{ collectionId: 'c', collectionTitle: 'Best of', clipId: 'k', clipTitle: '' }],
    reworded: false,
  })
})

test('a document that is not there is said so', async () => {
  const { app } = await anApp(() =>
    Promise.reject(new AppError('DOCUMENT_NOT_FOUND', 'There is no document x.')),
  )
  const response = await app.inject('/repeats/of?documentId=x&startMs=0&endMs=1')
  expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([404, 'DOCUMENT_NOT_FOUND'])
})
