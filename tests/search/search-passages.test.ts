import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { embedPassages, keyPassages, vectorSpaces } from '../../ingest/embed-passages.js'
import { openSqliteCatalog } from '../../src/catalog/sqlite/open-sqlite-catalog.js'
import { openEmbeddedIndex } from '../../src/index/embedded/open-embedded-index.js'
import { followCatalog } from '../../src/index/follow.js'
import { searchPassages, type SearchRequest } from '../../src/search/search-passages.js'
import { indexIdentity } from '../../src/adapters.js'
import { aConcept, aMention, aReading, aStatement, anUpdate } from '../builders/concepts.js'
import { aDocument, aPassage, aSource, aWrite } from '../builders/documents.js'
import { FakeEmbedder } from '../embed/fake-embedder.js'

/** The whole use case over a real catalog and index, with a model of as many dimensions as large multilingual ones have. */

interface Written {
  id: string
  language: string
  texts: readonly string[]
  publishedAt?: string
  description?: string
  /** Of all that is said. */
  speaker?: string
}

async function aSearch(...documents: Written[]) {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-search-'))
  const catalog = await openSqliteCatalog(join(folder, 'catalog.db'))
  const embedder = new FakeEmbedder(1024)
  const index = await openEmbeddedIndex(join(folder, 'index'), indexIdentity(embedder.identity), {
    role: 'writer',
  })
  onTestFinished(async () => {
    await index.close()
    await catalog.close()
    await rm(folder, { recursive: true, force: true })
  })
  await catalog.addSources([aSource()])
  for (const { id, texts, speaker = null, ...fields } of documents) {
    const document = aDocument({ id, title: `Folge ${id}`, ...fields })
    const passages = keyPassages(
      texts.map((text, ordinal) => {
        const passage = aPassage({ documentId: id, ordinal, text, speaker })
        return { ...passage, sentences: passage.sentences.map((each) => ({ ...each, speaker })) }
      }),
      document.title,
    )
    const vectors = await embedPassages(passages, document.title, { catalog, embedder })
    await catalog.writeDocument(aWrite({ document, passages, vectors, contentHash: id }))
  }
  await followCatalog(catalog, index, { spaces: vectorSpaces(embedder) })
  const defaults: SearchRequest = { k: 10, mode: 'hybrid', filter: {}, sort: 'relevance', cursor: null }
  const degradedBy: unknown[] = []
  const search = (text: string, request: Partial<SearchRequest> = {}) =>
    searchPassages(
      text,
      { ...defaults, ...request },
      {
        catalog,
        index,
        embedder,
        languages: async () => (await index.stats()).languages,
        passageCount: async () => (await index.stats()).passages,
        onDegraded: (error) => void degradedBy.push(error),
      },
    )
  return Object.assign(search, { catalog, degradedBy })
}

const said = {
  pays: { language: 'de', text: 'Am Ende zahlt der Käufer die Gebühren, nicht der Händler.' },
  houses: { language: 'de', text: 'Die Häuser der Altstadt sind aus Sandstein gebaut.' },
  engines: { language: 'ja', text: '今日は検索エンジンの仕組みについて話します。' },
  keys: { language: 'ja', text: '秘密鍵を安全に保管する方法です。' },
} as const

test.each<[string, keyof typeof said]>([
  ['wer muss Gebühr zahlen?', 'pays'],
  ['altes Haus aus SANDSTEIN', 'houses'],
  ['検索エンジン', 'engines'],
  ['鍵', 'keys'],
])('%s is found in its inflected or unsegmented form', async (query, expected) => {
  const documents = Object.entries(said).map(([id, { language, text }]) => ({ id, language, texts: [text] }))
  const { hits, degraded } = await (await aSearch(...documents))(query)
  expect({ degraded, first: hits[0]?.document.id }).toEqual({ degraded: false, first: expected })
})

