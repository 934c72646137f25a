import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Catalog } from '../../../src/catalog/catalog.js'
import { openSqliteCatalog } from '../../../src/catalog/sqlite/open-sqlite-catalog.js'
import { Coverage, type CoverageRequest } from '../../../src/editor/coverage/coverage.js'
import { aConcept, aMention, aPerson, anUpdate, aReading } from '../../builders/concepts.js'
import { aDocument, aPassage, aSource, aWrite } from '../../builders/documents.js'
import { FakeEmbedder } from '../../embed/fake-embedder.js'

const anEpisode = (id: string, day: string, texts: readonly string[]) =>
  aWrite({
    document: aDocument({ id, publishedAt: `${day}T00:00:00.000Z` }),
    passages: texts.map((text, ordinal) =>
      aPassage({ id: `${id}-${ordinal}`, documentId: id, ordinal, text }),
    ),
    contentHash: id,
  })

/** Two concepts are talked about, one of them under the name of a person; `embedding` was explained long ago. */
async function aLibrary(): Promise<Catalog> {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-coverage-'))
  const catalog = await openSqliteCatalog(join(folder, 'catalog.db'))
  onTestFinished(async () => {
    await catalog.close()
    await rm(folder, { recursive: true, force: true })
  })
  await catalog.addSources([aSource()])
  const days = ['2020-01-01', '2025-01-01', '2025-02-01', '2026-01-01']
  for (const [at, day] of days.entries())
    await catalog.writeDocument(anEpisode(`episode-${at}`, day, [`First ${at}.`, `Second ${at}.`]))
  const mentions = (documentId: string, slug: string, strength: number) =>
    [0, 1].map((ordinal) =>
      aMention({ slug, documentId, ordinal, strength: ordinal === 1 ? strength : 0, focus: 0.8 }),
    )
  await catalog.applyConcepts(
    anUpdate({
      concepts: [aConcept({ name: 'Embedding' }), aConcept({ slug: 'ada', name: 'Ada Lovelace' })],
      documents: days.map((_, at) =>
        aReading(`episode-${at}`, {
          mentions: [
            ...mentions(`episode-${at}`, 'embedding', at === 0 ? 0.9 : 0),
            ...mentions(`episode-${at}`, 'ada', 0.9),
          ],
          people: [aPerson({ documentId: `episode-${at}` })],
        }),
      ),
    }),
  )
  return catalog
}

const open = (catalog: Catalog) =>
  new Coverage({
    catalog,
    embedder: new FakeEmbedder(),
    languages: () => Promise.resolve(['en']),
    keepQueries: true,
    onDegraded(error) {
      throw error
    },
  })

const all: CoverageRequest = { list: null, limit: 20, cursor: null, months: 24 }

test('each gap comes with a moment to begin at; people are no gaps', async () => {
  const shown = await open(await aLibrary()).show(all)
  expect(shown).toMatchObject({
    newestAt: '2026-01-01T00:00:00.000Z',
    writtenOnly: { total: 0, next: null, entries: [] },
    spokenOnly: {
      total: 1,
      next: null,
      entries: [
        {
          slug: 'embedding',
          name: 'Embedding',
          spoken: { documents: 4, passages: 8, peak: 2, explained: 1 },
          moment: {
            text: 'Second 0.',
            passageId: 'episode-0-1',
            document: { id: 'episode-0' },
            startMs: 10_000,
          },
        },
      ],
    },
    explainedLongAgo: {
      total: 1,
      entries: [
        {
          slug: 'embedding',
          lastExplainedAt: '2020-01-01T00:00:00.000Z',
          since: { documents: 3, passages: 6 },
          first: { passageId: 'episode-0-1' },
          last: { passageId: 'episode-0-1' },
        },
      ],
    },
    searches: { total: 0, entries: [] },
    searchesKept: true,
  })
})

test('one list is shown in pages, the others by their totals', async () => {
  const catalog = await aLibrary()
  for (const [at, text] of ['bread', 'chess', 'zebra'].entries())
    await catalog.recordQuery(
      { folded: text, text, hits: 9, foundWell: 0, at: `2026-01-0${at + 1}T00:00:00.000Z` },
      10,
    )
  const coverage = open(catalog)
  const request = { ...all, list: 'searches' as const, limit: 2 }
  const first = await coverage.show(request)
  expect(first.searches).toMatchObject({
    total: 3,
    next: '2',
    entries: [{ text: 'zebra' }, { text: 'chess' }],
  })
  expect(first.spokenOnly).toEqual({ total: 1, next: null, entries: [] })
  const second = await coverage.show({ ...request, cursor: first.searches.next })
  expect(second.searches).toMatchObject({ total: 3, next: null, entries: [{ text: 'bread' }] })
  await expect(coverage.show({ ...request, cursor: 'x' })).rejects.toMatchObject({ code: 'QUERY_INVALID' })
})

test('where concepts are is read once for each state of the library', async () => {
  const catalog = await aLibrary()
  let reads = 0
  const counted: Catalog = {
    ...catalog,
    readConceptPresence(...parameters) {
      reads++
      return catalog.readConceptPresence(...parameters)
    },
  }
  const coverage = open(counted)
  await Promise.all([coverage.show(all), coverage.show({ ...all, months: 6 })])
  await coverage.show(all)
  expect(reads).toBe(1)
  await catalog.writeDocument(anEpisode('episode-9', '2026-02-01', ['New.']))
  expect((await coverage.show(all)).newestAt).toBe('2026-02-01T00:00:00.000Z')
  expect(reads).toBe(2)
})
