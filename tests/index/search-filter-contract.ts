import { beforeAll, expect, test } from 'vitest'
import fc from 'fast-check'
import { analyzeQuery } from '../../src/index/analyze.js'
import type { IndexEntry, SearchFilter } from '../../src/index/search-index.js'
import { anEntry, changesOf, randomNumbers, vector } from './entry-builder.js'
import type { IndexAdapter, IndexUnderTest } from './search-index-contract.js'

/** The part of the contract that is about filters: both searches against a plain predicate over 2,000 entries. */

const ids = (ranking: readonly { passageId: string }[]) => ranking.map(({ passageId }) => passageId)

export function describeSearchFilters(adapter: IndexAdapter): void {
  const kinds = ['episode', 'short', 'post'] as const
  const languages = ['en', 'en-gb', 'de', null] as const
  const speakers = [[], ['Ana María Götz'], ['Bob Stone', 'Ana Stone'], ['MARIA STONE']] as const
  const random = randomNumbers(7)
  /** 2,000 of them, one document in two hundred has ten: 0.5% of the entries; ads one in twenty. */
  const entries = Array.from({ length: 2000 }, (_, position) => {
    const document = Math.floor(position / 10)
    return anEntry({
      passageId: `p${String(position).padStart(4, '0')}`,
      documentId: `document-${document}`,
      sourceId: `source-${document % 7}`,
      kind: kinds[document % 3] ?? 'post',
      language: languages[document % 4] ?? null,
      publishedAt: document % 9 === 0 ? null : new Date(Date.UTC(2020, 0, 1 + document)).toISOString(),
      speakers: speakers[position % 4] ?? [],
      ad: position % 20 === 3,
      withdrawn: document % 11 === 5,
      text: position % 2 === 0 ? 'even numbers' : 'odd numbers',
      vector: vector(random() - 0.5, random() - 0.5, random() - 0.5, random() - 0.5),
    })
  })
  let opened: IndexUnderTest
  beforeAll(async () => {
    opened = await adapter.open()
    await opened.index.apply(changesOf(entries), 1)
    return () => opened.dispose()
  })

  const fold = (name: string) =>
    name.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').split(' ').filter(Boolean)
  const speaks = (entry: IndexEntry, wanted: string) => {
    const words = fold(wanted)
    return words.length > 0 && entry.speakers.some((name) => words.every((word) => fold(name).includes(word)))
  }
  const allows = (filter: SearchFilter) => (entry: IndexEntry) =>
    (filter.includeAds === true || !entry.ad) &&
    (filter.includeWithdrawn === true || !entry.withdrawn) &&
    (!filter.kinds || filter.kinds.includes(entry.kind)) &&
    (!filter.sourceIds || filter.sourceIds.includes(entry.sourceId)) &&
    (!filter.documentIds || filter.documentIds.includes(entry.documentId)) &&
    (!filter.languages || filter.languages.includes(entry.language?.split('-')[0] ?? 'en')) &&
    (!filter.speakers || filter.speakers.some((wanted) => speaks(entry, wanted))) &&
    (filter.after === undefined || (entry.publishedAt !== null && entry.publishedAt >= filter.after)) &&
    (filter.before === undefined || (entry.publishedAt !== null && entry.publishedAt < filter.before))

  const numbers = analyzeQuery('numbers', ['en', 'de'])
  async function expectOnly(filter: SearchFilter): Promise<number> {
    const allowed = entries.filter(allows(filter))
    const expected = allowed.map(({ passageId }) => passageId)
    const lexical = await opened.index.searchLexical(numbers, filter, 5000)
    const dense = await opened.index.searchDense(vector(1, 2, 3, 4), filter, 5000)
    expect(ids(lexical).toSorted()).toEqual(expected)
    expect(ids(dense).toSorted()).toEqual(expected)
    return expected.length
  }

  test('ads and withdrawn documents are left out unless asked for', async () => {
    const byDefault = await expectOnly({})
    const withAds = await expectOnly({ includeAds: true })
    const withWithdrawn = await expectOnly({ includeWithdrawn: true })
    expect(await expectOnly({ includeAds: true, includeWithdrawn: true })).toBe(2000)
    expect(withAds).toBeGreaterThan(byDefault)
    expect(withWithdrawn).toBeGreaterThan(byDefault)
  })

  test.each<SearchFilter>([
    { kinds: ['short'] },
    { kinds: ['episode', 'post'] },
    { sourceIds: ['source-3'] },
    { documentIds: ['document-12', 'document-13', 'nowhere'] },
    { languages: ['en'] },
    { languages: ['de', 'fr'] },
    { languages: ['de', 'en'] },
    { after: '2020-03-01T00:00:00.000Z' },
    { before: '2020-03-01T00:00:00.000Z' },
    { after: '2020-02-01T00:00:00.000Z', before: '2020-02-02T00:00:00.000Z' },
    { speakers: ['maria'] },
    { speakers: ['stone ana'] },
    { speakers: ['GÖTZ', 'bob'] },
    { speakers: ['Maria Götz Stone'] },
  ])('%j finds those it allows, and all of them', async (filter) => {
    await expectOnly(filter)
  })

  test.each<SearchFilter>([
    { kinds: [] },
    { sourceIds: ['%'] },
    { documentIds: ["' OR 1=1 --"] },
    { speakers: ['nobody'] },
    { speakers: ['!?'] },
    { speakers: ['%'] },
    { languages: ['constructor'] },
  ])('%j finds nothing', async (filter) => {
    expect(await expectOnly(filter)).toBe(0)
  })

  test('a filter that leaves one passage in a thousand still fills the ranking from it', async () => {
    const filter = { documentIds: ['document-20'], speakers: ['Bob'] } // 2 of 2,000
    expect(await expectOnly(filter)).toBe(2)
    expect(await opened.index.searchDense(vector(1, 2, 3, 4), filter, 1)).toHaveLength(1)
    expect(await opened.index.searchLexical(numbers, filter, 1)).toHaveLength(1)
  })

  test('a date that is none is named', async () => {
    const filter = { after: 'yesterday' }
    await expect(opened.index.searchLexical(numbers, filter, 1)).rejects.toMatchObject({
      code: 'QUERY_INVALID',
    })
    await expect(opened.index.searchDense(vector(1, 0, 0, 0), filter, 1)).rejects.toMatchObject({
      code: 'QUERY_INVALID',
    })
  })

  test('any filters combined allow what each of them allows', async () => {
    const some = <Value>(values: readonly Value[]) => fc.subarray([...values], { minLength: 1, maxLength: 3 })
    const day = fc
      .integer({ min: 0, max: 210 })
      .map((days) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString())
    const filters = fc.record(
      {
        kinds: some(kinds),
        sourceIds: some(['source-0', 'source-1', 'source-5', 'nowhere']),
        languages: some(['en', 'de', 'fr']),
        speakers: some(['ana', 'stone', 'maria stone', 'x']),
        after: day,
        before: day,
        includeAds: fc.boolean(),
        includeWithdrawn: fc.boolean(),
      },
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        await expectOnly(filter)
      }),
      { numRuns: 40 },
    )
  })

  test('dense search is exact under any filter', async () => {
    const component = fc.double({ min: -1, max: 1, noNaN: true })
    const queries = fc
      .tuple(component, component, component, component)
      .filter((parts) => Math.hypot(...parts) > 0.01)
    await fc.assert(
      fc.asyncProperty(
        queries,
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom(...kinds),
        async (parts, depth, kind) => {
          const query = vector(...parts)
          const filter = { kinds: [kind] }
          const expected = entries
            .filter(allows(filter))
            .map((entry) => ({ passageId: entry.passageId, score: cosine(query, entry.vector) }))
            .sort((a, b) => b.score - a.score || (a.passageId < b.passageId ? -1 : 1))
            .slice(0, depth)
          const found = await opened.index.searchDense(query, filter, depth)
          expect(ids(found)).toEqual(ids(expected))
          for (const [position, { score }] of found.entries())
            expect(score).toBeCloseTo(expected[position]?.score ?? NaN, 5)
        },
      ),
      { numRuns: 40 },
    )
  })
}

const cosine = (a: Float32Array, b: Float32Array | null): number =>
  a.reduce((sum, component, position) => sum + component * (b?.[position] ?? 0), 0)
