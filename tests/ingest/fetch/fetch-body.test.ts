import { createHash } from 'node:crypto'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { fetchBody } from '../../../ingest/fetch/fetch-body.js'
import { startServer } from './local-server.js'

const local = { allowPrivate: true }

const failure = (code: string, message: RegExp): Error =>
  expect.objectContaining({ code, message: expect.stringMatching(message) as string }) as Error

describe('a body', () => {
  test('comes with its type, validators and hash', async () => {
    const origin = await startServer((request, response) => {
      response.setHeader('content-type', 'Application/RSS+XML; charset=utf-8')
      response.setHeader('etag', '"v1"')
      response.setHeader('last-modified', 'Sat, 21 Nov 2026 10:00:00 GMT')
      response.end(
        `${request.headers['user-agent']} ${request.headers.accept} ${request.headers.authorization ?? '-'}`,
      )
    })
    const text = 'Cuepoint/0.1.0 (self-hosted podcast search) text/vtt -'
    expect(await fetchBody(`${origin}/feed#part`, { ...local, accept: 'text/vtt' })).toEqual({
      status: 'ok',
      url: `${origin}/feed`,
      permanentUrl: null,
      text,
      mediaType: 'application/rss+xml',
      etag: '"v1"',
      lastModified: 'Sat, 21 Nov 2026 10:00:00 GMT',
      bodyHash: createHash('sha256').update(text).digest('hex'),
    })
  })

  test('that did not change since is not sent again', async () => {
    const origin = await startServer(({ headers }, response) => {
      const isKnown = headers['if-none-match'] === '"v1"' && headers['if-modified-since'] === 'then'
      response.writeHead(isKnown ? 304 : 200).end()
    })
    expect(await fetchBody(origin, { ...local, etag: '"v1"', lastModified: 'then' })).toEqual({
      status: 'unchanged',
      url: `${origin}/`,
      permanentUrl: null,
    })
    expect(await fetchBody(origin, { ...local, etag: '"v0"' })).toMatchObject({ status: 'ok', text: '' })
  })

  test.each([
    ['gzip', gzipSync('Grüße')],
    ['br', brotliCompressSync('Grüße')],
    ['deflate', deflateSync('Grüße')],
    ['deflate', deflateRawSync('Grüße')],
    ['deflate, gzip', gzipSync(deflateSync('Grüße'))],
    ['identity', Buffer.from('Grüße')],
  ])('encoded as %s is decoded', async (encoding, bytes) => {
    const origin = await startServer((_, response) => {
      response.setHeader('content-encoding', encoding)
      response.end(bytes)
    })
    expect(await fetchBody(origin, local)).toMatchObject({ text: 'Grüße' })
  })

  test('in the charset of its header is decoded', async () => {
    const origin = await startServer((_, response) => {
      response.setHeader('content-type', 'text/xml; charset="ISO-8859-1"')
      response.end(Buffer.from('Grüße', 'latin1'))
    })
    expect(await fetchBody(origin, local)).toMatchObject({ text: 'Grüße', mediaType: 'text/xml' })
  })
})

describe('a body is refused', () => {
  test('that unpacks to more than the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000))
    const origin = await startServer((_, response) => {
      response.setHeader('content-encoding', 'gzip')
      response.end(bomb)
    })
    expect(bomb.length).toBeLessThan(10_000)
    await expect(fetchBody(origin, { ...local, maxBytes: 1_000_000 })).rejects.toThrow(
      failure('FETCH_TOO_LARGE', /larger than 1000000 bytes/),
    )
  })

  test('that goes on for ever', async () => {
    const origin = await startServer((_, response) => {
      const send = () => {
        while (!response.destroyed && response.write(Buffer.alloc(50_000)));
      }
      response.on('drain', send)
      send()
    })
    await expect(fetchBody(origin, { ...local, maxBytes: 1_000_000 })).rejects.toThrow(
      failure('FETCH_TOO_LARGE', /./),
    )
  })

  test('whose limit is exceeded by one byte, not one that just fits', async () => {
    const origin = await startServer((_, response) => void response.end('12345'))
    expect(await fetchBody(origin, { ...local, maxBytes: 5 })).toMatchObject({ text: '12345' })
    await expect(fetchBody(origin, { ...local, maxBytes: 4 })).rejects.toThrow(
      failure('FETCH_TOO_LARGE', /./),
    )
  })

  test.each([
    ['gzip', gzipSync('hello hello').subarray(0, 20), /cannot be fetched: unexpected end of file/],
    ['gzip', Buffer.from('not gzip'), /cannot be fetched: incorrect header check/],
    ['compress', Buffer.from('x'), /encoded as "compress"/],
    ['gzip, gzip, gzip', Buffer.from('x'), /encoded 3 times/],
  ])('whose encoding %s is broken or unknown', async (encoding, bytes, message) => {
    const origin = await startServer((_, response) => {
      response.setHeader('content-encoding', encoding)
      response.end(bytes)
    })
    await expect(fetchBody(origin, local)).rejects.toThrow(failure('FETCH_FAILED', message))
  })

  test('that breaks off', async () => {
    const origin = await startServer((_, response) => {
      response.setHeader('content-length', '1000')
      response.write('part', () => response.destroy())
    })
    await expect(fetchBody(origin, local)).rejects.toThrow(failure('FETCH_FAILED', /cannot be fetched/))
  })
})

