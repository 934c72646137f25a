import { describe, expect, test } from 'vitest'
import { addSources } from '../../ingest/add-source.js'
import { startServer } from './fetch/local-server.js'
import { aFeed, aLibrary, aVtt, type PulledLibrary } from './pulled-feed.js'

/** Sources whose address leads, for a while or for good, to another one. */

const spoken = 'Search finds the moment where something was said.'

const feed = (title = 'A show') =>
  aFeed(title, [
    { guid: 'a', day: 1, transcript: '/a.vtt' },
    { guid: 'b', day: 2 },
  ])

/** A library with one feed of two episodes, pulled. */
async function aPulledLibrary(): Promise<PulledLibrary & { sourceId: string }> {
  const library = await aLibrary()
  library.pages.set('/feed.xml', { body: feed() })
  library.pages.set('/a.vtt', { body: aVtt(spoken) })
  const sourceId = await library.add()
  await library.pull(sourceId)
  library.requests.length = 0
  return { ...library, sourceId }
}

describe('a source that moves', () => {
  test('by a temporary redirect has its relative addresses where that leads, at each pull', async () => {
    const library = await aLibrary()
    library.pages.set('/feed', { status: 302, headers: { location: '/blog/rss/feed.xml' } })
    const body = aFeed('A show', [
      { guid: 'a', day: 1, transcript: 'a.vtt' },
      { guid: 'b', day: 2 },
    ]).replace(/<guid>(.)<\/guid>/g, '<link>../$1.html</link>')
    library.pages.set('/blog/rss/feed.xml', { body })
    library.pages.set('/blog/rss/a.vtt', { body: aVtt(spoken) })
    const sourceId = await library.add('/feed')
    expect(await library.pull(sourceId)).toMatchObject({ step: '2 new or changed' })
    const seq = await library.catalog.latestSeq()
    for (const pull of ['second', 'third']) {
      library.requests.length = 0
      expect(await library.pull(sourceId), pull).toMatchObject({ step: 'unchanged', issues: [{}] })
      expect(library.requests).toEqual(['302 /feed', '304 /blog/rss/feed.xml', '304 /blog/rss/a.vtt'])
    }
    expect(await library.catalog.latestSeq()).toBe(seq)
    const { documents } = await library.catalog.listDocuments({}, { limit: 9, cursor: null })
    expect(documents.map(({ url }) => url)).toEqual(
      ['b', 'a'].map((name) => `${library.origin}/blog/${name}.html`),
    )
  })

  test('for good is read there, though it is older than what was read at its old address', async () => {
    const library = await aLibrary()
    const asked: string[] = []
    const episodes = [{ guid: 'a', day: 1 }]
    let hasMoved = false
    const origin = await startServer(({ url = '', headers }, response) => {
      const since = headers['if-modified-since']
      asked.push(`${url} ${since ?? '-'}`)
      if (url === '/old.xml' && hasMoved) return void response.writeHead(301, { location: '/new.xml' }).end()
      const date = new Date(Date.UTC(2026, 0, url === '/old.xml' ? 20 : 10)).toUTCString()
      if (since !== undefined && Date.parse(since) >= Date.parse(date))
        return void response.writeHead(304).end()
      const listed = url === '/old.xml' ? episodes : [...episodes, { guid: 'b', day: 2 }]
      response.writeHead(200, { 'last-modified': date }).end(aFeed('A show', listed))
    })
    const [found] = await addSources([`${origin}/old.xml`], {
      catalog: library.catalog,
      allowPrivate: true,
      dataFolder: '',
    })
    const sourceId = found?.source.id ?? ''
    await library.pull(sourceId)
    hasMoved = true
    expect(await library.pull(sourceId)).toMatchObject({ step: '1 new or changed', documentsTotal: 2 })
    asked.length = 0
    expect(await library.pull(sourceId)).toMatchObject({ step: 'unchanged' })
    expect(asked).toEqual(['/new.xml Sat, 10 Jan 2026 00:00:00 GMT'])
  })

  test('for good has the validators of its new address, also when nothing has changed in it', async () => {
    const library = await aPulledLibrary()
    library.pages.set('/new.xml', { body: feed(), headers: { etag: '"new"' } })
    library.pages.set('/feed.xml', { status: 301, headers: { location: '/new.xml' } })
    await library.pull(library.sourceId)
    expect(await library.catalog.findSource(library.sourceId)).toMatchObject({
      location: `${library.origin}/new.xml`,
      etag: '"new"',
    })
  })

  test('by a temporary redirect keeps the address it was given', async () => {
    const library = await aLibrary()
    library.pages.set('/old.xml', { status: 302, headers: { location: '/feed.xml' } })
    library.pages.set('/feed.xml', { body: feed() })
    const sourceId = await library.add('/old.xml')
    await library.pull(sourceId)
    expect((await library.catalog.findSource(sourceId))?.location).toBe(`${library.origin}/old.xml`)
  })

  test('for good is asked at its new address from then on, also when nothing has changed in it', async () => {
    const library = await aPulledLibrary()
    library.pages.set('/new.xml', { body: feed() })
    library.pages.set('/feed.xml', { status: 301, headers: { location: '/new.xml' } })
    await library.pull(library.sourceId)
    expect(library.requests).toEqual(['301 /feed.xml', '200 /new.xml', '304 /a.vtt'])
    library.requests.length = 0
    await library.pull(library.sourceId)
    expect(library.requests).toEqual(['304 /new.xml', '304 /a.vtt'])
    expect((await library.catalog.findSource(library.sourceId))?.location).toBe(`${library.origin}/new.xml`)
  })

  test('for good forgets the validators of its old address, also when the pull is not complete', async () => {
    const library = await aPulledLibrary()
    library.pages.set('/new.xml', { body: aFeed('A show', [{ guid: 'c', day: 3, transcript: '/c.vtt' }]) })
    library.pages.set('/c.vtt', { status: 503 })
    library.pages.set('/feed.xml', { status: 301, headers: { location: '/new.xml' } })
    await library.pull(library.sourceId)
    expect(await library.catalog.findSource(library.sourceId)).toMatchObject({
      location: `${library.origin}/new.xml`,
      etag: null,
      lastModified: null,
      bodyHash: null,
    })
  })

  test('to where another source is fails with what to do, and brings nothing in twice', async () => {
    const library = await aPulledLibrary()
    library.pages.set('/other.xml', { body: feed('Another') })
    const other = await library.add('/other.xml')
    library.pages.set('/other.xml', { status: 308, headers: { location: '/feed.xml' } })
    const job = await library.pull(other)
    expect(job).toMatchObject({ status: 'failed', error: { code: 'SOURCE_DUPLICATE' } })
    expect(job.error?.message).toMatch(
      /which is in the library already as “A show” .*: remove one of the two/,
    )
    expect((await library.catalog.counts()).documents.episode).toBe(2)
  })
})
