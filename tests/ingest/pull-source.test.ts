import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { addSources } from '../../ingest/add-source.js'
import { documentId } from '../../src/domain/ids.js'
import { aFeed, aLibrary, aVtt, type PulledLibrary } from './pulled-feed.js'

const spoken = 'Search finds the moment where something was said.'

/** A library with one feed of two episodes, pulled; only the first has a transcript. */
async function aPulledLibrary(): Promise<
  PulledLibrary & { sourceId: string; first: string; second: string }
> {
  const library = await aLibrary()
  library.pages.set('/feed.xml', { body: feed() })
  library.pages.set('/a.vtt', { body: aVtt(spoken, 'And nothing else.') })
  const sourceId = await library.add()
  await library.pull(sourceId)
  library.requests.length = 0
  const { guid = '' } = (await library.catalog.findSource(sourceId)) ?? {}
  return { ...library, sourceId, first: documentId(guid, 'a'), second: documentId(guid, 'b') }
}

const feed = (title = 'A show', extra = '') =>
  aFeed(
    title,
    [
      { guid: 'a', day: 1, transcript: '/a.vtt' },
      { guid: 'b', day: 2 },
    ],
    extra,
  )

const texts = async ({ catalog }: PulledLibrary, id: string) =>
  (await catalog.readCues(id)).map(({ text }) => text)

describe('what did not change', () => {
  test('costs one conditional request each, for the feed and for what it refers to', async () => {
    const library = await aPulledLibrary()
    expect(await library.pull(library.sourceId)).toMatchObject({
      status: 'done',
      step: 'unchanged',
      documentsDone: 2,
      documentsTotal: 2,
    })
    expect(library.requests).toEqual(['304 /feed.xml', '304 /a.vtt'])
  })

  test('is read again where a transcript changed under a feed that did not', async () => {
    const library = await aPulledLibrary()
    library.pages.set('/a.vtt', { body: aVtt('Nothing of this was said before.') })
    expect(await library.pull(library.sourceId)).toMatchObject({ status: 'done', step: '1 new or changed' })
    expect(await texts(library, library.first)).toEqual(['Nothing of this was said before.'])
  })

  test('is not written again when the feed changed around it and its transcript answers 304', async () => {
    const library = await aPulledLibrary()
    const seq = await library.catalog.latestSeq()
    const stored = await library.catalog.findReference(library.sourceId, `${library.origin}/a.vtt`)
    library.pages.set('/feed.xml', { body: feed('A show', '<copyright>new</copyright>') })
    expect(await library.pull(library.sourceId)).toMatchObject({ status: 'done', step: '0 new or changed' })
    expect(library.requests).toEqual(['200 /feed.xml', '304 /a.vtt'])
    expect(await library.catalog.latestSeq()).toBe(seq)
    const asked = await library.catalog.findReference(library.sourceId, `${library.origin}/a.vtt`)
    expect(asked).toEqual({ ...stored, fetchedAt: asked?.fetchedAt })
  })

  test('is not embedded again: of a changed transcript only the changed sentences are', async () => {
    const library = await aPulledLibrary()
    library.embedder.embedded.length = 0
    library.pages.set('/feed.xml', { body: feed('A show', '<copyright>new</copyright>') })
    library.pages.set('/a.vtt', { body: aVtt(spoken, 'And one thing more.') })
    expect(await library.pull(library.sourceId)).toMatchObject({ step: '1 new or changed' })
    expect(await texts(library, library.first)).toEqual([spoken, 'And one thing more.'])
    expect(library.embedder.embedded).toContain('And one thing more.')
    expect(library.embedder.embedded).not.toContain(spoken)
  })
})

describe('a transcript whose server is in trouble', () => {
  test.each([
    ['is down', { status: 503 }, 'FETCH_FAILED'],
    ['lost it', { status: 404 }, 'FETCH_NOT_FOUND'],
    ['says that it is gone', { status: 410 }, 'FETCH_GONE'],
    [
      'sends a page in its place',
      { body: '<html><body>Sign in</body></html>' },
      'TRANSCRIPT_TYPE_UNSUPPORTED',
    ],
    ['sends nothing', { body: '' }, 'TRANSCRIPT_EMPTY'],
  ])('stays as it was when the server %s', async (_, answer, code) => {
    const library = await aPulledLibrary()
    library.pages.set('/feed.xml', { body: feed('Renamed') })
    library.pages.set('/a.vtt', answer)
    const job = await library.pull(library.sourceId)
    expect(job).toMatchObject({ status: 'done' })
    expect(job.issues.map((issue) => issue.code).sort()).toEqual([code, 'TRANSCRIPT_MISSING'].sort())
    expect(await texts(library, library.first)).toEqual([spoken, 'And nothing else.'])
    // The document is whole, so the feed counts as read.
    library.requests.length = 0
    expect(await library.pull(library.sourceId)).toMatchObject({ step: 'unchanged' })
  })

  test('that was never there is asked for until it is, also when the feed stays the same', async () => {
    const library = await aLibrary()
    library.pages.set('/feed.xml', { body: feed() })
    const sourceId = await library.add()
    await library.pull(sourceId)
    library.pages.set('/a.vtt', { body: aVtt(spoken) })
    library.requests.length = 0
    expect(await library.pull(sourceId)).toMatchObject({ step: '1 new or changed' })
    expect(library.requests).toEqual(['304 /feed.xml', '200 /a.vtt'])
    expect(await library.pull(sourceId)).toMatchObject({ step: 'unchanged' })
  })
})

