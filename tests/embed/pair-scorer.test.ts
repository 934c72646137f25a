import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findCrossEncoder } from '../../src/embed/cross-encoder-files.js'
import { loadPairScorer } from '../../src/embed/pair-scorer.js'
import { makeTinyCrossEncoder } from './tiny-cross-encoder.js'
import { modelsFolder, vendoredModel } from './vendored-model.js'

/** The loading code as it is, over a real model whose scores are counts. */

async function load(model: string) {
  const scorer = await loadPairScorer(await findCrossEncoder({ model, modelsFolder }), { threads: 1 })
  onTestFinished(() => scorer.close())
  return async (query: string, text: string) => (await scorer.encode([query, text]))[0]
}

test('a pair is scored as the model scores it, query first', async () => {
  const score = await load(await makeTinyCrossEncoder())
  // rivers, freeze, in; `in` is there twice.
  expect(await score('Why do rivers freeze in winter?', 'In the north rivers freeze, in May too.')).toBe(4)
  expect(await score('rivers rivers rivers', 'rivers')).toBe(1)
  expect(await score('rivers', 'rivers rivers rivers')).toBe(3)
  expect(await score('rivers', 'Nothing of it.')).toBe(0)
  expect([await score('', 'rivers'), await score('rivers', ''), await score('', '')]).toEqual([0, 0, 0])
})

test('of a pair longer than the window the end of the text is cut, and of the query only when it fills the window', async () => {
  // [CLS] + 2 of the query + [SEP] + text + [SEP]: 7 of the text fit into 12.
  const score = await load(await makeTinyCrossEncoder({ maxTokens: 12 }))
  expect(await score('ice snow', 'ice '.repeat(7))).toBe(7)
  expect(await score('ice snow', 'ice '.repeat(40))).toBe(7)
  expect(await score('ice snow', 'snow and then much more of what is said later on, ice')).toBe(1)
  expect(await score('ice '.repeat(6), 'ice '.repeat(40))).toBe(3)
  expect(await score('ice '.repeat(40), 'ice '.repeat(40))).toBe(0)
})

test('a text of megabytes is cut before it is read', async () => {
  const score = await load(await makeTinyCrossEncoder())
  expect(await score('ice', 'ice '.repeat(1_000_000))).toBe(512 - 4)
})

test('a model of several labels is refused, and the message says which ones are taken', async () => {
  await expect(load(await makeTinyCrossEncoder({ labels: 3 }))).rejects.toMatchObject({
    code: 'MODEL_CORRUPT',
    message: expect.stringMatching(/gives 3 logits a pair\. Only cross-encoders with one/) as string,
  })
})

test('an embedding model is refused: it gives no logits', async () => {
  await expect(load(vendoredModel)).rejects.toMatchObject({
    code: 'MODEL_CORRUPT',
    message: expect.stringContaining('it is not a cross-encoder') as string,
  })
  await expect(load(await makeTinyCrossEncoder({ outputName: 'last_hidden_state' }))).rejects.toMatchObject({
    code: 'MODEL_CORRUPT',
  })
})

test('weights that changed after they were found are refused, and so are those that are none', async () => {
  const folder = await makeTinyCrossEncoder()
  const path = join(folder, 'onnx', 'model.onnx')
  const files = await findCrossEncoder({ model: folder, modelsFolder })
  const bytes = await readFile(path)
  await writeFile(path, bytes.subarray(0, bytes.length - 100))
  await expect(loadPairScorer(files, { threads: 1 })).rejects.toMatchObject({
    code: 'MODEL_CORRUPT',
    message: expect.stringContaining('model.onnx is missing or damaged') as string,
  })
  await expect(load(folder)).rejects.toMatchObject({
    code: 'MODEL_CORRUPT',
    message: expect.stringContaining('cannot be loaded') as string,
  })
})
