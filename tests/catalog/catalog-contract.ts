import { describe, expect, onTestFinished, test } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.js'
import { noCorrections } from '../../src/domain/corrections.js'
import { aDocument, aPassage, aSource, aWrite } from '../builders/documents.js'

/** What every catalog must do, whatever database is underneath. */
export function describeCatalog(name: string, open: () => Promise<Catalog>): void {
  const openForTest = async (): Promise<Catalog> => {
    const catalog = await open()
    onTestFinished(() => catalog.close())
    return catalog
  }
  const withSource = async (): Promise<Catalog> => {
    const catalog = await openForTest()
    await catalog.addSources([aSource()])
    return catalog
  }

  describe(`${name}: sources`, () => {
    test('a source is found as it was added', async () => {
      const catalog = await openForTest()
      const source = aSource({ title: 'A show', etag: '"1"' })
      expect(await catalog.addSources([source])).toEqual([{ source, added: true }])
      expect(await catalog.findSource(source.id)).toEqual(source)
      expect(await catalog.listSources()).toEqual([source])
    })

    test('adding the same location or the same guid gives the known source', async () => {
      const catalog = await withSource()
      const moved = aSource({ id: 'other', guid: aSource().guid })
      const renamed = aSource({ id: 'third', location: aSource().location, guid: 'other guid' })
      const known = { source: aSource(), added: false }
      expect(await catalog.addSources([moved, renamed])).toEqual([known, known])
    })

    test('an update changes the named fields only', async () => {
      const catalog = await withSource()
      await catalog.updateSource('source-1', { title: 'New', etag: null, bodyHash: 'abc' })
      expect(await catalog.findSource('source-1')).toEqual(aSource({ title: 'New', bodyHash: 'abc' }))
    })

    test('a source cannot move to where another one is', async () => {
      const catalog = await withSource()
      await catalog.addSources([aSource({ id: 'source-2', title: 'The other' })])
      const move = catalog.updateSource('source-1', {
        title: 'New',
        location: aSource({ id: 'source-2' }).location,
      })
      await expect(move).rejects.toMatchObject({
        code: 'SOURCE_DUPLICATE',
        message: expect.stringContaining('“The other” (source-2)') as string,
      })
      expect(await catalog.findSource('source-1')).toEqual(aSource())
      await catalog.updateSource('source-1', { location: aSource().location, title: 'Stays' })
      expect((await catalog.findSource('source-1'))?.title).toBe('Stays')
    })

    test('what a source refers to is kept by its address, replaced, and goes with the source', async () => {
      const catalog = await withSource()
      const url = 'https://example.org/a.vtt'
      const reference = {
        text: 'WEBVTT Grüße 日本',
        mediaType: 'text/vtt',
        etag: '"1"',
        lastModified: null,
        bodyHash: 'abc',
        fetchedAt: '2026-01-01T00:00:00.000Z',
        finalUrl: 'https://cdn.example.org/a.vtt',
      }
      await catalog.saveReference('source-1', url, reference)
      expect(await catalog.findReference('source-1', url)).toEqual(reference)
      const newer = { ...reference, text: '', mediaType: null, etag: null, lastModified: 'then' }
      await catalog.saveReference('source-1', url, newer)
      expect(await catalog.findReference('source-1', url)).toEqual(newer)
      expect(await catalog.findReference('source-2', url)).toBeNull()
      await catalog.removeSource('source-1')
      expect(await catalog.findReference('source-1', url)).toBeNull()
      await catalog.saveReference('source-1', url, reference)
      expect(await catalog.findReference('source-1', url)).toBeNull()
    })

    test('removing a source removes its documents and leaves tombstones', async () => {
      const catalog = await withSource()
      await catalog.writeDocument(aWrite())
      const seq = await catalog.latestSeq()
      await catalog.enqueueJob('source-1')
      expect(await catalog.removeSource('source-1')).toBe(true)
      expect(await catalog.findDocument('document-1')).toBeNull()
      expect(await catalog.readPassages('document-1')).toEqual([])
      expect(await catalog.changesSince(seq, 10)).toEqual([{ seq: seq + 1, documentId: 'document-1' }])
      expect(await catalog.removeSource('source-1')).toBe(false)
    })
  })

  describe(`${name}: documents`, () => {
    test('a document comes back whole', async () => {
      const catalog = await withSource()
      const document = aDocument({
        people: [{ name: 'Ada', role: 'host' }],
        chapters: [{ startMs: 0, endMs: null, title: 'Start', url: null }],
        enclosure: { url: 'https://example.org/a.mp3', mediaType: 'audio/mpeg', sizeBytes: 123 },
        series: { title: 'Series', part: 2 },
      })
      const write = aWrite({ document })
      expect(await catalog.writeDocument(write)).toEqual({ changed: true })
      expect(await catalog.findDocument(document.id)).toEqual(document)
      expect(await catalog.readCues(document.id)).toEqual(write.cues)
      expect(await catalog.readPassages(document.id)).toEqual(write.passages)
    })

    test('the present documents of one kind of a source are listed with their titles and dates', async () => {
      const catalog = await withSource()
      await catalog.addSources([aSource({ id: 'source-2' })])
      const documents = [
        aDocument({ id: 'first', title: 'First' }),
        aDocument({ id: 'undated', title: 'Undated', publishedAt: null }),
        aDocument({ id: 'gone', status: 'withdrawn' }),
        aDocument({ id: 'short', kind: 'short' }),
        aDocument({ id: 'elsewhere', sourceId: 'source-2' }),
      ]
      for (const document of documents) await catalog.writeDocument(aWrite({ document }))
      const siblings = await catalog.listSiblings({ sourceId: 'source-1', kind: 'episode' })
      expect(siblings.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
        { id: 'first', title: 'First', publishedAt: '2026-01-02T00:00:00.000Z' },
        { id: 'undated', title: 'Undated', publishedAt: null },
      ])
    })

    test('writing the same content again changes nothing, not even the change sequence', async () => {
      const catalog = await withSource()
      await catalog.writeDocument(aWrite())
      const seq = await catalog.latestSeq()
      expect(await catalog.writeDocument(aWrite())).toEqual({ changed: false })
      expect(await catalog.latestSeq()).toBe(seq)
    })

    test('a changed document is listed once, with its newest number', async () => {
      const catalog = await withSource()
      await catalog.writeDocument(aWrite())
      await catalog.writeDocument(aWrite({ document: aDocument({ id: 'document-2' }), contentHash: 'b' }))
      await catalog.writeDocument(aWrite({ contentHash: 'content-2' }))
      expect(await catalog.changesSince(0, 10)).toEqual([
        { seq: 2, documentId: 'document-2' },
        { seq: 3, documentId: 'document-1' },
      ])
      expect(await catalog.changesSince(2, 10)).toEqual([{ seq: 3, documentId: 'document-1' }])
    })

    test('a rewritten document keeps none of its old passages', async () => {
      const catalog = await withSource()
      await catalog.writeDocument(aWrite({ passages: [aPassage(), aPassage({ ordinal: 1 })] }))
      const passages = [aPassage({ text: 'Another text.' })]
      await catalog.writeDocument(aWrite({ passages, contentHash: 'content-2' }))
      expect(await catalog.readPassages('document-1')).toEqual(passages)
    })

    test('a write that fails half way leaves no trace', async () => {
      const catalog = await withSource()
      const twice = [aPassage(), aPassage()]
      await expect(catalog.writeDocument(aWrite({ passages: twice }))).rejects.toThrow()
      expect(await catalog.findDocument('document-1')).toBeNull()
      expect(await catalog.latestSeq()).toBe(0)
    })

    test('a withdrawn document is marked once and no longer listed', async () => {
      const catalog = await withSource()
      await catalog.writeDocument(aWrite())
      await catalog.setDocumentStatus('document-1', 'withdrawn')
      await catalog.setDocumentStatus('document-1', 'withdrawn')
      expect(await catalog.latestSeq()).toBe(2)
      expect((await catalog.listDocuments({}, { limit: 9, cursor: null })).total).toBe(0)
      expect((await catalog.readKnownDocuments('source-1')).get('guid-of-document-1')).toEqual({
        id: 'document-1',
        contentHash: 'content-1',
        publishedAt: '2026-01-02T00:00:00.000Z',
        status: 'withdrawn',
      })
    })
  })

  describe(`${name}: passages and vectors`, () => {
    const space = { identity: 'model-a', role: 'passage' } as const

    test('passages come in the order asked for, with their neighbours', async () => {
      const catalog = await withSource()
      const passages = [0, 1, 2].map((ordinal) => aPassage({ ordinal }))
      await catalog.writeDocument(aWrite({ passages }))
      const ids = passages.map(({ id }) => id)
      expect(await catalog.findPassages([ids[2] ?? '', 'unknown', ids[0] ?? ''])).toEqual([
        passages[2],
        passages[0],
      ])
      expect((await catalog.findNeighbours([ids[0] ?? ''])).get(ids[0] ?? '')).toEqual({
        before: null,
        after: passages[1],
      })
      const around = async (...wanted: (string | undefined)[]) =>
        (await catalog.findPassagesAround(wanted.map((id) => id ?? ''))).sort((a, b) => a.ordinal - b.ordinal)
      expect(await around(ids[0], 'unknown')).toEqual(passages.slice(0, 2))
      expect(await around(ids[0], ids[2])).toEqual(passages)
      expect((await catalog.locatePassages([ids[1] ?? '']))[0]).toEqual({
        passageId: ids[1],
        documentId: 'document-1',
        ordinal: 1,
        anchor: null,
        speaker: null,
        kind: 'episode',
        sourceId: 'source-1',
        sourceTitle: 'Title of source-1',
        publishedAt: '2026-01-02T00:00:00.000Z',
      })
    })

    test('vectors of another model or role are not found', async () => {
      const catalog = await openForTest()
      const bytes = new Uint8Array([1, 2, 3, 4])
      await catalog.addVectors(space, [{ hash: 'h', bytes }])
      expect([...((await catalog.findVectors(space, ['h', 'i'])).get('h') ?? [])]).toEqual([1, 2, 3, 4])
      expect((await catalog.findVectors({ ...space, identity: 'model-b' }, ['h'])).size).toBe(0)
      expect((await catalog.findVectors({ ...space, role: 'sentence' }, ['h'])).size).toBe(0)
    })

    test('collecting deletes what no passage and no sentence uses', async () => {
      const catalog = await withSource()
      const passage = aPassage()
      const hashes = [passage.inputHash, passage.sentenceHashes[0] ?? '', 'unused']
      const vectors = hashes.map((hash) => ({ hash, bytes: new Uint8Array([1]) }))
      await catalog.writeDocument(aWrite({ passages: [passage], vectors: [{ space, vectors }] }))
      expect(await catalog.collectVectors()).toBe(1)
      expect([...(await catalog.findVectors(space, hashes)).keys()].sort()).toEqual(hashes.slice(0, 2).sort())
    })
  })

  describe(`${name}: corrections and counts`, () => {
    test('corrections replace each other, bump the sequence and outlive the source', async () => {
      const catalog = await withSource()
      await catalog.writeDocument(aWrite())
      const corrections = {
        offsetMs: -500,
        speakers: { A: 'Ada' },
        adOverrides: [{ startMs: 0, endMs: 9, ad: true }],
      }
      const condition = { ifContentHash: 'content-1', write: null }
      expect(await catalog.writeCorrections('document-1', corrections, condition)).toBe(true)
      expect(await catalog.latestSeq()).toBe(2)
      await catalog.removeSource('source-1')
      expect(await catalog.findCorrections(['document-1', 'x'])).toEqual(
        new Map([['document-1', corrections]]),
      )
    })

    test('corrections of a document that changed meanwhile are not written', async () => {
      const catalog = await withSource()
      await catalog.writeDocument(aWrite())
      const stale = { ifContentHash: 'content-0', write: aWrite({ contentHash: 'content-2' }) }
      expect(await catalog.writeCorrections('document-1', noCorrections, stale)).toBe(false)
      expect([await catalog.latestSeq(), (await catalog.findCorrections(['document-1'])).size]).toEqual([
        1, 0,
      ])
      const passages = [aPassage({ text: 'Cut anew.' })]
      const fresh = { ifContentHash: 'content-1', write: aWrite({ passages, contentHash: 'content-2' }) }
      expect(await catalog.writeCorrections('document-1', noCorrections, fresh)).toBe(true)
      expect(await catalog.readPassages('document-1')).toEqual(passages)
    })

    test('a document of a source that was removed is refused by name', async () => {
      const catalog = await openForTest()
      await expect(catalog.writeDocument(aWrite())).rejects.toMatchObject({ code: 'SOURCE_NOT_FOUND' })
    })

    test('counts add up what is in the library', async () => {
      const catalog = await withSource()
      await catalog.writeDocument(aWrite())
      await catalog.writeDocument(
        aWrite({
          document: aDocument({ id: 'short-1', kind: 'short', durationMs: null }),
          passages: [],
          cues: [],
        }),
      )
      expect(await catalog.counts()).toEqual({
        documents: { episode: 1, short: 1, post: 0 },
        passages: 1,
        durationMs: 60_000,
        sources: 1,
        issues: 0,
        withoutTranscript: 1,
      })
      expect(await catalog.countDocumentsBySource()).toEqual(
        new Map([
          [
            'source-1',
            {
              documents: { episode: 1, short: 1, post: 0 },
              withdrawn: 0,
              durationMs: 60_000,
              withoutTranscript: 1,
            },
          ],
        ]),
      )
      await catalog.setDocumentStatus('document-1', 'withdrawn')
      expect((await catalog.countDocumentsBySource()).get('source-1')).toMatchObject({
        documents: { episode: 0, short: 1, post: 0 },
        withdrawn: 1,
      })
    })
  })
}