describe('a transcript that its server does not give', () => {
  const second = '<podcast:transcript url="/b.srt" type="application/srt"/>'
  const aSrt = (text: string) => `1\n00:00:00,000 --> 00:00:10,000\n${text}\n`
  const feedOfTwo = (title: string) =>
    aFeed('A show', [{ guid: 'a', day: 1, transcript: '/a.vtt' }])
      .replace('</item>', `${second}</item>`)
      .replace('Episode a', title)

  test.each([404, 403, 503])(
    'by %d does not keep the document from changing with another one',
    async (status) => {
      const library = await aLibrary()
      library.pages.set('/feed.xml', { body: feedOfTwo('Before') })
      library.pages.set('/a.vtt', { status })
      library.pages.set('/b.srt', { body: aSrt(spoken) })
      const sourceId = await library.add()
      expect(await library.pull(sourceId)).toMatchObject({ step: '1 new or changed' })

      library.pages.set('/feed.xml', { body: feedOfTwo('After') })
      library.pages.set('/b.srt', { body: aSrt('Corrected.') })
      expect(await library.pull(sourceId)).toMatchObject({ step: '1 new or changed' })
      const { documents } = await library.catalog.listDocuments({}, { limit: 9, cursor: null })
      expect(documents.map(({ title }) => title)).toEqual(['After'])
      expect(await texts(library, documents[0]?.id ?? '')).toEqual(['Corrected.'])
    },
  )

  test('by 404 does not keep the document from changing when there is no other', async () => {
    const library = await aLibrary()
    const episodes = [{ guid: 'a', day: 1, transcript: '/a.vtt' }]
    library.pages.set('/feed.xml', { body: aFeed('A show', episodes) })
    const sourceId = await library.add()
    await library.pull(sourceId)
    library.pages.set('/feed.xml', { body: aFeed('A show', episodes).replace('Episode a', 'After') })
    expect(await library.pull(sourceId)).toMatchObject({ step: '1 new or changed' })
  })
})

describe('a source that is gone', () => {
  test('has its documents withdrawn, is remembered as gone, and comes back whole', async () => {
    const library = await aPulledLibrary()
    const statuses = async () =>
      [...(await library.catalog.readKnownDocuments(library.sourceId)).values()].map(({ status }) => status)
    library.pages.set('/feed.xml', { status: 410 })
    const job = await library.pull(library.sourceId)
    expect(job).toMatchObject({
      status: 'done',
      step: 'gone for good, 2 withdrawn',
      issues: [{ code: 'FETCH_GONE' }],
    })
    expect(await statuses()).toEqual(['withdrawn', 'withdrawn'])
    const { goneAt } = (await library.catalog.findSource(library.sourceId)) ?? {}
    expect(goneAt).toMatch(/^\d{4}-/)
    expect(await library.pull(library.sourceId)).toMatchObject({ step: 'gone for good' })
    expect((await library.catalog.findSource(library.sourceId))?.goneAt).toBe(goneAt)

    library.pages.set('/feed.xml', { body: feed() })
    await library.pull(library.sourceId)
    expect(await statuses()).toEqual(['present', 'present'])
    expect((await library.catalog.findSource(library.sourceId))?.goneAt).toBeNull()
  })

  test.each([
    [404, 'FETCH_NOT_FOUND'],
    [500, 'FETCH_FAILED'],
  ])('is not told by %d: that is a failure, and all stays', async (status, code) => {
    const library = await aPulledLibrary()
    library.pages.set('/feed.xml', { status })
    expect(await library.pull(library.sourceId)).toMatchObject({
      status: 'failed',
      error: { code },
    })
    expect((await library.catalog.listDocuments({}, { limit: 9, cursor: null })).total).toBe(2)
  })
})

