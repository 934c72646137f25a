import { describe, expect, test } from 'vitest'
import type { EmbedOrigins } from '../../src/config.js'
import { aDocument } from '../builders/documents.js'
import { readHtml } from '../builders/read-html.js'
import { aSharedApp } from './shared-app.js'

const blog = 'https://blog.example.org'

async function ask(url: string, embedOrigins: EmbedOrigins, origin = blog) {
  const app = await aSharedApp(aDocument({ id: 'd1', title: '<b>"T"</b>' }), { embedOrigins })
  return app.inject({ url, headers: { origin } })
}

describe('what another page may read', () => {
  const allowed = async (
    embedOrigins: EmbedOrigins,
    url = '/api/v1/documents/d1/transcript.json',
    origin = blog,
  ) => {
    const { headers } = await ask(url, embedOrigins, origin)
    return [headers['access-control-allow-origin'], headers.vary]
  }

  test('nothing, unless its origin is named', async () => {
    expect(await allowed(null)).toEqual([undefined, undefined])
    expect(await allowed([])).toEqual([undefined, undefined])
    expect(await allowed(['https://other.example'])).toEqual([undefined, 'Origin'])
    expect(await allowed([blog])).toEqual([blog, 'Origin'])
    expect(await allowed('any')).toEqual(['*', undefined])
  })

  test('an origin is the whole of it', async () => {
    for (const origin of ['null', `${blog}.evil.example`, 'http://blog.example.org', `${blog}:444`])
      expect(await allowed([blog], undefined, origin)).toEqual([undefined, 'Origin'])
  })

  test('documents, also why there is none; nothing else', async () => {
    expect(await allowed('any', '/api/v1/documents/d1/media')).toEqual(['*', undefined])
    for (const url of ['/api/v1/documents', '/api/v1/sources', '/api/v1/search?q=a', '/', '/library'])
      expect([url, ...(await allowed('any', url))]).toEqual([url, undefined, undefined])
  })

  test('never with cookies, and changes are not opened', async () => {
    const app = await aSharedApp(aDocument({ id: 'd1' }), { embedOrigins: 'any' })
    const read = await app.inject({ url: '/api/v1/documents/d1/transcript.json', headers: { origin: blog } })
    expect(read.headers['access-control-allow-credentials']).toBeUndefined()
    const change = await app.inject({
      method: 'PATCH',
      url: '/api/v1/documents/d1',
      headers: { origin: blog },
      payload: { offsetMs: 1 },
    })
    expect([change.statusCode, change.json<{ code: string }>().code]).toEqual([403, 'HOST_FORBIDDEN'])
    const preflight = await app.inject({
      method: 'OPTIONS',
      url: '/api/v1/documents/d1',
      headers: { origin: blog, 'access-control-request-method': 'PATCH' },
    })
    expect(preflight.headers['access-control-allow-methods']).toBeUndefined()
  })

  test('the script of the player comes along', async () => {
    const policy = async (embedOrigins: EmbedOrigins) =>
      (await ask('/embed.js', embedOrigins)).headers['cross-origin-resource-policy']
    expect([await policy(null), await policy([]), await policy([blog])]).toEqual([
      'same-origin',
      'same-origin',
      'cross-origin',
    ])
  })
})

describe('the page for a frame', () => {
  const ancestors = async (embedOrigins: EmbedOrigins) => {
    const { headers } = await ask('/embed/d1', embedOrigins)
    return [
      /frame-ancestors ([^;]*)/.exec(String(headers['content-security-policy']))?.[1],
      headers['x-frame-options'],
    ]
  }

  test('may stand in any page until origins are named', async () => {
    expect(await ancestors(null)).toEqual(['*', undefined])
    expect(await ancestors('any')).toEqual(['*', undefined])
    expect(await ancestors([])).toEqual(["'self'", undefined])
    expect(await ancestors([blog])).toEqual([`'self' ${blog}`, undefined])
  })

  test('other pages may not, whatever is set', async () => {
    const { headers } = await ask('/', 'any')
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self'")
    expect(headers['x-frame-options']).toBe('SAMEORIGIN')
  })

  test('holds the player at its time, with the title as text, and runs no other script', async () => {
    const { body, headers } = await ask('/embed/d1?t=1:10&end=80&theme=dark', null)
    const document = readHtml(body)
    const player = document.querySelector('cuepoint-player')
    expect(['document', 'start', 'end', 'theme'].map((name) => player?.getAttribute(name))).toEqual([
      'd1',
      '70',
      '80',
      'dark',
    ])
    expect(document.title).toBe('<b>"T"</b> · Cuepoint')
    expect([...document.querySelectorAll('script')].map((script) => script.getAttribute('src'))).toEqual([
      '/embed.js',
    ])
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  })

  test('of an unknown document, with any id, says so with status 404', async () => {
    const response = await ask(`/embed/${encodeURIComponent('"><script>x</script>')}?theme=%22%3E`, null)
    expect(response.statusCode).toBe(404)
    expect(readHtml(response.body).querySelectorAll('script')).toHaveLength(1)
  })
})
