import type { FastifyInstance } from 'fastify'
import { describe, expect, test } from 'vitest'
import { aDocument } from '../builders/documents.js'
import { readHtml } from '../builders/read-html.js'
import { aSharedApp } from './shared-app.js'

/** The head of the shell, as those read it who only look at heads. */

const base = 'http://localhost'
const episode = aDocument({
  id: 'd1',
  title: 'One & only',
  imageUrl: 'https://example.org/cover.jpg',
  enclosure: { url: 'https://example.org/1.mp3', mediaType: 'audio/mpeg', sizeBytes: null },
})

async function readPage(app: FastifyInstance, url: string, host?: string) {
  const response = await app.inject({ url, headers: { accept: 'text/html', ...(host && { host }) } })
  const document = readHtml(response.body)
  const meta: Record<string, string> = {}
  for (const element of document.querySelectorAll('meta')) {
    const name = element.getAttribute('property') ?? element.getAttribute('name')
    if (name !== null) meta[name] = element.getAttribute('content') ?? ''
  }
  const link = (rel: string) => document.querySelector(`link[rel=${rel}]`)?.getAttribute('href') ?? null
  return { status: response.statusCode, title: document.title, meta, link, document, body: response.body }
}

test('a link to a time says what is spoken then, with title, picture, sound and address', async () => {
  const { status, title, meta, link } = await readPage(await aSharedApp(episode), '/d/d1?t=10&end=0:20')
  const description = '0:10–0:20 “Words <b>as</b> spoken.”'
  expect(status).toBe(200)
  expect(title).toBe('One & only · Cuepoint')
  expect(meta).toEqual({
    description,
    'og:site_name': 'Cuepoint',
    'og:type': 'website',
    'og:title': 'One & only',
    'og:description': description,
    'og:image': 'https://example.org/cover.jpg',
    'og:image:alt': 'One & only',
    'og:audio': 'https://example.org/1.mp3',
    'og:audio:type': 'audio/mpeg',
    'og:url': `${base}/d/d1?t=10&end=20`,
    'twitter:image': 'https://example.org/cover.jpg',
    'twitter:title': 'One & only',
    'twitter:description': description,
    'twitter:card': 'summary',
  })
  expect(link('canonical')).toBe(`${base}/d/d1?t=10&end=20`)
  expect(link('alternate')).toBe(
    `${base}/api/v1/oembed?format=json&url=${encodeURIComponent(`${base}/d/d1?t=10&end=20`)}`,
  )
})

test('without a time, or where nothing is said, it is about the document', async () => {
  const app = await aSharedApp(aDocument({ id: 'd1', kind: 'post', description: 'About\n\nthings' }))
  for (const url of ['/d/d1', '/d/d1?t=900', '/d/d1?t=soon'])
    expect((await readPage(app, url)).meta['og:description']).toBe('A "show" · About things')
  const { meta } = await readPage(app, '/d/d1')
  expect([meta['og:type'], meta['article:published_time']]).toEqual(['article', '2026-01-02T00:00:00.000Z'])
})

test('a file of this server is named by its address here, a picture by its type', async () => {
  const enclosure = { url: 'file:///a/b.mp4', mediaType: 'video/mp4', sizeBytes: null }
  const { meta } = await readPage(await aSharedApp(aDocument({ id: 'd1', enclosure })), '/d/d1')
  expect(meta['og:video']).toBe(`${base}/api/v1/documents/d1/media`)
  expect([meta['og:video:type'], meta['og:type']]).toEqual(['video/mp4', 'video.other'])
})

test('a search names its feed, with what narrows it; other pages have none', async () => {
  const app = await aSharedApp(episode)
  const feed = async (url: string) =>
    (await readPage(app, url)).document
      .querySelector('link[type="application/rss+xml"]')
      ?.getAttribute('href') ?? null
  expect(await feed('/?q=%22a%20b%22+%3Cc%3E&kind=post&year=2024')).toBe(
    '/api/v1/search.rss?q=%22a+b%22+%3Cc%3E&kind=post',
  )
  expect([await feed('/'), await feed('/d/d1'), await feed('/library')]).toEqual([null, null, null])
})

describe('texts of strangers', () => {
  const hostile = `"><script>alert(1)</script></title><!-- /head --> $& $' 'x' \u0000`

  test('stay text in every place', async () => {
    const app = await aSharedApp(
      aDocument({ id: 'd1', title: hostile, description: hostile, imageUrl: 'javascript:alert(1)' }),
    )
    const { document, meta, title, body } = await readPage(app, '/d/d1')
    expect(document.querySelectorAll('script')).toHaveLength(0)
    expect(title).toBe(`${hostile.replace('\u0000', '')} · Cuepoint`)
    expect(meta['og:title']).toBe(hostile.replace('\u0000', ''))
    expect(meta['og:image']).toBeUndefined()
    expect(body.match(/<\/title>/g)).toHaveLength(1)
    expect(body).toContain('<body>shell</body>')
  })

  test('typed into the search field too', async () => {
    const { document, title } = await readPage(
      await aSharedApp(episode),
      `/?q=${encodeURIComponent('</title><script>alert(1)</script>')}`,
    )
    expect(document.querySelectorAll('script')).toHaveLength(0)
    expect(title).toBe('</title><script>alert(1)</script> · Cuepoint')
  })
})