describe('a document that the feed lists no more', () => {
  const three = ['a', 'b', 'c'].map((guid, index) => ({ guid, day: index + 1 }))
  const aLibraryOfThree = async () => {
    const library = await aLibrary()
    library.pages.set('/feed.xml', { body: aFeed('A show', three) })
    const sourceId = await library.add()
    await library.pull(sourceId)
    return { ...library, sourceId }
  }

  test('is withdrawn when older ones are still there', async () => {
    const library = await aLibraryOfThree()
    library.pages.set('/feed.xml', {
      body: aFeed(
        'A show',
        three.filter(({ guid }) => guid !== 'b'),
      ),
    })
    expect(await library.pull(library.sourceId)).toMatchObject({ step: '0 new or changed, 1 withdrawn' })
  })

  test('stays when the feed was read by half only', async () => {
    const library = await aLibraryOfThree()
    // An item without title, sound and text cannot be read, so it may be the one that is missed.
    library.pages.set('/feed.xml', {
      body: aFeed(
        'A show',
        three.filter(({ guid }) => guid !== 'b'),
        '<item></item>',
      ),
    })
    const job = await library.pull(library.sourceId)
    expect(job.issues.map(({ code }) => code)).toContain('FEED_ITEM_INVALID')
    expect(job).toMatchObject({ status: 'done', step: '0 new or changed' })
    expect((await library.catalog.listDocuments({}, { limit: 9, cursor: null })).total).toBe(3)
  })
})

describe('a job', () => {
  test('that meets a bug says so by a code of its own, with the stack on stderr', async () => {
    const library = await aPulledLibrary()
    library.pages.set('/feed.xml', { body: feed('Renamed') })
    vi.spyOn(library.catalog, 'readKnownDocuments').mockRejectedValue(new TypeError('x is not a function'))
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    onTestFinished(() => void vi.restoreAllMocks())
    const job = await library.pull(library.sourceId)
    const written = stderr.mock.calls.map(([text]) => String(text)).join('')
    expect(job).toMatchObject({ status: 'failed', error: { code: 'INGEST_FAILED' } })
    expect(job.error?.message).toContain('x is not a function')
    expect(written).toMatch(/^TypeError: x is not a function\n +at /)
  })

  test('that is interrupted waits to be taken up, with what is done kept', async () => {
    const library = await aLibrary()
    const controller = new AbortController()
    const episodes = Array.from({ length: 12 }, (_, index) => ({ guid: `e${index}`, day: index + 1 }))
    library.pages.set('/feed.xml', { body: aFeed('A show', episodes) })
    const sourceId = await library.add()
    const write = library.catalog.writeDocument.bind(library.catalog)
    let written = 0
    vi.spyOn(library.catalog, 'writeDocument').mockImplementation((document) => {
      written += 1
      if (written === 5) controller.abort()
      return write(document)
    })
    const job = await library.pull(sourceId, controller.signal)
    expect(job).toMatchObject({ status: 'queued', finishedAt: null, error: null })
    const first = written
    expect(first).toBeLessThan(9)
    expect(await library.pull(sourceId)).toMatchObject({
      id: job.id,
      status: 'done',
      step: `${12 - first} new or changed`,
    })
    expect((await library.catalog.counts()).documents.episode).toBe(12)
  })

  test('of a private feed shows neither its password nor its token', async () => {
    const library = await aLibrary()
    const path = '/feed.xml?auth=s3cret'
    library.pages.set(path, {
      body: aFeed('A show', [{ guid: 'a', day: 1, transcript: '/a.vtt?token=s3cret' }]),
    })
    const [scheme, rest] = library.origin.split('//')
    const [found] = await addSources([`${scheme}//ann:s3cret@${rest}${path}`], {
      catalog: library.catalog,
      allowPrivate: true,
      dataFolder: '',
    })
    const sourceId = found?.source.id ?? ''
    const incomplete = await library.pull(sourceId)
    library.pages.set(path, { status: 500 })
    const failed = await library.pull(sourceId)
    expect([incomplete.issues[0]?.code, failed.error?.code]).toEqual(['FETCH_NOT_FOUND', 'FETCH_FAILED'])
    expect(JSON.stringify([incomplete, failed])).not.toContain('s3cret')
    expect(failed.error?.message).toContain('/feed.xml?auth=… answered 500')
  })
})

test('a transcript host that does not exist any more costs a pull no document', async () => {
  const library = await aLibrary()
  const host = createServer((_, response) => response.end(aVtt(spoken)))
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
  const transcript = `http://127.0.0.1:${(host.address() as AddressInfo).port}/a.vtt`
  const episodes = [{ guid: 'a', day: 1, transcript }]
  library.pages.set('/feed.xml', { body: aFeed('A show', episodes) })
  const sourceId = await library.add()
  await library.pull(sourceId)
  host.closeAllConnections()
  await new Promise((resolve) => host.close(resolve))
  library.pages.set('/feed.xml', { body: aFeed('Renamed', [...episodes, { guid: 'b', day: 2 }]) })
  const job = await library.pull(sourceId)
  expect(job).toMatchObject({ status: 'done', step: '1 new or changed', documentsDone: 2 })
  expect(job.issues.find(({ code }) => code === 'FETCH_FAILED')?.message).toMatch(
    /cannot be fetched: .*ECONNREFUSED.*; what was read of it last is used$/,
  )
  const { guid = '' } = (await library.catalog.findSource(sourceId)) ?? {}
  expect(await texts(library, documentId(guid, 'a'))).toEqual([spoken])
})
