import { toCursor } from '../../src/catalog/kysely/page-cursor.js'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.js'
import type { RelatedConcept } from '../../src/domain/concept.js'
import { aConcept, aMention, aReading, aStatement, anUpdate } from '../builders/concepts.js'
import { aDocument, aSource, aWrite } from '../builders/documents.js'

/** What every catalog must do when concepts, or what mentions them, are looked up. */
export function describeConceptLists(name: string, open: () => Promise<Catalog>): void {
  const opened = async (): Promise<Catalog> => {
    const catalog = await open()
    onTestFinished(() => catalog.close())
    await catalog.addSources([aSource()])
    return catalog
  }
  /** Documents by id and date. */
  const withDocuments = async (dates: Record<string, string | null>): Promise<Catalog> => {
    const catalog = await opened()
    for (const [id, publishedAt] of Object.entries(dates))
      await catalog.writeDocument(aWrite({ document: aDocument({ id, publishedAt }), passages: [] }))
    return catalog
  }
  const march = '2026-03-01T00:00:00.000Z'
  const may = '2026-05-01T00:00:00.000Z'

  describe(`${name}: lists of concepts`, () => {
    const withConcepts = async (): Promise<Catalog> => {
      const catalog = await opened()
      const concepts = [
        aConcept({ slug: 'a', score: 0.1 }),
        aConcept({ slug: 'b', score: 0.1 + 0.2, definitions: [aStatement(), aStatement({ text: 'No.' })] }),
        aConcept({ slug: 'c', score: 0.1 }),
        aConcept({ slug: 'd', score: 9, hidden: true }),
        aConcept({ slug: 'e', name: '100% of it', keys: ['100% of it', 'snake_case'] }),
      ]
      await catalog.applyConcepts(anUpdate({ concepts }))
      return catalog
    }
    const slugs = (concepts: readonly { slug: string }[]) => concepts.map(({ slug }) => slug)

    test('the best come first, equal ones by slug, in pages that meet without gap or overlap', async () => {
      const catalog = await withConcepts()
      const shown: string[] = []
      let cursor: string | null = null
      do {
        const page = await catalog.listConcepts({}, { limit: 1, cursor })
        expect(page.total).toBe(4)
        shown.push(...slugs(page.concepts))
        cursor = page.next
      } while (cursor !== null)
      expect(shown).toEqual(['e', 'b', 'a', 'c'])
      // Also those of other lists, and of a hand that changed one.
      for (const foreign of ['not one of ours', '', '7', toCursor(['a', 1]), toCursor([1])])
        await expect(catalog.listConcepts({}, { limit: 9, cursor: foreign })).rejects.toMatchObject({
          code: 'QUERY_INVALID',
          message: expect.stringContaining(`"${foreign}"`) as string,
        })
    })

    test('hidden ones are left out, or listed alone', async () => {
      const catalog = await withConcepts()
      const list = async (hidden: boolean) =>
        slugs((await catalog.listConcepts({ hidden }, { limit: 9, cursor: null })).concepts)
      expect([await list(false), await list(true)]).toEqual([['e', 'b', 'a', 'c'], ['d']])
      expect((await catalog.findConcept('d'))?.hidden).toBe(true)
      expect(slugs(await catalog.findConceptSummaries(['c', 'd', 'unknown', 'a']))).toEqual(['c', 'a'])
      expect(await catalog.findConceptsByKey(['d', 'b', 'b', 'unknown'])).toEqual(new Map([['b', 'b']]))
    })

    test('a summary has the text of the best definition', async () => {
      const catalog = await withConcepts()
      expect(await catalog.findConceptSummaries(['b'])).toEqual([
        {
          slug: 'b',
          name: 'b',
          aliases: [],
          definition: 'An embedding is a list of numbers.',
          score: 0.1 + 0.2,
          hidden: false,
          mentionCount: 1,
          documentCount: 1,
        },
      ])
    })

    test('a filter must be in one of the names, wildcards taken as they are', async () => {
      const catalog = await withConcepts()
      const find = async (key: string) => {
        const { concepts, total } = await catalog.listConcepts({ key }, { limit: 9, cursor: null })
        expect(total).toBe(concepts.length)
        return slugs(concepts)
      }
      expect([await find('0% o'), await find('e_c'), await find('it'), await find('case')]).toEqual([
        ['e'],
        ['e'],
        ['e'],
        ['e'],
      ])
      expect([await find('1%f'), await find('s_ake'), await find('\\'), await find('d')]).toEqual([
        [],
        [],
        [],
        [],
      ])
    })

    test('nothing is found for nothing', async () => {
      const catalog = await withConcepts()
      expect(await catalog.findConceptSummaries([])).toEqual([])
      expect(await catalog.findConceptsByKey([])).toEqual(new Map())
      expect(await catalog.findMentionsIn([])).toEqual([])
    })

    test('the graph is the best concepts and what relates them, one edge for two', async () => {
      const catalog = await opened()
      const to = (slug: string, score: number, reason: RelatedConcept['reason'] = 'together') => ({
        slug,
        score,
        reason,
        passages: 3,
        example: null,
      })
      const concepts = [
        aConcept({ slug: 'z', score: 9, related: [to('y', 0.4), to('x', 0.5), to('hidden', 1)] }),
        aConcept({ slug: 'y', score: 8, related: [to('z', 0.6, 'post'), to('y', 1), to('gone', 1)] }),
        aConcept({ slug: 'x', score: 7, related: [to('low', 0.9)] }),
        aConcept({ slug: 'low', score: 1, related: [to('z', 0.9)] }),
        aConcept({ slug: 'hidden', score: 10, hidden: true }),
      ]
      await catalog.applyConcepts(anUpdate({ concepts }))
      const { nodes, edges } = await catalog.readConceptGraph(3)
      expect(slugs(nodes)).toEqual(['z', 'y', 'x'])
      expect(nodes).toEqual(await catalog.findConceptSummaries(['z', 'y', 'x']))
      expect(edges).toEqual([
        { from: 'z', to: 'y', score: 0.6, passages: 3, reason: 'post' },
        { from: 'z', to: 'x', score: 0.5, passages: 3, reason: 'together' },
      ])
    })
  })

  describe(`${name}: mentions of concepts`, () => {
    /** `embedding` in all documents, and more in the first. */
    const withMentions = async (): Promise<Catalog> => {
      const catalog = await withDocuments({ late: may, early: march, undated: null, 'also-early': march })
      const early = [
        aMention({ documentId: 'early', ordinal: 7, strength: 0.5, focus: 0.2 }),
        aMention({ documentId: 'early', ordinal: 2, startMs: null, sentence: 3, count: 4 }),
        aMention({ documentId: 'early', ordinal: 9, strength: 0.5, focus: 0.3 }),
        aMention({ documentId: 'early', ordinal: 11, strength: 0.5, focus: 0.3 }),
        aMention({ documentId: 'early', ordinal: 2, slug: 'token', sentence: 1 }),
        aMention({ documentId: 'early', ordinal: 2, slug: 'hidden' }),
      ]
      const others = ['late', 'undated', 'also-early', 'unknown']
      await catalog.applyConcepts(
        anUpdate({
          concepts: ['embedding', 'token', 'hidden'].map((slug) =>
            aConcept({ slug, hidden: slug === 'hidden' }),
          ),
          documents: [
            aReading('early', { mentions: early }),
            ...others.map((id) => aReading(id, { mentions: [aMention({ documentId: id })] })),
          ],
        }),
      )
      return catalog
    }

    test('those of a document come in its order, without hidden concepts', async () => {
      const catalog = await withMentions()
      const mentions = await catalog.listMentionsOfDocument('early')
      expect(mentions.map(({ slug, ordinal }) => `${slug} ${ordinal}`)).toEqual([
        'token 2',
        'embedding 2',
        'embedding 7',
        'embedding 9',
        'embedding 11',
      ])
      expect(mentions[1]).toEqual(
        aMention({ documentId: 'early', ordinal: 2, startMs: null, sentence: 3, count: 4 }),
      )
      expect(await catalog.listMentionsOfDocument('unknown')).toEqual([])
    })

    test('those of passages come in the order asked for', async () => {
      const catalog = await withMentions()
      const mentions = await catalog.findMentionsIn(['late-0', 'nowhere', 'early-2', 'unknown-0', 'late-0'])
      expect(mentions).toEqual([
        aMention({ documentId: 'late' }),
        aMention({ documentId: 'early', ordinal: 2, slug: 'token', sentence: 1 }),
        aMention({ documentId: 'early', ordinal: 2, startMs: null, sentence: 3, count: 4 }),
      ])
    })

    test('the documents of a concept come by date, undated first, with the first and best mention', async () => {
      const catalog = await withMentions()
      const listed = await catalog.listDocumentsOfConcept('embedding')
      expect(listed.map(({ document, passages }) => [document.id, passages])).toEqual([
        ['undated', 1],
        ['also-early', 1],
        ['early', 4],
        ['late', 1],
      ])
      expect(listed.map(({ document }) => document)).toEqual(
        await catalog.findSummaries(['undated', 'also-early', 'early', 'late']),
      )
      // 7, 9 and 11 say as much of what it is; 9 and 11 are more about it; 9 comes first.
      expect(listed[2]).toMatchObject({
        first: aMention({ documentId: 'early', ordinal: 2, startMs: null, sentence: 3, count: 4 }),
        best: aMention({ documentId: 'early', ordinal: 9, strength: 0.5, focus: 0.3 }),
      })
      expect(await catalog.listDocumentsOfConcept('unknown')).toEqual([])
      const some = await catalog.findDocumentsOfConcept('embedding', ['late', 'unknown', 'early', 'late'])
      expect(some).toEqual([listed[3], listed[2]])
      expect(await catalog.findDocumentsOfConcept('embedding', [])).toEqual([])
    })

    test('the timeline says the same in short', async () => {
      const catalog = await withMentions()
      const listed = await catalog.listDocumentsOfConcept('embedding')
      expect(await catalog.readTimeline('embedding')).toEqual(
        listed.map(({ document, passages, best }) => ({
          documentId: document.id,
          kind: document.kind,
          title: document.title,
          publishedAt: document.publishedAt,
          passages,
          strength: best.strength,
        })),
      )
      await catalog.setDocumentStatus('early', 'withdrawn')
      expect((await catalog.readTimeline('embedding')).map(({ documentId }) => documentId)).toEqual([
        'undated',
        'also-early',
        'late',
      ])
      expect(await catalog.readTimeline('unknown')).toEqual([])
    })

    test('the mentions of a concept come in the same order, in pages that meet without gap or overlap', async () => {
      const catalog = await withMentions()
      const shown: string[] = []
      let cursor: string | null = null
      do {
        const page = await catalog.listMentionsOfConcept('embedding', {}, { limit: 2, cursor })
        shown.push(...page.mentions.map(({ passageId }) => passageId))
        cursor = page.next
      } while (cursor !== null)
      expect(shown).toEqual([
        'undated-0',
        'also-early-0',
        'early-2',
        'early-7',
        'early-9',
        'early-11',
        'late-0',
      ])
      const ofOne = await catalog.listMentionsOfConcept(
        'embedding',
        { documentId: 'late' },
        { limit: 1, cursor: null },
      )
      expect(ofOne).toEqual({ mentions: [aMention({ documentId: 'late' })], next: null })
    })

    test('withdrawn documents are no longer among those of a concept, removed ones nowhere', async () => {
      const catalog = await withMentions()
      await catalog.setDocumentStatus('early', 'withdrawn')
      const idsOf = async () => ({
        documents: (await catalog.listDocumentsOfConcept('embedding')).map(({ document }) => document.id),
        mentions: (
          await catalog.listMentionsOfConcept('embedding', {}, { limit: 9, cursor: null })
        ).mentions.map(({ documentId }) => documentId),
      })
      const rest = ['undated', 'also-early', 'late']
      expect(await idsOf()).toEqual({ documents: rest, mentions: rest })
      expect(await catalog.listMentionsOfDocument('early')).toHaveLength(5)
      // Nothing of concepts is in its way, and what is left of them is not shown.
      expect(await catalog.removeSource('source-1')).toBe(true)
      expect(await idsOf()).toEqual({ documents: [], mentions: [] })
      expect(await catalog.listMentionsOfDocument('late')).toEqual([])
      expect(await catalog.findMentionsIn(['late-0', 'early-2'])).toEqual([])
    })
  })
}
