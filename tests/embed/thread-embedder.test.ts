import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { findModel } from '../../src/embed/model-files.js'
import { ThreadEmbedder } from '../../src/embed/thread-embedder.js'
import { copyVendoredModel, findVendoredModel, makeFolder, vendoredModel } from './vendored-model.js'

/** A thread that answers each text with ones, and dies of the text `poison`. */
const standIn = `
  import { parentPort, workerData } from 'node:worker_threads'
  const { dimensions } = workerData.files.identity
  parentPort.on('message', (message) => {
    if (message === 'close') return parentPort.close()
    if (message.inputs.some((text) => text.endsWith('poison'))) throw new Error('poisoned')
    parentPort.postMessage({ id: message.id, vectors: new Float32Array(message.inputs.length * dimensions).fill(1) })
  })`

async function openStandIn(source = standIn): Promise<ThreadEmbedder> {
  const path = join(await makeFolder(), 'thread.mjs')
  await writeFile(path, source)
  const embedder = new ThreadEmbedder(await findVendoredModel(), { threadUrl: pathToFileURL(path) })
  onTestFinished(() => embedder.close())
  return embedder
}

const unavailable = { code: 'EMBEDDER_UNAVAILABLE' }

test('when the thread dies, the calls under way are rejected and the next one finds it started again', async () => {
  const embedder = await openStandIn()
  await embedder.ready()
  const underWay = [embedder.embedQuery('poison'), embedder.embedPassages(['innocent', 'poison'])]
  for (const result of await Promise.allSettled(underWay))
    expect(result).toMatchObject({
      status: 'rejected',
      reason: { ...unavailable, message: expect.stringContaining('poisoned') as string },
    })
  expect(await embedder.embedQuery('healthy')).toEqual(new Float32Array(384).fill(1))
})

test('a thread that dies again before it answered is not started again at once', async () => {
  const starts = join(await makeFolder(), 'starts')
  const embedder = await openStandIn(`
    import { appendFileSync } from 'node:fs'
    appendFileSync(${JSON.stringify(starts)}, 'x')
    throw new Error('cannot start')`)
  for (const attempt of ['first', 'second', 'third'])
    await expect(embedder.embedQuery(attempt)).rejects.toMatchObject({
      ...unavailable,
      message: expect.stringContaining('cannot start') as string,
    })
  expect(await readFile(starts, 'utf8')).toBe('xx')
})

test('a query that failed is asked again, one that succeeded is not', async () => {
  const embedder = await openStandIn(`
    import { parentPort, workerData } from 'node:worker_threads'
    let calls = 0
    parentPort.on('message', (message) => {
      if (message === 'close') return parentPort.close()
      calls++
      if (calls === 1) parentPort.postMessage({ id: message.id, code: 'EMBEDDER_UNAVAILABLE', message: 'not now' })
      else parentPort.postMessage({ id: message.id, vectors: new Float32Array(384).fill(calls) })
    })`)
  await expect(embedder.embedQuery('q')).rejects.toMatchObject({ ...unavailable, message: 'not now' })
  const answers = [
    await embedder.embedQuery('q'),
    await embedder.embedQuery('q'),
    await embedder.embedQuery('other'),
  ]
  expect(answers.map(([first]) => first)).toEqual([2, 2, 3])
})

test('a corrupt model is told by its own code, and every call says so', async () => {
  const { modelsFolder, folder } = await copyVendoredModel()
  await writeFile(join(folder, 'tokenizer.json'), '{}')
  const embedder = new ThreadEmbedder(await findModel({ model: vendoredModel, modelsFolder }))
  onTestFinished(() => embedder.close())
  const corrupt = { code: 'MODEL_CORRUPT', message: expect.stringContaining('tokenizer.json') as string }
  await expect(embedder.ready()).rejects.toMatchObject(corrupt)
  await expect(embedder.embedQuery('q')).rejects.toMatchObject(corrupt)
})

test('a query does not wait for the passages that were given before it', async () => {
  const embedder = new ThreadEmbedder(await findVendoredModel())
  onTestFinished(() => embedder.close())
  await embedder.ready()
  const order: string[] = []
  const passages = embedder.embedPassages(Array.from({ length: 20 }, (_, index) => `passage ${index}`))
  await Promise.all([
    passages.then(() => order.push('passages')),
    embedder.embedQuery('urgent').then(() => order.push('query')),
  ])
  expect(order).toEqual(['query', 'passages'])
})

test('after close calls are rejected, and closing again does nothing', async () => {
  const embedder = await openStandIn()
  const underWay = expect(embedder.embedQuery('q')).rejects.toMatchObject(unavailable)
  await embedder.close()
  await underWay
  await expect(embedder.embedPassages(['p'])).rejects.toMatchObject(unavailable)
  await expect(embedder.close()).resolves.toBeUndefined()
})

test('a second embedder works in the same process after the first was closed', async () => {
  const files = await findVendoredModel()
  const vectors: Float32Array[] = []
  for (const embedder of [new ThreadEmbedder(files), new ThreadEmbedder(files)]) {
    vectors.push(await embedder.embedQuery('again'))
    await embedder.close()
  }
  expect(vectors[1]).toEqual(vectors[0])
})
