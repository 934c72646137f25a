import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.js'
import { openSqliteCatalog } from '../../src/catalog/sqlite/open-sqlite-catalog.js'
import { parseQuery, type ParseOptions, type Query } from '../../src/search/parse-query.js'
import { resolveOperators } from '../../src/search/resolve-operators.js'
import { aDocument, aSource, aWrite } from '../builders/documents.js'

const options: ParseOptions = { mode: 'hybrid', filter: {}, languages: ['en'] }

async function openLibrary(): Promise<Catalog> {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-names-'))
  const catalog = await openSqliteCatalog(join(folder, 'catalog.db'))
  onTestFinished(async () => {
    await catalog.close()
    await rm(folder, { recursive: true, force: true })
  })
  await catalog.addSources([
    aSource({ id: 'optech', title: 'Bitcoin Optech' }),
    aSource({ id: 'cafe', title: 'Café Économique' }),
    aSource({ id: 'posts', title: 'Newsletters', location: '/shows/bitcoin/mining-letters', url: null }),
    aSource({
      id: 'site',
      title: 'Weekly',
      location: 'https://feeds.test/a.xml',
      url: 'https://www.slow-food.org/',
    }),
  ])
  await add(catalog, 'recap-324', 'optech', 'Newsletter #324 Recap')
  await add(catalog, 'recap-325', 'optech', 'Newsletter #325 Recap')
  await add(catalog, 'menu', 'cafe', 'À la carte: Straßenkäse')
  return catalog
}

const add = (catalog: Catalog, id: string, sourceId: string, title: string) =>
  catalog.writeDocument(aWrite({ document: aDocument({ id, sourceId, title }), contentHash: id }))

const resolve = (text: string, catalog: Catalog, given: ParseOptions = options): Promise<Query> =>
  resolveOperators(parseQuery(text, given), catalog, given)

test('a query without names is given back as it is, and nothing is read', async () => {
  const query = parseQuery('taproot kind:post', options)
  expect(await resolveOperators(query, {} as Catalog, options)).toBe(query)
})

test.each([
  ['source:optech', { sourceIds: ['optech'] }],
  ['source:cafe', { sourceIds: ['cafe'] }],
  ['source:"economique CAFÉ"', { sourceIds: ['cafe'] }],
  // What a publisher is called is often no part of the title.
  ['source:letters', { sourceIds: ['posts'] }],
  ['source:"mining newsletters"', { sourceIds: ['posts'] }],
  ['source:bitcoin', { sourceIds: ['optech', 'posts'] }],
  ['source:slow-food', { sourceIds: ['site'] }],
  ['source:optech source:cafe', { sourceIds: ['optech', 'cafe'] }],
  ['in:recap-324', { documentIds: ['recap-324'] }],
  ['in:#325', { documentIds: ['recap-325'] }],
  ['in:"newsletter recap"', { documentIds: ['recap-324', 'recap-325'] }],
  ['in:324 in:menu', { documentIds: ['recap-324', 'menu'] }],
  ['in:STRASSENKASE', { documentIds: ['menu'] }],
  ['in:324 source:optech', { sourceIds: ['optech'], documentIds: ['recap-324'] }],
])('%s names by id or by words of the title, folded', async (text, filter) => {
  const query = await resolve(text, await openLibrary())
  expect(query.filter).toEqual(filter)
  expect(query.question).toBe('')
  expect(query.names).toEqual([])
})

test('a name of nothing becomes words again, beside one that is known', async () => {
  const query = await resolve('taproot source:wikipedia in:"no such thing" in:325', await openLibrary())
  expect(query.question).toBe('taproot source:wikipedia in:"no such thing"')
  expect(query.terms.map(({ word }) => word)).toEqual(['taproot', 'source', 'wikipedia', 'thing'])
  expect(query.filter).toEqual({ documentIds: ['recap-325'] })
  expect(query.understood).toEqual([{ name: 'in', value: 'Newsletter #325 Recap' }])
})

test('what was understood says the title of one thing, and what was typed of several', async () => {
  const query = await resolve('source:optech in:recap', await openLibrary())
  expect(query.understood).toEqual([
    { name: 'source', value: 'Bitcoin Optech' },
    { name: 'in', value: 'recap' },
  ])
})

test('a word must be there whole: a part of one names nothing', async () => {
  expect((await resolve('in:news x', await openLibrary())).filter).toEqual({})
})

test('the source of the page and another one in the query leave nothing', async () => {
  const given = { ...options, filter: { sourceIds: ['cafe'] } }
  const catalog = await openLibrary()
  expect((await resolve('x source:optech', catalog, given)).filter).toEqual({ sourceIds: [] })
  expect((await resolve('x source:cafe', catalog, given)).filter).toEqual({ sourceIds: ['cafe'] })
})

test('a document that was added is named by the next query, and a renamed one by its new title', async () => {
  const catalog = await openLibrary()
  expect((await resolve('x in:retrospective', catalog)).filter).toEqual({})
  await add(catalog, 'new', 'optech', 'A Retrospective')
  expect((await resolve('x in:retrospective', catalog)).filter).toEqual({ documentIds: ['new'] })
  const document = aDocument({ id: 'new', sourceId: 'optech', title: 'An Outlook' })
  await catalog.writeDocument(aWrite({ document, contentHash: 'renamed' }))
  expect((await resolve('x in:retrospective', catalog)).filter).toEqual({})
  expect((await resolve('x in:outlook', catalog)).filter).toEqual({ documentIds: ['new'] })
})

test('all documents are looked through, however many pages of them there are', async () => {
  const titles = Array.from({ length: 7 }, (_, index) => `Part ${index}`)
  const pages = titles.map((title, index) => ({
    documents: [{ id: `document-${index}`, title }],
    total: titles.length,
    next: index + 1 < titles.length ? String(index + 1) : null,
  }))
  const catalog = {
    latestSeq: () => Promise.resolve(1),
    findSummaries: () => Promise.resolve([]),
    listDocuments: (_filter: unknown, { cursor }: { cursor: string | null }) =>
      Promise.resolve(pages[Number(cursor ?? 0)]),
  } as unknown as Catalog
  expect((await resolve('in:"part 6"', catalog)).filter).toEqual({ documentIds: ['document-6'] })
})
