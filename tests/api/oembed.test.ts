import { expect, test } from 'vitest'
import type { OembedResponse } from '../../src/api/schemas/oembed.js'
import type { Config } from '../../src/config.js'
import { aDocument } from '../builders/documents.js'
import { readHtml } from '../builders/read-html.js'
import { aSharedApp } from './shared-app.js'

const enclosure = { url: 'https://example.org/1.mp3', mediaType: 'audio/mpeg', sizeBytes: null }
const episode = aDocument({ id: 'd1', title: `"><script>'`, enclosure })

async function ask(
  params: Record<string, string>,
  { document = episode, ...config }: Partial<Config> & { document?: typeof episode } = {},
  host = 'localhost',
) {
  const app = await aSharedApp(document, config)
  const response = await app.inject({
    url: `/api/v1/oembed?${new URLSearchParams(params).toString()}`,
    headers: { host },
  })
  return { status: response.statusCode, body: response.json<OembedResponse & { code?: string }>() }
}

const frameOf = ({ html }: OembedResponse) => {
  const document = readHtml(`<body>${html}</body>`)
  const frame = document.querySelector('iframe')
  expect([...document.querySelectorAll('*')].map(({ localName }) => localName)).toEqual(['body', 'iframe'])
  return (name: string) => frame?.getAttribute(name)
}

test('a link to a stretch becomes a frame that plays it', async () => {
  const { status, body } = await ask({ url: 'http://localhost/d/d1?t=10&end=20&q=words' })
  expect(status).toBe(200)
  const { html: _, ...rest } = body
  expect(rest).toEqual({
    version: '1.0',
    type: 'rich',
    title: `"><script>'`,
    author_name: 'A "show"',
    provider_name: 'Cuepoint',
    provider_url: 'http://localhost',
    cache_age: 86_400,
    width: 600,
    height: 260,
  })
  const frame = frameOf(body)
  expect([frame('src'), frame('title')]).toEqual(['http://localhost/embed/d1?t=10&end=20', `"><script>'`])
})

test('it is no larger than asked for; a picture gets more room', async () => {
  const small = await ask({ url: 'http://localhost/d/d1', maxwidth: '320', maxheight: '200' })
  expect([small.body.width, small.body.height]).toEqual([320, 200])
  expect(frameOf(small.body)('width')).toBe('320')
  const video = await ask(
    { url: 'http://localhost/d/d1', format: 'json' },
    { document: aDocument({ id: 'd1', enclosure: { ...enclosure, mediaType: 'video/mp4' } }) },
  )
  expect([video.body.type, video.body.height]).toEqual(['video', 540])
})

test.each([
  'http://evil.example/d/d1',
  'http://localhost:81/d/d1',
  'https://localhost/d/d1',
  'http://localhost/library',
  'http://localhost/d/d1/more',
  'http://localhost@evil.example/d/d1',
  '/d/d1',
  'javascript:alert(1)',
  '',
])('%j is not an address of a document here', async (url) => {
  const { status, body } = await ask({ url })
  expect([status, body.code]).toEqual([404, 'EMBED_ADDRESS_UNKNOWN'])
})

test('an unknown document is not found, whatever its id looks like', async () => {
  for (const url of ['http://localhost/d/unknown', 'http://localhost/d/%zz'])
    expect((await ask({ url })).body.code).toBe('DOCUMENT_NOT_FOUND')
})

test('another format is not implemented, a missing address a bad request', async () => {
  expect((await ask({ url: 'http://localhost/d/d1', format: 'xml' })).status).toBe(501)
  expect((await ask({})).status).toBe(400)
})

test('on a network the address must be configured', async () => {
  const url = 'http://cue.example.org/d/d1'
  expect((await ask({ url }, { host: '0.0.0.0' }, 'cue.example.org')).status).toBe(404)
  const known = { host: '0.0.0.0', publicUrl: 'https://cue.example.org' }
  const { body } = await ask({ url: 'https://cue.example.org/embed/d1?t=10' }, known, 'other.example')
  expect(frameOf(body)('src')).toBe('https://cue.example.org/embed/d1?t=10')
})
