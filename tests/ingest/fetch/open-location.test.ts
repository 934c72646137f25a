import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openLocation, type OpenedLocation } from '../../../ingest/fetch/open-location.js'
import { readReference } from '../../../ingest/fetch/read-reference.js'
import { startServer } from './local-server.js'

const options = { allowPrivate: true, dataFolder: '' }
const unchanged = { status: 'unchanged', permanentUrl: null }

async function aFolder(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return folder
}

async function open(location: string, bodyHash: string | null = null): Promise<OpenedLocation> {
  const opened = await openLocation(location, { bodyHash }, options)
  if (opened.status === 'unchanged') throw new Error(`${location} is unchanged`)
  return opened
}

const failure = (code: string, message: RegExp): Error =>
  expect.objectContaining({ code, message: expect.stringMatching(message) as string }) as Error

describe('openLocation', () => {
  test('reads a file by its path or address, once', async () => {
    const folder = await aFolder({ 'feed.xml': '<rss/>' })
    const path = join(folder, 'feed.xml')
    const opened = await open(path)
    expect(opened).toMatchObject({
      status: 'ok',
      body: { isFolder: false, location: path, name: 'feed.xml', mediaType: null, text: '<rss/>' },
      permanentUrl: null,
      etag: null,
      lastModified: null,
      issues: [],
    })
    expect((await open(pathToFileURL(path).href)).body).toEqual(opened.body)
    expect(await openLocation(path, { bodyHash: opened.bodyHash }, options)).toMatchObject(unchanged)
  })

  test('lists what may be of interest in a folder, sorted, and nothing else', async () => {
    const folder = await aFolder({
      'b.md': 'B',
      'a/z.markdown': 'Z',
      '_posts/c.MD': 'C',
      '_config.yml': 'title: T',
      'a/_config.yml': 'no',
      '.hidden.md': 'no',
      '.git/x.md': 'no',
      '_site/x.md': 'no',
      'node_modules/x.md': 'no',
      'image.png': 'picture',
      'program.exe': 'no',
    })
    const outside = await aFolder({ 'secret.md': 'no' })
    await symlink(join(outside, 'secret.md'), join(folder, 'link.md'))
    await symlink(outside, join(folder, 'linked'))
    const { body } = await open(folder)
    if (!body.isFolder) throw new Error('a folder was read as a file')
    expect(body.location).toBe(folder)
    const read = body.files.map(async (file) => ({ path: file.path, text: await file.read() }))
    expect(await Promise.all(read)).toEqual([
      { path: '_config.yml', text: 'title: T' },
      { path: '_posts/c.MD', text: 'C' },
      { path: 'a/z.markdown', text: 'Z' },
      { path: 'b.md', text: 'B' },
      { path: 'image.png', text: 'picture' },
    ])
  })

  test('a folder changes with the name or text of a file of interest, not with other files', async () => {
    const folder = await aFolder({ 'a.md': 'A', 'b.md': 'B' })
    const { bodyHash } = await open(folder)
    await writeFile(join(folder, 'c.exe'), 'C')
    expect(await openLocation(folder, { bodyHash }, options)).toMatchObject(unchanged)
    await writeFile(join(folder, 'b.md'), 'C')
    const second = await open(folder, bodyHash)
    await rm(join(folder, 'b.md'))
    await writeFile(join(folder, 'd.md'), 'C')
    await open(folder, second.bodyHash)
  })

  test('reads a source on the web and recognizes it by validators, else by its bytes', async () => {
    const origin = await startServer(({ headers, url }, response) => {
      if (url === '/old') return void response.writeHead(301, { location: '/feed.xml' }).end()
      if (headers['if-none-match'] === '"1"') return void response.writeHead(304).end()
      response.setHeader('etag', '"1"').end('<rss/>')
    })
    const opened = await open(`${origin}/old`)
    expect(opened).toMatchObject({
      body: {
        isFolder: false,
        location: `${origin}/feed.xml`,
        name: 'feed.xml',
        mediaType: null,
        text: '<rss/>',
      },
      permanentUrl: `${origin}/feed.xml`,
      etag: '"1"',
    })
    for (const known of [{ etag: '"1"' }, { bodyHash: opened.bodyHash }])
      expect(await openLocation(`${origin}/feed.xml`, known, options)).toMatchObject(unchanged)
  })

  test.each([
    [
      '/no/such/file',
      'SOURCE_UNREADABLE',
      /^\/no\/such\/file cannot be read: there is no such file or folder/,
    ],
    ['ftp://x.example/feed', 'SOURCE_UNREADABLE', /a source is an http\(s\) address or a path/],
    ['file://host/feed', 'SOURCE_UNREADABLE', /cannot be read/],
    ['/dev/null', 'SOURCE_UNREADABLE', /\/dev\/null is no regular file/],
  ])('%s is refused as %s', async (location, code, message) => {
    await expect(openLocation(location, {}, options)).rejects.toThrow(failure(code, message))
  })
})

