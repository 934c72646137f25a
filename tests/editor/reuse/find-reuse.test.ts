import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../../src/config.js'
import { findReuse, type ReusedParagraph } from '../../../src/editor/reuse/find-reuse.js'
import { splitDraft } from '../../../src/editor/reuse/split-draft.js'
import { openQueryEmbedder } from '../../../src/embed/open-embedder.js'
import { openEvalLibrary } from '../../../src/eval/eval-library.js'
import { readCorpora } from '../../../src/eval/read-corpus.js'
import { openCatalog, openWriterIndex } from '../../../src/adapters.js'

/** The bundled show with the real model: what is said in its episodes, asked with the posts that go with them. */

const show = 'data/sample/five-minutes-on-search'

/** Heading in the posts → the episode and its chapter [from, to) in seconds that is about it, by the show's own chapters. */
const places: [heading: string, episode: RegExp, from: number, to: number][] = [
  ['2. Vocabulary Mismatch', /^Embeddings/, 0, 28.84],
  ['1. Embeddings', /^Embeddings/, 28.84, 78.75],
  ['3. Contrastive Learning', /^Embeddings/, 78.75, 113.47],
  ['5. HNSW Graphs', /^HNSW/, 36.07, 122.78],
  ['1. Cosine Similarity', /^Cosine/, 0, 60],
  ['1. Inverse Document Frequency', /^BM25/, 0, 55.86],
  ['2. Term Saturation', /^BM25/, 73.6, 110.69],
  ['3. Length Normalisation', /^BM25/, 110.69, 140.35],
  ['4. Reciprocal Rank Fusion', /^Rank fusion/, 24.41, 66.25],
  ['5. Min-Max Normalisation', /^Rank fusion/, 66.25, 98.3],
  ['1. Autoencoders', /^Variational/, 0, 42.16],
  ['2. Variational Autoencoders', /^Variational/, 62.03, 108.6],
  ['4. Reparameterisation Trick', /^Variational/, 108.6, 133.75],
  ['1. Latent Space', /latent space\?$/, 0, 60],
  ['1. Passages and Chunking', /^Passages/, 19.85, 68.59],
  ['2. Relevance Judgments', /^Evaluation/, 24.35, 61.24],
  ['3. Mean Reciprocal Rank', /^Evaluation/, 75.88, 134.42],
  ['4. nDCG', /^Evaluation/, 75.88, 134.42],
]

let dataFolder: string
let opened: Awaited<ReturnType<typeof openParts>>

async function openParts() {
  const config = { ...readConfig({}), dataFolder }
  const episodes = await readCorpora([join(show, 'feed.xml')], config)
  const built = await openEvalLibrary(episodes, {
    config,
    onProgress: () => undefined,
  })
  await built.close()
  const library = { ...config, dataFolder: built.folder }
  const catalog = await openCatalog(library)
  const embedder = await openQueryEmbedder(library)
  const index = await openWriterIndex(library, embedder)
  const onDegraded = (error: unknown) => {
    throw error
  }
  return { catalog, embedder, index, onDegraded, languages: () => Promise.resolve(['en']) }
}

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'cuepoint-reuse-'))
  opened = await openParts()
}, 300_000)

afterAll(async () => {
  await opened.index.close()
  await opened.embedder.close()
  await opened.catalog.close()
  await rm(dataFolder, { recursive: true, force: true })
})

const ask = (draft: string, { k = 5, limit = 50, cursor = null as string | null } = {}) =>
  findReuse({ draft, filter: {}, k, limit, cursor }, opened)

async function readPosts(): Promise<string[]> {
  const names = (await readdir(join(show, 'posts'))).filter((name) => name.endsWith('.md'))
  return Promise.all(names.sort().map((name) => readFile(join(show, 'posts', name), 'utf8')))
}

const isIn = ({ matches }: ReusedParagraph, [, episode, from, to]: (typeof places)[number]): boolean =>
  matches.some(
    ({ document, startMs, endMs }) =>
      episode.test(document.title) && (startMs ?? 0) < to * 1000 && (endMs ?? 0) > from * 1000,
  )

