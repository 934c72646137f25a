import { describe, expect, onTestFinished, test } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.js'
import { aConcept, aMention, anUpdate, aReading } from '../builders/concepts.js'
import { aDocument, aPassage, aSource, aWrite } from '../builders/documents.js'

const explains = 0.6
const noSide = { documents: 0, passages: 0, peak: 0, explained: 0 }

/** What every catalog must tell about what is spoken, written and looked for in vain. */
export function describeCoverage(name: string, open: () => Promise<Catalog>): void {
  const opened = async (): Promise<Catalog> => {
    const catalog = await open()
    onTestFinished(() => catalog.close())
    await catalog.addSources([aSource()])
    return catalog
  }

  const write = (
    catalog: Catalog,
    id: string,
    day: string,
    kind: 'episode' | 'post',
    anchors: (string | null)[],
  ) =>
    catalog.writeDocument(
      aWrite({
        document: aDocument({ id, kind, publishedAt: `${day}T00:00:00.000Z` }),
        // Ordinals of notes leave a gap after what was said.
        passages: anchors.map((anchor, at) =>
          aPassage({ documentId: id, ordinal: at + (anchor === null ? 0 : 1), anchor, text: `${id} ${at}` }),
        ),
        contentHash: id,
      }),
    )

  describe(`${name}: where concepts are`, () => {
    test('what was said, what posts say, and what explains it are counted apart; notes are on no side', async () => {
      const catalog = await opened()
      await write(catalog, 'old', '2024-01-01', 'episode', [null, null, 'notes'])
      await write(catalog, 'mid', '2025-01-01', 'post', ['a', 'b'])
      await write(catalog, 'new', '2026-01-01', 'episode', [null])
      await write(catalog, 'gone', '2026-02-01', 'post', ['a'])
      await catalog.setDocumentStatus('gone', 'withdrawn')
      const mention = (documentId: string, ordinal: number, strength = 0, focus = 0.3) =>
        aMention({ documentId, ordinal, strength, focus })
      await catalog.applyConcepts(
        anUpdate({
          concepts: [
            aConcept({ aliases: ['vector'] }),
            aConcept({ slug: 'hidden-one', hidden: true }),
            aConcept({ slug: 'noted' }),
          ],
          documents: [
            aReading('old', {
              mentions: [
                mention('old', 0, 0.7),
                mention('old', 1, 0, 0.9),
                mention('old', 3, 1),
                aMention({ slug: 'noted', documentId: 'old', ordinal: 3 }),
                aMention({ slug: 'hidden-one', documentId: 'old' }),
              ],
            }),
            aReading('mid', { mentions: [mention('mid', 1, 0.6), mention('mid', 2)] }),
            aReading('new', { mentions: [mention('new', 0, 0.5)] }),
            aReading('gone', { mentions: [mention('gone', 1, 1)] }),
          ],
        }),
      )
      expect(await catalog.readConceptPresence(null, 10, explains)).toEqual([
        {
          slug: 'embedding',
          name: 'embedding',
          aliases: ['vector'],
          spoken: { documents: 2, passages: 3, peak: 2, explained: 1 },
          written: { documents: 1, passages: 2, peak: 2, explained: 1 },
          focus: 0.9,
          firstExplainedAt: '2024-01-01T00:00:00.000Z',
          lastExplainedAt: '2025-01-01T00:00:00.000Z',
          since: { documents: 1, passages: 1 },
        },
        {
          slug: 'noted',
          name: 'noted',
          aliases: [],
          spoken: noSide,
          written: noSide,
          focus: 0,
          firstExplainedAt: null,
          lastExplainedAt: null,
          since: { documents: 0, passages: 0 },
        },
      ])
      expect(await catalog.newestDate()).toBe('2026-01-01T00:00:00.000Z')
    })

    test('pages fit together', async () => {
      const catalog = await opened()
      await write(catalog, 'old', '2024-01-01', 'episode', [null])
      const slugs = ['a', 'b', 'c']
      await catalog.applyConcepts(
        anUpdate({
          concepts: slugs.map((slug) => aConcept({ slug })),
          documents: [
            aReading('old', { mentions: slugs.map((slug) => aMention({ slug, documentId: 'old' })) }),
          ],
        }),
      )
      const whole = await catalog.readConceptPresence(null, 10, explains)
      const first = await catalog.readConceptPresence(null, 2, explains)
      const second = await catalog.readConceptPresence('b', 2, explains)
      expect([...first, ...second]).toEqual(whole)
      expect(whole.map(({ slug }) => slug)).toEqual(slugs)
      expect(await catalog.readConceptPresence('c', 2, explains)).toEqual([])
    })

    test('an empty library has nothing', async () => {
      const catalog = await opened()
      expect(await catalog.readConceptPresence(null, 10, explains)).toEqual([])
      expect(await catalog.newestDate()).toBeNull()
      expect(await catalog.listPoorQueries({ below: 3, limit: 10 })).toEqual([])
    })
  })

  describe(`${name}: searches in vain`, () => {
    test('those for which little fitted are listed, most frequent first; what is not known is not', async () => {
      const catalog = await opened()
      const ask = (text: string, foundWell: number | null, minute: number) =>
        catalog.recordQuery(
          { folded: text, text, hits: 100, foundWell, at: `2026-01-01T00:0${minute}:00.000Z` },
          10,
        )
      await ask('none', 0, 1)
      await ask('little', 2, 2)
      await ask('little', 2, 3)
      await ask('enough', 3, 4)
      await ask('misspelt', null, 5)
      await ask('better now', 0, 6)
      await ask('better now', 5, 7)
      expect(await catalog.listPoorQueries({ below: 3, limit: 10 })).toEqual([
        {
          folded: 'little',
          text: 'little',
          times: 2,
          hits: 100,
          foundWell: 2,
          lastAt: '2026-01-01T00:03:00.000Z',
        },
        {
          folded: 'none',
          text: 'none',
          times: 1,
          hits: 100,
          foundWell: 0,
          lastAt: '2026-01-01T00:01:00.000Z',
        },
      ])
      expect(await catalog.listPoorQueries({ below: 3, limit: 1 })).toHaveLength(1)
    })
  })
}