describe('an answer', () => {
  test.each([
    [410, 'FETCH_GONE', /answered 410: its publisher removed it for good/],
    [404, 'FETCH_NOT_FOUND', /answered 404/],
    [400, 'FETCH_NOT_FOUND', /answered 400/],
    [403, 'FETCH_NOT_FOUND', /answered 403/],
    [408, 'FETCH_FAILED', /answered 408/],
    [425, 'FETCH_FAILED', /answered 425/],
    [429, 'FETCH_FAILED', /answered 429/],
    [503, 'FETCH_FAILED', /answered 503/],
    [304, 'FETCH_FAILED', /answered 304/],
  ])('of %d is %s', async (statusCode, code, message) => {
    const origin = await startServer((_, response) => void response.writeHead(statusCode).end('why'))
    await expect(fetchBody(`${origin}/a`, local)).rejects.toThrow(failure(code, message))
  })

  test('that nobody gives is FETCH_FAILED, and passwords stay out of the message', async () => {
    await expect(fetchBody('http://user:secret@127.0.0.1:1/feed', local)).rejects.toThrow(
      failure('FETCH_FAILED', /^http:\/\/127\.0\.0\.1:1\/feed cannot be fetched: .*ECONNREFUSED/),
    )
  })

  test('waited for in vain is interrupted by the signal', async () => {
    const controller = new AbortController()
    const origin = await startServer(() => {
      controller.abort()
    })
    await expect(fetchBody(origin, { ...local, signal: controller.signal })).rejects.toThrow(
      failure('INGEST_INTERRUPTED', /was interrupted/),
    )
  })
})

