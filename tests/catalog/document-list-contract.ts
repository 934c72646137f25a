import { describe, expect, onTestFinished, test } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.js'
import { aDocument, aSource, aWrite } from '../builders/documents.js'

/** How every catalog must list documents, whatever database is underneath. */
export function describeDocumentLists(name: string, open: () => Promise<Catalog>): void {
  const withSource = async (): Promise<Catalog> => {
    const catalog = await open()
    onTestFinished(() => catalog.close())
    await catalog.addSources([aSource()])
    return catalog
  }

  describe(`${name}: lists of documents`, () => {
    test('lists are newest first, undated last, in pages that meet without gap or overlap', async () => {
      const catalog = await withSource()
      const dates = ['2026-01-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z', null, '2026-03-01T00:00:00.000Z']
      for (const [index, publishedAt] of dates.entries()) {
        const document = aDocument({ id: `document-${index}`, publishedAt })
        await catalog.writeDocument(aWrite({ document, passages: [] }))
      }
      const first = await catalog.listDocuments({}, { limit: 3, cursor: null })
      const second = await catalog.listDocuments({}, { limit: 3, cursor: first.next })
      expect(first.total).toBe(4)
      // The two of March by id, then January, then the undated one.
      expect([...first.documents, ...second.documents].map(({ id }) => id)).toEqual([
        'document-1',
        'document-3',
        'document-0',
        'document-2',
      ])
      expect(second.next).toBeNull()
    })

    test('lists are also oldest first, and by title in any case, in pages that meet', async () => {
      const catalog = await withSource()
      const cards = [
        { title: 'beta', publishedAt: '2026-03-01T00:00:00.000Z' },
        { title: 'Gamma', publishedAt: null },
        { title: 'Alpha', publishedAt: '2026-01-01T00:00:00.000Z' },
        { title: 'alpha', publishedAt: '2026-02-01T00:00:00.000Z' },
      ]
      for (const [index, card] of cards.entries())
        await catalog.writeDocument(
          aWrite({ document: aDocument({ id: `document-${index}`, ...card }), passages: [] }),
        )
      const titles = async (order: 'oldest' | 'title') => {
        const first = await catalog.listDocuments({}, { limit: 2, cursor: null, order })
        const second = await catalog.listDocuments({}, { limit: 2, cursor: first.next, order })
        expect(second.next).toBeNull()
        return [...first.documents, ...second.documents].map(({ title }) => title)
      }
      expect(await titles('oldest')).toEqual(['Gamma', 'Alpha', 'alpha', 'beta'])
      // Equal but for their case: by id.
      expect(await titles('title')).toEqual(['Alpha', 'alpha', 'beta', 'Gamma'])
    })

    test('documents without a transcript are told apart; posts need none', async () => {
      const catalog = await withSource()
      for (const [id, kind, cues] of [
        ['heard', 'episode', aWrite().cues],
        ['silent', 'episode', []],
        ['read', 'post', []],
      ] as const)
        await catalog.writeDocument(
          aWrite({ document: aDocument({ id, kind }), cues: [...cues], passages: [] }),
        )
      const all = await catalog.listDocuments({}, { limit: 9, cursor: null })
      expect(all.documents.map(({ id, hasTranscript }) => [id, hasTranscript])).toEqual([
        ['heard', true],
        ['read', false],
        ['silent', false],
      ])
      const silent = await catalog.listDocuments({ withoutTranscript: true }, { limit: 9, cursor: null })
      expect([silent.total, silent.documents.map(({ id }) => id)]).toEqual([1, ['silent']])
    })

    test('documents that an issue of the last good pull of their source names are told apart', async () => {
      const catalog = await withSource()
      await catalog.addSources([aSource({ id: 'source-2' })])
      for (const [id, title, sourceId] of [
        ['plain', 'Part 1', 'source-1'],
        ['named', 'Part 2', 'source-1'],
        ['placed', 'Part 3', 'source-1'],
        ['longer', 'Part 31', 'source-1'],
        ['other', 'Part 2', 'source-2'],
      ] as const)
        await catalog.writeDocument(
          aWrite({ document: aDocument({ id, title, sourceId }), passages: [], cues: [] }),
        )
      const issue = (where: string) => ({ code: 'CUE_TIMES_INVALID', where, message: '' })
      const pull = async (status: 'done' | 'failed', ...places: string[]) => {
        const { id } = await catalog.enqueueJob('source-1')
        await catalog.claimJob(id)
        await catalog.addIssues(id, places.map(issue))
        await catalog.updateJob(id, { status })
      }
      await pull('done', 'Part 1')
      await pull('done', 'Part 2', 'Part 3: cue 4')
      await pull('failed', 'Part 1')
      const { documents } = await catalog.listDocuments({ withIssues: true }, { limit: 9, cursor: null })
      expect(documents.map(({ id }) => id)).toEqual(['named', 'placed'])
    })

    test('wildcards in a title filter are letters', async () => {
      const catalog = await withSource()
      await catalog.writeDocument(aWrite({ document: aDocument({ title: '100% sure' }) }))
      const find = async (title: string) =>
        (await catalog.listDocuments({ title }, { limit: 9, cursor: null })).total
      expect([await find('100%'), await find('SURE 100'), await find('1%e'), await find('_ure')]).toEqual([
        1, 1, 0, 0,
      ])
    })
  })
}
