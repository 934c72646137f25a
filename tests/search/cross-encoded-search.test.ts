import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { embedPassages, keyPassages, vectorSpaces } from '../../ingest/embed-passages.js'
import { openSqliteCatalog } from '../../src/catalog/sqlite/open-sqlite-catalog.js'
import type { CrossEncoder } from '../../src/embed/cross-encoder.js'
import { openCrossEncoder } from '../../src/embed/open-cross-encoder.js'
import { openEmbeddedIndex } from '../../src/index/embedded/open-embedded-index.js'
import { followCatalog } from '../../src/index/follow.js'
import { searchPassages, type SearchRequest } from '../../src/search/search-passages.js'
import { indexIdentity } from '../../src/adapters.js'
import { aDocument, aPassage, aSource, aWrite } from '../builders/documents.js'
import { FakeEmbedder } from '../embed/fake-embedder.js'
import { makeTinyCrossEncoder } from '../embed/tiny-cross-encoder.js'
import { modelsFolder } from '../embed/vendored-model.js'

/**
 * The whole use case over a real catalog and index with a real cross-encoder in its process, which counts how many words
 * of a text are in the question, each as often as it is said: an order that no other part of search would give.
 */

const question = 'why do rivers freeze in winter?'

/** Sentences of five seconds each. */
const documents = {
  // All of the question, once each: the best of the second stage. Counted: why, do, rivers, freeze, in, winter, ? = 7.
  whole: ['They asked why do rivers freeze in winter?', 'Nobody had an answer that evening.'],
  // Counted 12: rivers and freeze, over and over.
  often: [
    'Lakes were the topic of the morning.',
    'A second sentence has rivers.',
    'Rivers freeze, rivers freeze, rivers freeze, rivers freeze.',
    'Do rivers freeze, rivers freeze, rivers freeze, rivers freeze?',
  ],
  // Counted 1.
  once: ['Rivers flow to the sea as they always did.'],
} as const

async function aSearch(crossEncoder: CrossEncoder | null) {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-cross-'))
  const catalog = await openSqliteCatalog(join(folder, 'catalog.db'))
  const embedder = new FakeEmbedder(1024)
  const index = await openEmbeddedIndex(join(folder, 'index'), indexIdentity(embedder.identity), {
    role: 'writer',
  })
  onTestFinished(async () => {
    await crossEncoder?.close()
    await index.close()
    await catalog.close()
    await rm(folder, { recursive: true, force: true })
  })
  await catalog.addSources([aSource()])
  for (const [id, said] of Object.entries(documents)) {
    const document = aDocument({ id, title: `Folge ${id}`, language: 'en' })
    const text = said.join(' ')
    const sentences = said.map((sentence, at) => {
      const from = said.slice(0, at).join(' ').length + (at > 0 ? 1 : 0)
      return { from, to: from + sentence.length, startMs: at * 5000, endMs: at * 5000 + 5000, speaker: null }
    })
    const passage = aPassage({ documentId: id, text, sentences, endMs: said.length * 5000 })
    const passages = keyPassages([passage], document.title)
    const vectors = await embedPassages(passages, document.title, { catalog, embedder })
    await catalog.writeDocument(aWrite({ document, passages, vectors, contentHash: id }))
  }
  await followCatalog(catalog, index, { spaces: vectorSpaces(embedder) })
  const defaults: SearchRequest = { k: 10, mode: 'hybrid', filter: {}, sort: 'relevance', cursor: null }
  const degradedBy: unknown[] = []
  const search = async (text: string, request: Partial<SearchRequest> = {}) => {
    const result = await searchPassages(
      text,
      { ...defaults, ...request },
      {
        catalog,
        index,
        embedder,
        crossEncoder,
        languages: () => Promise.resolve(['en']),
        passageCount: () => Promise.resolve(3),
        onDegraded: (error) => void degradedBy.push(error),
      },
    )
    const { hits, degraded } = result
    return { ids: hits.map(({ document }) => document.id), hits, degraded }
  }
  return Object.assign(search, { degradedBy })
}

const openTiny = async () => openCrossEncoder({ crossEncoder: await makeTinyCrossEncoder(), modelsFolder })

test('hits come in the order of the cross-encoder, with scores that only fall, and play from the sentence that it chose', async () => {
  const without = await (await aSearch(null))(question)
  expect(without.ids).toEqual(['whole', 'often', 'once'])

  const search = await aSearch(await openTiny())
  const { ids, hits, degraded } = await search(question)
  expect({ ids, degraded, by: search.degradedBy }).toEqual({
    ids: ['often', 'whole', 'once'],
    degraded: false,
    by: [],
  })
  const own = new Map(without.hits.map(({ document, score }) => [document.id, score]))
  expect(hits.map(({ score }) => score)).toEqual([own.get('often'), own.get('often'), own.get('once')])
  // The third sentence has eight words of the question; the fourth has more, and asks. The one before it is played first.
  expect(hits.map(({ text, best: [from, to] }) => text.slice(from, to))).toEqual([
    documents.often[2],
    documents.whole[1],
    documents.once[0],
  ])
  expect(hits[0]?.jumpMs).toBe(5000)
})

test('names, single retrievers and listings are left in their order, and are not read', async () => {
  const asked: string[] = []
  const spy = { model: 'spy', close: () => Promise.resolve() }
  const search = await aSearch({
    ...spy,
    score: (query, texts) => {
      asked.push(query)
      return Promise.resolve(texts.map((_, at) => at))
    },
  })
  await search('rivers freeze')
  await search(question, { mode: 'lexical' })
  await search(question, { mode: 'dense' })
  await search('kind:episode')
  expect(asked).toEqual([])
  await search(question)
  // Passages, then the sentences of each of three hits; operators are no part of the question.
  expect(asked).toEqual(Array(4).fill('why do rivers freeze in winter?'))
})

test('passages are read under the title of their document', async () => {
  const read: string[][] = []
  const search = await aSearch({
    model: 'spy',
    score: (_, texts) => {
      read.push([...texts])
      return Promise.resolve(texts.map(() => 0))
    },
    close: () => Promise.resolve(),
  })
  await search(question)
  expect(read[0]).toContain(`Folge once\n${documents.once[0]}`)
  expect(read.slice(1).flat().sort()).toEqual(Object.values(documents).flat().sort())
})

test('a cross-encoder that fails leaves the order as it was, marked degraded, and the reason is told', async () => {
  const crossEncoder = await openTiny()
  const search = await aSearch(crossEncoder)
  await crossEncoder?.close()
  const { ids, degraded } = await search(question)
  expect({ ids, degraded }).toEqual({ ids: ['whole', 'often', 'once'], degraded: true })
  expect(search.degradedBy).toContainEqual(expect.objectContaining({ code: 'CROSS_ENCODER_UNAVAILABLE' }))
})
