import { describe, expect, onTestFinished, test } from 'vitest'
import type { ChangeLog, DocumentNames, NameStore, PastQuery, QueryStore } from '../../src/catalog/catalog.js'
import { NameProvider } from '../../src/suggest/name-provider.js'
import { Suggestions, type SuggestionOptions } from '../../src/suggest/suggestions.js'

/** The three stores over plain maps. */
class SmallCatalog implements ChangeLog, NameStore, QueryStore {
  readonly names = new Map<string, DocumentNames>()
  readonly changed: { seq: number; documentId: string }[] = []
  queries: PastQuery[] = []

  write(documentId: string, fields: Partial<DocumentNames> | null): void {
    const names = { documentId, title: documentId, publishedAt: null, speakers: [] }
    if (fields) this.names.set(documentId, { ...names, ...fields })
    else this.names.delete(documentId)
    this.changed.push({ seq: this.changed.length + 1, documentId })
  }
  latestSeq = () => Promise.resolve(this.changed.length)
  changesSince = (seq: number, limit: number) =>
    Promise.resolve(this.changed.filter((change) => change.seq > seq).slice(0, limit))
  findNames = (ids: readonly string[]) =>
    Promise.resolve([...new Set(ids)].map((id) => this.names.get(id)).filter((names) => names !== undefined))
  recordQuery = ({ folded, text, hits, foundWell, at }: PastQuery & { at: string }) => {
    this.queries.push({ folded, text, hits, foundWell, times: 1, lastAt: at })
    return Promise.resolve()
  }
  listQueries = ({ found }: { found: boolean }) =>
    Promise.resolve(this.queries.filter(({ hits }) => hits > 0 === found))
  forgetQueries = () => {
    this.queries = []
    return Promise.resolve()
  }
}

async function someSuggestions(
  catalog: SmallCatalog,
  options: Partial<SuggestionOptions> = {},
): Promise<Suggestions> {
  const suggestions = new Suggestions(catalog, {
    keepQueries: true,
    onError: (error) => {
      throw error
    },
    ...options,
  })
  onTestFinished(() => suggestions.close())
  await suggestions.refresh()
  return suggestions
}

const shown = (suggestions: Suggestions, typed: string, limit = 8) =>
  suggestions.suggest(typed, limit).map(({ kind, text }) => `${kind}: ${text}`)

describe('names', () => {
  test('titles lead to their document, the newest first; speakers by the number of their documents', async () => {
    const catalog = new SmallCatalog()
    catalog.write('d1', { title: 'Anchors', publishedAt: '2024-01-01', speakers: ['Anna Meyer', 'Andrew'] })
    catalog.write('d2', { title: 'Ant farms', publishedAt: '2025-01-01', speakers: ['anna meyer'] })
    catalog.write('d3', { title: 'On ants', publishedAt: '2026-01-01', speakers: ['Anna Meyer'] })
    const suggestions = await someSuggestions(catalog)
    expect(suggestions.suggest('an', 8)).toEqual([
      { kind: 'speaker', text: 'Anna Meyer', ranges: [[0, 2]] },
      { kind: 'speaker', text: 'Andrew', ranges: [[0, 2]] },
      { kind: 'title', text: 'Ant farms', documentId: 'd2', ranges: [[0, 2]] },
      { kind: 'title', text: 'Anchors', documentId: 'd1', ranges: [[0, 2]] },
      { kind: 'title', text: 'On ants', documentId: 'd3', ranges: [[3, 5]] },
    ])
  })

  test('what changed is followed, what was removed is gone', async () => {
    const catalog = new SmallCatalog()
    for (let each = 0; each < 60; each++)
      catalog.write(`d${each}`, { title: `Part ${each}`, speakers: ['Zoe'] })
    const provider = new NameProvider(catalog)
    const found = (typed: string) => provider.find(typed, 100).map(({ suggestable }) => suggestable.text)
    await provider.refresh()
    expect(found('part')).toHaveLength(60)
    catalog.write('d7', { title: 'Renamed', speakers: ['Yan'] })
    for (let each = 0; each < 60; each++) if (each !== 7) catalog.write(`d${each}`, null)
    await provider.refresh()
    expect([found('part'), found('ren'), found('zoe'), found('yan')]).toEqual([[], ['Renamed'], [], ['Yan']])
  })
})