describe('redirects', () => {
  test('are followed; permanent ones up to the first that is not say where the source lives now', async () => {
    const steps: Record<string, [number, string]> = {
      '/a': [301, '/b'],
      '/b': [308, '/c?d=1'],
      '/c?d=1': [302, '/e'],
      '/e': [301, '/end'],
    }
    const origin = await startServer(({ url = '' }, response) => {
      const [statusCode, location] = steps[url] ?? [200, '']
      if (location !== '') response.setHeader('location', location)
      response.writeHead(statusCode).end(url)
    })
    expect(await fetchBody(`${origin}/a`, local)).toMatchObject({
      url: `${origin}/end`,
      permanentUrl: `${origin}/c?d=1`,
      text: '/end',
    })
    expect(await fetchBody(`${origin}/c?d=1`, local)).toMatchObject({
      url: `${origin}/end`,
      permanentUrl: null,
    })
  })

  test('that are permanent keep the password of a private feed within its host', async () => {
    const origin = await startServer(({ url, headers }, response) => {
      if (url === '/old') return void response.writeHead(308, { location: '/new' }).end()
      response.end(headers['if-none-match'])
    })
    const old = `${origin.replace('//', '//ann:pw@')}/old`
    const permanentUrl = `${origin.replace('//', '//ann:pw@')}/new`
    expect(await fetchBody(old, local)).toMatchObject({ url: `${origin}/new`, permanentUrl })
    expect(await fetchBody(permanentUrl, { ...local, etag: '"1"' })).toMatchObject({ text: '"1"' })
  })

  test('take validators to where a temporary one leads, and beyond a permanent one only back to where they are from', async () => {
    const seen: string[] = []
    const steps: Record<string, [number, string]> = {
      '/found': [302, '/feed'],
      '/moved': [301, '/feed'],
      '/moved-and-found': [308, '/found'],
      '/found-and-moved': [307, '/moved'],
    }
    const origin = await startServer(({ url = '', headers }, response) => {
      const { 'if-none-match': etag, 'if-modified-since': date } = headers
      seen.push(`${url} ${etag ?? '-'} ${date ?? '-'}`)
      const [statusCode, location] = steps[url] ?? [200, '']
      response.writeHead(statusCode, { location }).end()
    })
    const validators = { ...local, etag: '"1"', lastModified: 'then' }
    const askFor = async (path: string, validatedUrl: string | null = null) => {
      seen.length = 0
      await fetchBody(`${origin}${path}`, { ...validators, validatedUrl })
      return [...seen]
    }
    expect(await askFor('/found')).toEqual(['/found "1" then', '/feed "1" then'])
    expect(await askFor('/moved')).toEqual(['/moved "1" then', '/feed - -'])
    expect(await askFor('/moved-and-found')).toEqual(['/moved-and-found "1" then', '/found - -', '/feed - -'])
    expect(await askFor('/found-and-moved')).toEqual([
      '/found-and-moved "1" then',
      '/moved "1" then',
      '/feed - -',
    ])
    expect(await askFor('/moved', `${origin}/feed`)).toEqual(['/moved "1" then', '/feed "1" then'])
    expect(await askFor('/moved', `${origin}/older`)).toEqual(['/moved "1" then', '/feed - -'])
  })

  test('in a circle end after five', async () => {
    let requests = 0
    const origin = await startServer((_, response) => {
      requests++
      response.writeHead(302, { location: '/again' }).end()
    })
    await expect(fetchBody(origin, local)).rejects.toThrow(
      failure('FETCH_FAILED', /redirects more than 5 times/),
    )
    expect(requests).toBe(6)
  })

  test.each(['file:///etc/passwd', 'ftp://x.example/', 'javascript:alert(1)', 'http://'])(
    'to %s are not followed',
    async (location) => {
      const origin = await startServer((_, response) => void response.writeHead(302, { location }).end())
      await expect(fetchBody(origin, local)).rejects.toThrow(failure('FETCH_FAILED', /./))
    },
  )

  test('take a password along within a host and to no other', async () => {
    const seen: string[] = []
    const other = await startServer(({ headers }, response) => {
      seen.push(`other ${headers.authorization ?? 'nothing'}`)
      response.end()
    })
    const origin = await startServer(({ headers, url }, response) => {
      seen.push(`${url} ${headers.authorization ?? 'nothing'}`)
      response.writeHead(302, { location: url === '/1' ? '/2' : other }).end()
    })
    const fetched = await fetchBody(origin.replace('//', '//us%20er:pw@').concat('/1'), local)
    const basic = `Basic ${Buffer.from('us er:pw').toString('base64')}`
    expect(seen).toEqual([`/1 ${basic}`, `/2 ${basic}`, 'other nothing'])
    expect(fetched).toMatchObject({ url: `${other}/` })
  })
})

describe('without leave to fetch private addresses', () => {
  test.each([
    '127.0.0.1',
    'localhost',
    '[::1]',
    '2130706433',
    '0x7f.1',
    '169.254.169.254',
    '[::ffff:10.0.0.1]',
  ])('%s is refused before any connection', async (host) => {
    let connections = 0
    const origin = await startServer((_, response) => {
      connections++
      response.end()
    })
    const { port } = new URL(origin)
    await expect(fetchBody(`http://${host}:${port}/`, { allowPrivate: false })).rejects.toThrow(
      failure('FETCH_ADDRESS_FORBIDDEN', /is not on the public internet; set CUEPOINT_ALLOW_PRIVATE=1/),
    )
    expect(connections).toBe(0)
  })

  test.each(['not an address', 'ftp://x.example/a', 'file:///etc/passwd', '/etc/passwd'])(
    '%s is refused',
    async (location) => {
      await expect(fetchBody(location, { allowPrivate: false })).rejects.toThrow(
        failure('FETCH_FAILED', /is no http\(s\) address/),
      )
    },
  )
})
