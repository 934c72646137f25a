import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { registerErrors } from '../../src/api/plugins/errors.js'
import { collectionRoutes } from '../../src/api/routes/collections.js'
import type { CollectionResponse } from '../../src/api/schemas/collection.js'
import { openSqliteCatalog } from '../../src/catalog/sqlite/open-sqlite-catalog.js'
import { bindCollections } from '../../src/editor/collections/collections.js'
import { aSource, aWrite } from '../builders/documents.js'

async function anApp() {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-desk-'))
  const catalog = await openSqliteCatalog(join(folder, 'catalog.db'))
  await catalog.addSources([aSource()])
  await catalog.writeDocument(aWrite())
  const app = Fastify({ ajv: { customOptions: { removeAdditional: false } } })
  registerErrors(app)
  await app.register(collectionRoutes, {
    services: { editor: { collections: bindCollections(catalog) } },
  } as never)
  onTestFinished(async () => {
    await app.close()
    await catalog.close()
    await rm(folder, { recursive: true, force: true })
  })
  const send = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, body?: object, ifMatch?: string) =>
    app.inject({
      method,
      url,
      ...(body && { payload: body }),
      ...(ifMatch !== undefined && { headers: { 'if-match': ifMatch } }),
    })
  const made = (await send('POST', '/collections', { title: 'Best of' })).json<CollectionResponse>()
  return { send, path: `/collections/${made.id}`, made }
}

const clip = { documentId: 'document-1', startMs: 0, endMs: 10_000 }

test('a collection is made, filled, read, listed and removed', async () => {
  const { send, path, made } = await anApp()
  const added = await send('POST', `${path}/clips`, { ...clip, note: 'Good', tags: ['a'] })
  expect([added.statusCode, added.headers.etag]).toEqual([201, '"2"'])
  expect(added.json()).toMatchObject({
    ...clip,
    note: 'Good',
    tags: ['a'],
    text: 'A cue.',
    url: '/d/document-1?t=0&end=10',
    collectionVersion: 2,
  })
  const read = await send('GET', path)
  expect(read.headers.etag).toBe('"2"')
  expect(read.json()).toMatchObject({
    id: made.id,
    title: 'Best of',
    totalMs: 10_000,
    clips: [{ text: 'A cue.' }],
  })
  const clipPath = `${path}/clips/${added.json<{ id: string }>().id}`
  expect((await send('GET', clipPath)).json()).toMatchObject({ note: 'Good' })
  expect((await send('GET', '/collections')).json()).toMatchObject({
    collections: [{ id: made.id, clipCount: 1, totalMs: 10_000, version: 2 }],
  })
  expect((await send('DELETE', clipPath)).json()).toMatchObject({ clips: [], version: 3 })
  expect((await send('DELETE', path)).statusCode).toBe(204)
  expect((await send('GET', path)).json()).toMatchObject({ code: 'COLLECTION_NOT_FOUND' })
  expect((await send('POST', `${path}/restore`, { version: 2 })).json()).toMatchObject({
    clips: [{}],
    version: 5,
  })
})

test('If-Match with another version than there is changes nothing: 412', async () => {
  const { send, path } = await anApp()
  expect((await send('PATCH', path, { title: 'A' }, '"1"')).headers.etag).toBe('"2"')
  const late = await send('PATCH', path, { title: 'B' }, '"1"')
  expect([late.statusCode, late.json<{ code: string }>().code]).toEqual([412, 'COLLECTION_CHANGED'])
  // A weak or foreign tag names no version of ours.
  for (const tag of ['W/"2"', 'x', '"0"'])
    expect((await send('DELETE', path, undefined, tag)).statusCode).toBe(412)
  expect((await send('POST', `${path}/clips`, clip, '"1"')).statusCode).toBe(412)
  expect((await send('GET', path)).json()).toMatchObject({ title: 'A', clips: [], version: 2 })
  expect((await send('PATCH', path, { title: 'C' }, '*')).statusCode).toBe(200)
})

test('what is misspelt, too long or without a title is refused', async () => {
  const { send, path } = await anApp()
  const status = async (...request: Parameters<typeof send>) => (await send(...request)).statusCode
  expect(await status('POST', '/collections', { title: '  ' })).toBe(400)
  expect(await status('PATCH', path, { titel: 'x' })).toBe(400)
  expect(await status('POST', `${path}/clips`, { ...clip, startMs: -1 })).toBe(400)
  expect(await status('POST', `${path}/clips`, { ...clip, startMs: 0.5 })).toBe(400)
  expect(await status('POST', `${path}/clips`, { ...clip, end: 3 })).toBe(400)
  expect(await status('POST', `${path}/clips`, { ...clip, note: 'x'.repeat(10_001) })).toBe(400)
})
