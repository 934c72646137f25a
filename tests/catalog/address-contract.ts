import { describe, expect, onTestFinished, test } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.js'
import { aDocument, aPassage, aSource, aWrite } from '../builders/documents.js'

/** What every catalog must do with the addresses of documents: companions, and one document of two sources. */
export function describeAddresses(name: string, open: () => Promise<Catalog>): void {
  const withSource = async (): Promise<Catalog> => {
    const catalog = await open()
    onTestFinished(() => catalog.close())
    await catalog.addSources([aSource()])
    return catalog
  }

  describe(`${name}: addresses`, () => {
    const link = (url: string) => ({ title: 'Link', url, rel: 'resource' as const })

    test('a post and the recording it points to know each other, both ways, whichever comes first', async () => {
      const catalog = await withSource()
      const recording = aDocument({ id: 'recording', url: 'https://example.org/e/1' })
      const section = {
        anchor: 'a',
        heading: 'A',
        level: 2,
        text: 'A',
        quotes: [],
        links: [link('http://example.org/e/1/')],
      }
      const post = aDocument({ id: 'post', kind: 'post', sections: [section] })
      const other = aDocument({ id: 'other', kind: 'post', links: [link('https://example.org/e/2')] })
      for (const document of [post, other, recording])
        await catalog.writeDocument(aWrite({ document, contentHash: document.id, passages: [] }))
      expect((await catalog.findCompanions('recording')).map(({ id }) => id)).toEqual(['post'])
      expect((await catalog.findCompanions('post')).map(({ id }) => id)).toEqual(['recording'])
      expect(await catalog.findCompanions('other')).toEqual([])
    })

    test('posts are no companions of posts, nor is anything of an address that all of a show share', async () => {
      const catalog = await withSource()
      const post = aDocument({ id: 'post', kind: 'post', links: [link('https://example.org/show')] })
      const shared = [1, 2, 3, 4].map((part) =>
        aDocument({ id: `episode-${part}`, url: 'https://example.org/show' }),
      )
      const linked = aDocument({ id: 'linked', kind: 'post', url: 'https://example.org/show' })
      for (const document of [post, linked, ...shared])
        await catalog.writeDocument(aWrite({ document, contentHash: document.id, passages: [] }))
      expect(await catalog.findCompanions('post')).toEqual([])
    })

    test('a document of another source under the same address is a twin; both addresses are kept', async () => {
      const catalog = await withSource()
      await catalog.addSources([aSource({ id: 'source-2' })])
      const document = aDocument({ url: 'https://example.org/e/1' })
      await catalog.writeDocument(aWrite({ document }))
      expect(await catalog.findTwins('source-1', ['example.org/e/1'])).toEqual([])
      expect(await catalog.findTwins('source-2', ['example.org/e/1', 'no/such'])).toEqual([
        {
          id: document.id,
          kind: 'episode',
          title: document.title,
          keys: ['example.org/e/1'],
          textLength: 'Passage 0 of document-1.'.length,
        },
      ])
      await catalog.addAddresses(document.id, 'source-2', [
        { key: 'mirror.example/1', url: 'https://mirror.example/1' },
      ])
      expect(await catalog.findOtherUrls(document.id)).toEqual(['https://mirror.example/1'])
      expect((await catalog.findTwins('source-3', ['mirror.example/1'])).map(({ id }) => id)).toEqual([
        document.id,
      ])
    })

    test('removing a source makes those read anew that list its documents too', async () => {
      const catalog = await withSource()
      await catalog.addSources([aSource({ id: 'source-2' }), aSource({ id: 'source-3' })])
      for (const id of ['source-2', 'source-3'])
        await catalog.updateSource(id, { bodyHash: 'known', etag: '"1"' })
      await catalog.writeDocument(aWrite())
      await catalog.addAddresses('document-1', 'source-2', [{ key: 'a/b', url: 'https://a/b' }])
      await catalog.removeSource('source-1')
      expect(await catalog.findSource('source-2')).toMatchObject({ bodyHash: null, etag: null })
      expect(await catalog.findSource('source-3')).toMatchObject({ bodyHash: 'known', etag: '"1"' })
      expect(await catalog.findTwins('source-9', ['a/b'])).toEqual([])
    })

    test('withdrawing a document makes those read anew that list it too', async () => {
      const catalog = await withSource()
      await catalog.addSources([aSource({ id: 'source-2' })])
      await catalog.updateSource('source-2', { bodyHash: 'known' })
      await catalog.writeDocument(aWrite())
      await catalog.addAddresses('document-1', 'source-2', [{ key: 'a/b', url: 'https://a/b' }])
      await catalog.setDocumentStatus('document-1', 'withdrawn')
      expect(await catalog.findSource('source-2')).toMatchObject({ bodyHash: null })
    })

    test('a document that stands for another one of another source takes its place and its addresses', async () => {
      const catalog = await withSource()
      await catalog.addSources([aSource({ id: 'source-2' }), aSource({ id: 'source-3' })])
      const teaser = aDocument({ url: 'https://example.org/e/1' })
      await catalog.writeDocument(aWrite({ document: teaser }))
      await catalog.addAddresses(teaser.id, 'source-3', [
        { key: 'mirror.example/1', url: 'https://mirror.example/1' },
      ])
      const seq = await catalog.latestSeq()
      const whole = aDocument({ id: 'document-2', sourceId: 'source-2', url: 'https://example.org/e/1' })
      const passages = [aPassage({ documentId: 'document-2' })]
      await catalog.writeDocument(
        aWrite({ document: whole, passages, contentHash: 'content-2', replaces: [teaser.id] }),
      )
      expect(await catalog.findDocument(teaser.id)).toBeNull()
      expect(await catalog.readPassages(teaser.id)).toEqual([])
      expect((await catalog.changesSince(seq, 10)).map(({ documentId }) => documentId).sort()).toEqual([
        'document-1',
        'document-2',
      ])
      expect(await catalog.findOtherUrls('document-2')).toEqual([
        'https://example.org/e/1',
        'https://mirror.example/1',
      ])
      // Both sources that gave way look again when the document goes.
      for (const id of ['source-1', 'source-3']) await catalog.updateSource(id, { bodyHash: 'known' })
      await catalog.removeSource('source-2')
      for (const id of ['source-1', 'source-3'])
        expect(await catalog.findSource(id), id).toMatchObject({ bodyHash: null })
    })

    test('a document with thousands of links is written', async () => {
      const catalog = await withSource()
      const links = Array.from({ length: 9_000 }, (_, index) => link(`https://example.org/${index}`))
      expect(await catalog.writeDocument(aWrite({ document: aDocument({ kind: 'post', links }) }))).toEqual({
        changed: true,
      })
    })
  })
}