test('operators alone list each document once, newest first, however alike they begin', async () => {
  const intro = 'Welcome to the show where we talk about rivers and lakes every week.'
  const search = await aSearch(
    { id: 'a', language: 'en', texts: [intro, 'Ice.'], publishedAt: '2024-01-01T00:00:00.000Z' },
    { id: 'b', language: 'en', texts: [intro, 'Snow.'], publishedAt: '2025-01-01T00:00:00.000Z' },
  )
  const { hits, total, understood } = await search('kind:episode')
  expect(hits.map(({ document }) => document.id)).toEqual(['b', 'a'])
  expect({ total, understood }).toEqual({ total: 2, understood: [{ name: 'kind', value: 'episode' }] })
})

test('pages follow each other without a hit twice, and a cursor of nobody’s is refused', async () => {
  const texts = Array.from({ length: 12 }, (_, at) => `River number ${at} freezes in month ${at}.`)
  const search = await aSearch(...texts.map((text, at) => ({ id: `d${at}`, language: 'en', texts: [text] })))
  const first = await search('river freezes', { k: 5 })
  const second = await search('river freezes', { k: 5, cursor: first.next })
  const ids = [...first.hits, ...second.hits].map(({ passageId }) => passageId)
  expect(new Set(ids).size).toBe(10)
  await expect(search('river', { cursor: 'abc' })).rejects.toMatchObject({ code: 'QUERY_INVALID' })
})

test('what the query names and what its hits are about are its concepts, on the first page; each hit has its own', async () => {
  const search = await aSearch({ id: 'd', language: 'en', texts: ['Ice floats on rivers.'] })
  const [passage] = await search.catalog.readPassages('d')
  const mention = aMention({ slug: 'ice', documentId: 'd', passageId: passage?.id ?? '' })
  await search.catalog.applyConcepts(
    anUpdate({
      concepts: [
        aConcept({ slug: 'river', definitions: [aStatement({ text: 'A river is running water.' })] }),
        aConcept({ slug: 'ice' }),
      ],
      documents: [aReading('d', { mentions: [mention] })],
    }),
  )
  const first = await search('kind:episode rivers')
  expect(first.concepts).toEqual([
    { slug: 'river', name: 'river', definition: 'A river is running water.' },
    { slug: 'ice', name: 'ice', definition: null },
  ])
  expect(first.hits.map(({ text, concepts }) => [text, concepts])).toEqual([
    ['Ice floats on rivers.', [{ slug: 'ice', name: 'ice' }]],
  ])
  expect(search.degradedBy).toEqual([])
})

test('a search whose concepts cannot be read is answered without them, and the reason is told', async () => {
  const search = await aSearch({ id: 'd', language: 'en', texts: ['Rivers rise.'] })
  const failure = new Error('no such table')
  search.catalog.findMentionsIn = () => Promise.reject(failure)
  const { hits, concepts, degraded } = await search('rivers')
  expect([hits.map((hit) => hit.concepts), concepts, degraded]).toEqual([[[]], [], false])
  expect(search.degradedBy).toEqual([failure])
})

test('a speaker is found by the name, and by what the notes call that person', async () => {
  const talk = { language: 'en', speaker: 'Maria Quell' }
  const search = await aSearch(
    {
      ...talk,
      id: 'noted',
      texts: ['The mempool is a queue of payments.'],
      description: 'With Maria "Crumb" Quell.',
    },
    { ...talk, id: 'plain', texts: ['Every node has its own mempool.'], description: 'With Maria Quell.' },
  )
  const found = async (query: string) => (await search(query)).hits.map(({ document }) => document.id).sort()
  expect(await found('mempool speaker:crumb')).toEqual(['noted'])
  expect(await found('mempool speaker:"Maria Quell"')).toEqual(['noted', 'plain'])
})

test('a query of signs alone finds nothing', async () => {
  const search = await aSearch({ id: 'd', language: 'en', texts: ['Rivers rise.'] })
  for (const signs of ['🎉', '"', '-', '?!', ':-)', 'kind:episode …'])
    expect([signs, (await search(signs)).total]).toEqual([signs, 0])
})