describe('readReference', () => {
  test('reads a file of the folder of a local source', async () => {
    const folder = await aFolder({ 'feed.xml': '<rss/>', 't/a.vtt': 'WEBVTT' })
    const url = pathToFileURL(join(folder, 't/a.vtt')).href
    const read = await readReference(url, { location: join(folder, 'feed.xml'), isFolder: false }, options)
    expect(read).toMatchObject({
      status: 'ok',
      url,
      text: 'WEBVTT',
      mediaType: 'text/vtt',
      etag: null,
      lastModified: null,
    })
  })

  test('follows a link that stays inside, and none that leads outside', async () => {
    const outside = await aFolder({ 'secret.vtt': 'WEBVTT' })
    const folder = await aFolder({ 'feed.xml': '<rss/>', 'real.vtt': 'WEBVTT inside' })
    await symlink(join(folder, 'real.vtt'), join(folder, 'inside.vtt'))
    await symlink(join(outside, 'secret.vtt'), join(folder, 'outside.vtt'))
    await symlink(outside, join(folder, 'away'))
    const base = { location: join(folder, 'feed.xml'), isFolder: false }
    const at = (path: string) => pathToFileURL(join(folder, path)).href
    expect(await readReference(at('inside.vtt'), base, options)).toMatchObject({ text: 'WEBVTT inside' })
    for (const path of ['outside.vtt', 'away/secret.vtt'])
      await expect(readReference(at(path), base, options)).rejects.toThrow(
        failure('PATH_OUTSIDE_SOURCE', /is a link to a place outside/),
      )
    await expect(
      readReference(pathToFileURL(join(outside, 'secret.vtt')).href, base, options),
    ).rejects.toThrow(failure('PATH_OUTSIDE_SOURCE', /lies outside the folder/))
  })

  test('a source on the web has no files', async () => {
    const base = { location: 'https://x.example/feed.xml', isFolder: false }
    await expect(readReference('file:///etc/hostname', base, options)).rejects.toThrow(
      failure('PATH_OUTSIDE_SOURCE', /names a local file/),
    )
  })

  test('reads an address on the web under the same guard as a source', async () => {
    const origin = await startServer(
      (_, response) => void response.setHeader('content-type', 'text/vtt').end('WEBVTT'),
    )
    const base = { location: '/shows/feed.xml', isFolder: false }
    expect(await readReference(`${origin}/a`, base, options)).toMatchObject({
      text: 'WEBVTT',
      mediaType: 'text/vtt',
    })
    await expect(readReference(`${origin}/a`, base, { allowPrivate: false })).rejects.toThrow(
      failure('FETCH_ADDRESS_FORBIDDEN', /./),
    )
  })

  test('a file that is too large or missing is refused by name', async () => {
    const folder = await aFolder({ 'feed.xml': '<rss/>', 'a.vtt': '12345' })
    const base = { location: join(folder, 'feed.xml'), isFolder: false }
    const at = (path: string) => pathToFileURL(join(folder, path)).href
    await expect(readReference(at('a.vtt'), base, { ...options, maxBytes: 4 })).rejects.toThrow(
      failure('FETCH_TOO_LARGE', /a\.vtt is larger than 4 bytes/),
    )
    await expect(readReference(at('b.vtt'), base, options)).rejects.toThrow(
      failure('SOURCE_UNREADABLE', /ENOENT/),
    )
  })
})
