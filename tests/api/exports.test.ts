import Fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { registerErrors } from '../../src/api/plugins/errors.js'
import { exportRoutes } from '../../src/api/routes/exports.js'
import type { ExportFormat, ExportOptions } from '../../src/editor/export/export-format.js'
import { exportFormats } from '../../src/editor/export/export-formats.js'
import type { LoadOptions } from '../../src/editor/export/load-collection.js'

type Options = ExportOptions & LoadOptions

async function anApp(publicUrl: string | null = null) {
  const asked: { id: string; format: string; options: Options }[] = []
  const write = (id: string, { extension }: ExportFormat, options: Options) => {
    asked.push({ id, format: extension, options })
    return Promise.resolve({ name: `Été "1".${extension}`, text: `the ${extension}` })
  }
  const app = Fastify({ ajv: { customOptions: { removeAdditional: false } } })
  registerErrors(app)
  await app.register(exportRoutes, { services: { editor: { exports: { write } } }, publicUrl } as never)
  onTestFinished(() => app.close())
  return {
    asked,
    get: (url: string, headers = {}) => app.inject({ url, headers: { host: 'localhost:8080', ...headers } }),
  }
}

test('every format is a file to save, under a safe name and its own type', async () => {
  const { get } = await anApp()
  for (const { extension, mediaType } of exportFormats) {
    const response = await get(`/collections/c1/export.${extension}`)
    expect([response.statusCode, response.body]).toEqual([200, `the ${extension}`])
    expect(response.headers['content-type']).toBe(`${mediaType}; charset=utf-8`)
    expect(response.headers['content-disposition']).toBe(
      `attachment; filename="Ete _1_.${extension}"; filename*=UTF-8''%C3%89t%C3%A9%20%221%22.${extension}`,
    )
  }
})

test('the options are those of the query; what is none is refused', async () => {
  const { asked, get } = await anApp()
  await get('/collections/c1/export.edl')
  await get('/collections/c1/export.edl?fps=29.97&times=source&clip=c2')
  expect(asked.map(({ options }) => options)).toEqual([
    { clipId: undefined, frameRate: '25', times: 'sequence', base: 'http://localhost:8080', tellPaths: true },
    { clipId: 'c2', frameRate: '29.97', times: 'source', base: 'http://localhost:8080', tellPaths: true },
  ])
  for (const query of ['fps=26', 'times=both', 'clip=', 'x=1'])
    expect((await get(`/collections/c1/export.edl?${query}`)).statusCode, query).toBe(
      query === 'x=1' ? 200 : 400,
    )
  expect((await get('/collections/c1/export.exe')).statusCode).toBe(404)
})

test('where files lie is told to this machine alone, and links follow the public address', async () => {
  const { asked, get } = await anApp('https://desk.example')
  await get('/collections/c1/export.md', { host: 'desk.example' })
  await get('/collections/c1/export.md', { 'x-forwarded-for': '203.0.113.9' })
  await get('/collections/c1/export.md')
  expect(asked.map(({ options: { base, tellPaths } }) => [base, tellPaths])).toEqual([
    ['https://desk.example', false],
    ['https://desk.example', false],
    ['https://desk.example', true],
  ])
})