test('a question whose words nobody says finds what is nearest, says so, and names no concepts of it', async () => {
  const search = await aSearch({ id: 'd', language: 'en', texts: ['Ice floats on rivers.'] })
  const [passage] = await search.catalog.readPassages('d')
  const mention = aMention({ slug: 'ice', documentId: 'd', passageId: passage?.id ?? '' })
  await search.catalog.applyConcepts(
    anUpdate({ concepts: [aConcept({ slug: 'ice' })], documents: [aReading('d', { mentions: [mention] })] }),
  )
  const unsaid = await search('why do volcanoes erupt?')
  expect([unsaid.total, unsaid.byMeaning, unsaid.concepts]).toEqual([1, true, []])
  const partlySaid = await search('why do rivers erupt?')
  expect([partlySaid.total, partlySaid.byMeaning, partlySaid.concepts.length]).toEqual([1, false, 1])
  expect((await search('volcanoes', { mode: 'lexical' })).byMeaning).toBe(false)
})

test('where a filter leaves nothing, or a name is nowhere, nothing is nearest in meaning', async () => {
  const search = await aSearch({ id: 'd', language: 'en', texts: ['Ice floats on rivers.'] })
  for (const query of ['why do rivers freeze? kind:post', 'volcanoes kind:post', 'BIP99999'])
    expect([query, await search(query)]).toMatchObject([query, { total: 0, byMeaning: false }])
})

test('a name that is nowhere finds nothing: what is spelt alike is another', async () => {
  const search = await aSearch({ id: 'd', language: 'en', texts: ['BIP324 encrypts what nodes say.'] })
  expect((await search('BIP99999')).total).toBe(0)
  expect((await search('BIP324')).total).toBe(1)
  expect((await search('BIP99999', { mode: 'dense' })).total).toBe(1)
})

test('what is misspelt and nowhere is searched for in the words that the library knows, but not in quotes', async () => {
  const texts = [
    'The mempool holds what waits.',
    'A mempool is emptied by fees.',
    'The mempool again.',
    'Rivers rise.',
  ]
  const search = await aSearch({ id: 'd', language: 'en', texts })
  const corrected = await search('mempoool kind:episode')
  expect(corrected).toMatchObject({
    query: 'mempoool kind:episode',
    didYouMean: 'mempool kind:episode',
    searchedFor: 'mempool kind:episode',
    byMeaning: false,
    understood: [{ name: 'kind', value: 'episode' }],
  })
  expect(corrected.hits[0]?.text).toContain('mempool')
  expect(await search('"mempoool"')).toMatchObject({ total: 0, searchedFor: null })
  expect(await search('rivers mempoool')).toMatchObject({ didYouMean: 'rivers mempool', searchedFor: null })
})

test('a short form finds what says the long form of its concept, in whatever other way they are written', async () => {
  const search = await aSearch(
    {
      id: 'a',
      language: 'en',
      texts: ['A squeezed code is drawn from a cloud by variational autoencoders.'],
    },
    {
      id: 'b',
      language: 'en',
      texts: ['Partially signed bitcoin transactions (PSBT) go from hand to hand.'],
    },
    { id: 'c', language: 'en', texts: ['A PSBT carries what the next signer needs.'] },
  )
  const concepts = [
    aConcept({
      slug: 'vae',
      name: 'Variational Autoencoders',
      aliases: ['VAE'],
      keys: ['variational autoencoder', 'vae'],
    }),
    aConcept({
      slug: 'psbt',
      name: 'Partly Signed Transaction',
      aliases: ['PSBT'],
      keys: ['partly signed transaction', 'psbt'],
    }),
  ]
  await search.catalog.applyConcepts(anUpdate({ concepts }))
  const found = async (query: string) =>
    (await search(query, { mode: 'lexical' })).hits.map(({ document }) => document.id)
  expect(await found('VAE')).toEqual(['a'])
  expect(new Set(await found('PSBT'))).toEqual(new Set(['b', 'c']))
  expect(search.degradedBy).toEqual([])
})
