import { availableParallelism } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pipeline, env } from '@huggingface/transformers'
import type { Embedder } from '../../src/embed/embedder.js'
import { ProcessEmbedder } from '../../src/embed/process-embedder.js'
import { ThreadEmbedder } from '../../src/embed/thread-embedder.js'
import { FakeEmbedder } from './fake-embedder.js'
import { cosine, findVendoredModel } from './vendored-model.js'

const openThread = async () => new ThreadEmbedder(await findVendoredModel())
const openProcesses = async () => new ProcessEmbedder(await findVendoredModel(), { processes: 2 })
const openFake = () => Promise.resolve(new FakeEmbedder())

const question = 'How does a phone wallet learn of its payments without the whole chain?'
const right = 'Compact block filters let a light client test whether a block holds one of its addresses.'
const wrong = 'Leave the dough to rise for an hour, then bake it at two hundred degrees.'

/** Odd lengths in no order: 12 words, none, 5,000 words, one emoji, … */
const mixedTexts = [
  right,
  '',
  'word '.repeat(5_000),
  '🎉',
  wrong,
  '   \n ',
  'Zürich, naïve, 東京, עברית',
  `${right} ${wrong} `.repeat(9),
  'a',
]

interface Adapter {
  name: string
  open: () => Promise<Embedder>
}
const adapters: Adapter[] = [
  { name: 'thread', open: openThread },
  { name: 'processes', open: openProcesses },
  { name: 'fake', open: openFake },
]

describe.each(adapters)('an embedder ($name)', ({ open }) => {
  let embedder: Embedder
  beforeAll(async () => {
    embedder = await open()
    await embedder.embedQuery('load the model')
  })
  afterAll(() => embedder.close())

  test('gives each text, whatever it holds, one vector of its dimensions and of length 1', async () => {
    const vectors = await embedder.embedPassages(mixedTexts)
    expect(vectors.map((vector) => vector.length)).toEqual(mixedTexts.map(() => embedder.identity.dimensions))
    for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 5)
  })

  test('keeps the order of the texts, and gives a text the same vector alone and among others', async () => {
    const together = await embedder.embedPassages(mixedTexts)
    for (const [index, text] of mixedTexts.entries())
      expect([...(await embedder.embedPassages([text]))]).toEqual([together[index]])
  })

  test('gives no vectors for no texts', async () => {
    expect(await embedder.embedPassages([])).toEqual([])
  })

  test('embeds a query with the prefix of the model', async () => {
    const [prefixed] = await embedder.embedPassages([embedder.identity.queryPrefix + question])
    expect(await embedder.embedQuery(question)).toEqual(prefixed)
  })

  test('answers calls that overlap each with its own vectors', async () => {
    const calls = [[right], [wrong, right], [wrong]].map((texts) => embedder.embedPassages(texts))
    const [first, second, third] = await Promise.all([...calls, embedder.embedQuery(question)])
    expect(second).toEqual([...(third as Float32Array[]), ...(first as Float32Array[])])
  })
})

test('thread and processes give a text the same vector to the bit', async () => {
  const embedders = [await openThread(), await openProcesses()]
  try {
    const [byThread, byProcesses] = await Promise.all(embedders.map((each) => each.embedPassages(mixedTexts)))
    expect(byProcesses).toEqual(byThread)
  } finally {
    await Promise.all(embedders.map((each) => each.close()))
  }
})

test('with more threads the vector is the same to the bit', async () => {
  const files = await findVendoredModel()
  const embedders = [
    new ThreadEmbedder(files, { threads: Math.max(2, availableParallelism()) }),
    await openProcesses(),
  ]
  try {
    const [byMany, byOne] = await Promise.all(embedders.map((each) => each.embedPassages([right, wrong])))
    expect(byMany).toEqual(byOne)
  } finally {
    await Promise.all(embedders.map((each) => each.close()))
  }
})

describe('the vendored model', () => {
  let embedder: Embedder
  beforeAll(async () => {
    embedder = await openProcesses()
  })
  afterAll(() => embedder.close())

  test("gives the vectors of the library's own pipeline", async () => {
    const { folder } = await findVendoredModel()
    env.allowRemoteModels = false
    const extract = await pipeline('feature-extraction', folder, { dtype: 'q8' })
    for (const text of [question, right, wrong]) {
      const expected = await extract(text, { pooling: 'cls', normalize: true })
      const [vector] = await embedder.embedPassages([text])
      expect(cosine(vector, expected.data as Float32Array)).toBeCloseTo(1, 5)
    }
    await extract.dispose()
  })

  test('puts the passage that answers a question nearer than one on another subject', async () => {
    const query = await embedder.embedQuery(question)
    const [near, far] = await embedder.embedPassages([right, wrong])
    // .63 and .39 here: bge's similarities of unrelated texts lie around .4.
    expect(cosine(query, near)).toBeGreaterThan(cosine(query, far) + 0.1)
  })
})