describe('past queries', () => {
  test('a query that found something is suggested at once and after a start; one that found nothing never', async () => {
    const catalog = new SmallCatalog()
    const suggestions = await someSuggestions(catalog)
    await suggestions.recordQuery({ text: '  What is\n RAG? ', hits: 4 })
    await suggestions.recordQuery({ text: 'what are zebras', hits: 0 })
    expect(shown(suggestions, 'wh')).toEqual(['query: What is RAG?'])
    expect(shown(await someSuggestions(catalog), 'wh')).toEqual(['query: What is RAG?'])
    expect(catalog.queries.map(({ folded, hits }) => [folded, hits])).toEqual([
      ['what is rag', 4],
      ['what are zebras', 0],
    ])
  })

  test('a query that no longer finds anything is suggested no more', async () => {
    const suggestions = await someSuggestions(new SmallCatalog())
    await suggestions.recordQuery({ text: 'rag', hits: 4 })
    await suggestions.recordQuery({ text: 'RAG', hits: 0 })
    expect(shown(suggestions, 'r')).toEqual([])
  })

  test('neither signs alone nor pasted text are kept', async () => {
    const catalog = new SmallCatalog()
    const suggestions = await someSuggestions(catalog)
    await suggestions.recordQuery({ text: '?!', hits: 1 })
    await suggestions.recordQuery({ text: 'word '.repeat(30), hits: 1 })
    expect(catalog.queries).toEqual([])
  })

  test('forgetting leaves nothing in memory and nothing in the catalog', async () => {
    const catalog = new SmallCatalog()
    const suggestions = await someSuggestions(catalog)
    await suggestions.recordQuery({ text: 'rag', hits: 4 })
    await suggestions.forgetQueries()
    expect([shown(suggestions, 'r'), catalog.queries]).toEqual([[], []])
  })

  test('switched off, none is kept or suggested, yet what was kept before can be forgotten', async () => {
    const catalog = new SmallCatalog()
    await (await someSuggestions(catalog)).recordQuery({ text: 'rag', hits: 4 })
    const suggestions = await someSuggestions(catalog, { keepQueries: false })
    await suggestions.recordQuery({ text: 'rags', hits: 4 })
    expect(shown(suggestions, 'r')).toEqual([])
    expect(catalog.queries).toHaveLength(1)
    await suggestions.forgetQueries()
    expect(catalog.queries).toEqual([])
  })

  test('a failure to keep one is told and does not fail the search', async () => {
    const catalog = new SmallCatalog()
    const failure = new Error('disk full')
    catalog.recordQuery = () => Promise.reject(failure)
    const told: unknown[] = []
    const suggestions = await someSuggestions(catalog, { onError: (error) => told.push(error) })
    await suggestions.recordQuery({ text: 'rag', hits: 4 })
    expect(told).toEqual([failure])
  })
})

test('no kind crowds out another, and a query that is a title is shown once, as the title', async () => {
  const catalog = new SmallCatalog()
  for (let each = 0; each < 20; each++)
    catalog.write(`d${each}`, { title: `Graph ${each}`, speakers: ['Grace'] })
  const suggestions = await someSuggestions(catalog)
  for (const text of ['graph 0', 'green', 'grey']) await suggestions.recordQuery({ text, hits: 1 })
  expect(shown(suggestions, 'gr', 5)).toEqual([
    'query: green',
    'query: grey',
    'speaker: Grace',
    'title: Graph 0',
    'title: Graph 1',
  ])
})