describe('the address of this server', () => {
  test('is the configured one, and players are offered over https', async () => {
    const app = await aSharedApp(episode, { publicUrl: 'https://cue.example.org', host: '0.0.0.0' })
    const { meta, link } = await readPage(app, '/d/d1?t=10', 'evil.example')
    expect(link('canonical')).toBe('https://cue.example.org/d/d1?t=10')
    expect(meta['twitter:card']).toBe('player')
    expect(meta['twitter:player']).toBe('https://cue.example.org/embed/d1?t=10')
  })

  test('is left out where only the request tells it', async () => {
    const app = await aSharedApp(episode, { host: '0.0.0.0' })
    const { meta, link, body } = await readPage(app, '/d/d1?t=10', 'evil.example')
    expect([meta['og:url'], link('canonical'), link('alternate')]).toEqual([undefined, null, null])
    expect(meta['og:audio']).toBe('https://example.org/1.mp3')
    expect(body).not.toContain('evil.example')
  })

  test('a server on loopback answers to the name that its proxy gives it, and to no other', async () => {
    const app = await aSharedApp(episode, { publicUrl: 'https://cue.example.org' })
    const statusFor = async (host: string) => (await app.inject({ url: '/', headers: { host } })).statusCode
    expect(await statusFor('cue.example.org')).toBe(200)
    expect(await statusFor('evil.example')).toBe(403)
    expect(await statusFor('cue.example.org.evil.example')).toBe(403)
  })

  test('who comes over that name changes nothing without a token, though the proxy is on this machine', async () => {
    const app = await aSharedApp(episode, { publicUrl: 'https://cue.example.org' })
    const answer = await app.inject({
      method: 'DELETE',
      url: '/api/v1/sources/s1',
      headers: { host: 'cue.example.org' },
    })
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([401, 'TOKEN_REQUIRED'])
  })
})

test('the other pages have their titles; a former slug of a concept leads to the one it has', async () => {
  const app = await aSharedApp(episode)
  const titles = await Promise.all(
    ['/', '/?q=a', '/concepts', '/concepts/map', '/library'].map(
      async (url) => (await readPage(app, url)).title,
    ),
  )
  expect(titles).toEqual([
    'Cuepoint',
    'a · Cuepoint',
    'Concepts · Cuepoint',
    'Map of concepts · Cuepoint',
    'Library · Cuepoint',
  ])
  const { meta, link } = await readPage(app, '/concepts/old-name')
  expect([meta['og:description'], link('canonical')]).toEqual(['A name is <i>.', `${base}/concepts/name`])
})

describe('what is nowhere', () => {
  test.each(['/d/unknown', '/concepts/unknown', '/nowhere', '/desk/of/none'])(
    '%s is the shell with status 404, without an address',
    async (url) => {
      const { status, title, body, link } = await readPage(await aSharedApp(episode), url)
      expect([status, title, link('canonical')]).toEqual([404, 'There is no such page · Cuepoint', null])
      expect(body).toContain('<body>shell</body>')
    },
  )

  test.each([
    ['/api/v1/nowhere', 'text/html'],
    ['/docs/nowhere', 'text/html'],
    ['/nowhere', 'application/json'],
    ['/assets/gone.js', '*/*'],
  ])('%s for one who accepts %s is an error as JSON', async (url, accept) => {
    const app = await aSharedApp(episode)
    const response = await app.inject({ url, headers: { accept } })
    expect(response.json()).toMatchObject({ statusCode: 404, code: 'ROUTE_NOT_FOUND' })
  })
})

test('a catalog that fails costs the head, not the page', async () => {
  const broken = aDocument({ id: 'd1' })
  Object.defineProperty(broken, 'title', {
    get: () => {
      throw new Error('busy')
    },
  })
  expect(await readPage(await aSharedApp(broken), '/d/d1')).toMatchObject({ status: 200, title: 'Cuepoint' })
})

test('files with a hash in their name are kept for good, the rest is asked for again', async () => {
  const app = await aSharedApp(episode)
  const cacheControl = async (url: string) => (await app.inject(url)).headers['cache-control']
  expect(await cacheControl('/assets/index-abc.js')).toBe('public, max-age=31536000, immutable')
  expect([await cacheControl('/embed.js'), await cacheControl('/')]).toEqual(['no-cache', 'no-cache'])
})
