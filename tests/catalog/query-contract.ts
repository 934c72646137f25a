import { describe, expect, onTestFinished, test } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.js'
import { noCorrections } from '../../src/domain/corrections.js'
import { aDocument, aPassage, aSource, aWrite } from '../builders/documents.js'

/** What every catalog must do with past queries, and with the names that are suggested. */
export function describeQueries(name: string, open: () => Promise<Catalog>): void {
  const opened = async (): Promise<Catalog> => {
    const catalog = await open()
    onTestFinished(() => catalog.close())
    return catalog
  }
  const at = (minute: number) => `2026-01-01T00:0${minute}:00.000Z`

  describe(`${name}: past queries`, () => {
    test('a repeated query is counted, with its latest text, hits and time', async () => {
      const catalog = await opened()
      await catalog.recordQuery(
        { folded: 'what is rag', text: 'what is rag', hits: 3, foundWell: null, at: at(1) },
        10,
      )
      await catalog.recordQuery({ folded: 'vae', text: 'VAE', hits: 1, foundWell: null, at: at(2) }, 10)
      await catalog.recordQuery(
        { folded: 'what is rag', text: 'What is RAG?', hits: 5, foundWell: null, at: at(3) },
        10,
      )
      expect(await catalog.listQueries({ found: true, limit: 10 })).toEqual([
        { folded: 'what is rag', text: 'What is RAG?', times: 2, hits: 5, foundWell: null, lastAt: at(3) },
        { folded: 'vae', text: 'VAE', times: 1, hits: 1, foundWell: null, lastAt: at(2) },
      ])
      expect(await catalog.listQueries({ found: true, limit: 1 })).toHaveLength(1)
    })

    test('those that found nothing are listed apart', async () => {
      const catalog = await opened()
      await catalog.recordQuery({ folded: 'zebra', text: 'Zebra', hits: 0, foundWell: null, at: at(1) }, 10)
      expect(await catalog.listQueries({ found: true, limit: 10 })).toEqual([])
      expect(await catalog.listQueries({ found: false, limit: 10 })).toEqual([
        { folded: 'zebra', text: 'Zebra', times: 1, hits: 0, foundWell: null, lastAt: at(1) },
      ])
    })

    test('of too many, those asked longest ago go; asking again saves one', async () => {
      const catalog = await opened()
      for (const [minute, folded] of ['a', 'b', 'c', 'a', 'd'].entries())
        await catalog.recordQuery({ folded, text: folded, hits: 1, foundWell: null, at: at(minute) }, 3)
      const kept = await catalog.listQueries({ found: true, limit: 10 })
      expect(kept.map(({ folded }) => folded)).toEqual(['a', 'd', 'c'])
    })

    test('all can be forgotten', async () => {
      const catalog = await opened()
      await catalog.recordQuery({ folded: 'a', text: 'a', hits: 1, foundWell: null, at: at(1) }, 3)
      await catalog.forgetQueries()
      expect(await catalog.listQueries({ found: true, limit: 10 })).toEqual([])
    })
  })

  describe(`${name}: names`, () => {
    test('titles and speakers are given as corrected, without ads and withdrawn documents', async () => {
      const catalog = await opened()
      await catalog.addSources([aSource()])
      const passage = (ordinal: number, speaker: string | null, ad = false) =>
        aPassage({ documentId: 'document-1', ordinal, speaker, ad })
      const passages = [passage(0, 'Zoe'), passage(1, 'Anna'), passage(2, null), passage(3, 'Sponsor', true)]
      await catalog.writeDocument(aWrite({ passages: [...passages, passage(4, 'Anna')] }))
      const gone = aDocument({ id: 'document-2', status: 'withdrawn' })
      await catalog.writeDocument(aWrite({ document: gone, contentHash: 'content-2' }))
      const corrected = { ...noCorrections, speakers: { Zoe: 'Zoë Ng' } }
      await catalog.writeCorrections('document-1', corrected, { ifContentHash: 'content-1', write: null })
      expect(await catalog.findNames(['document-2', 'document-1', 'unknown'])).toEqual([
        {
          documentId: 'document-1',
          title: 'Title of document-1',
          publishedAt: '2026-01-02T00:00:00.000Z',
          speakers: ['Anna', 'Zoë Ng'],
        },
      ])
      expect(await catalog.findNames([])).toEqual([])
    })
  })
}