test('a section of a post finds the chapter that says it among the first five, for at least nine of ten', async () => {
  const drafts = await readPosts()
  const missed: string[] = []
  for (const place of places) {
    const draft = drafts.find((each) => each.includes(`### ${place[0]}\n`)) ?? ''
    const section = `### ${place[0]}\n${draft.split(`### ${place[0]}\n`)[1]?.split('\n#')[0] ?? ''}`
    const { paragraphs } = await ask(section)
    if (!paragraphs.some((paragraph) => isIn(paragraph, place))) missed.push(place[0])
  }
  console.log(`sections found in the first five: ${places.length - missed.length} of ${places.length}`)
  expect(missed.length, missed.join(', ')).toBeLessThanOrEqual(places.length / 10)
})

test('what the library does not talk about finds nothing', async () => {
  const { paragraphs } = await ask(
    'To bake a good sourdough loaf you need patience more than anything else. Feed your starter twice a day and keep it warm.\n\n' +
      'The city council voted on Tuesday to close the old bridge to cars, and cyclists welcomed the decision.',
  )
  expect(paragraphs.map(({ matches }) => matches)).toEqual([[], []])
})

test('a sentence of an episode is told as repeated, with the second where it is said', async () => {
  const { documents } = await opened.catalog.listDocuments({ title: 'BM25' }, { limit: 1, cursor: null })
  const passages = await opened.catalog.readPassages(documents[0]?.id ?? '')
  const said = passages.flatMap(({ text, sentences }) =>
    sentences.map((each) => ({ ...each, said: text.slice(each.from, each.to) })),
  )
  const sentence = said.find((each) => each.said.split(' ').length > 12)
  const { paragraphs } = await ask(`In our last post: ${sentence?.said ?? ''}`)
  const [match] = paragraphs[0]?.matches ?? []
  expect(match).toMatchObject({ relation: 'repeats', document: { id: documents[0]?.id } })
  expect(match?.text.slice(...match.best)).toBe(sentence?.said)
  expect(match?.jumpMs).toBeLessThanOrEqual(sentence?.startMs ?? 0)
})

test('signs of the query language in a draft are words', async () => {
  const plain =
    'A variational autoencoder encodes each input as a small cloud, by a mean and a spread, instead of a single point.'
  const signs = `${plain} kind:song -cloud "no such phrase" before:1999`
  const [first, second] = [await ask(plain), await ask(signs)]
  const found = ({ paragraphs }: typeof first) => paragraphs[0]?.matches[0]?.passageId
  expect(found(second)).toBe(found(first))
  expect(found(first)).toBeDefined()
})

test('a draft is answered in pages, which fit together', async () => {
  const [draft = ''] = await readPosts()
  const { length: total } = splitDraft(draft)
  const whole = await ask(draft, { k: 1 })
  const first = await ask(draft, { k: 1, limit: 3 })
  const second = await ask(draft, { k: 1, limit: 50, cursor: first.next })
  expect(first).toMatchObject({ total, next: '3' })
  expect(second.next).toBeNull()
  expect([...first.paragraphs, ...second.paragraphs]).toEqual(whole.paragraphs)
  expect(await ask(draft, { cursor: '500' })).toMatchObject({ paragraphs: [], next: null, total })
})

test('when whoever asked has left, nothing more is begun', async () => {
  const left = new AbortController()
  let embedded = 0
  const embedder = {
    ...opened.embedder,
    identity: opened.embedder.identity,
    embedPassages(texts: readonly string[]) {
      embedded++
      left.abort()
      return opened.embedder.embedPassages(texts)
    },
    embedQuery: (text: string) => opened.embedder.embedQuery(text),
    close: () => Promise.resolve(),
  }
  const [draft = ''] = await readPosts()
  const request = { draft, filter: {}, k: 1, limit: 50, cursor: null }
  await expect(findReuse(request, { ...opened, embedder }, left.signal)).rejects.toThrow(/abort/)
  // Two paragraphs were under way, each with itself and its sentences.
  expect(embedded).toBeLessThanOrEqual(4)
})

test('a cursor of none of ours is refused', async () => {
  await expect(ask('Any words.', { cursor: 'x' })).rejects.toMatchObject({ code: 'QUERY_INVALID' })
})
