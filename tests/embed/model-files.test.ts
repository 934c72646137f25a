import { createReadStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, relative } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findCrossEncoder } from '../../src/embed/cross-encoder-files.js'
import { findModel } from '../../src/embed/model-files.js'
import { verifyModel } from '../../src/embed/verify-model.js'
import {
  copyVendoredModel,
  findVendoredModel,
  makeFolder,
  modelsFolder,
  vendoredModel,
} from './vendored-model.js'
import { makeTinyCrossEncoder } from './tiny-cross-encoder.js'

const prefix = 'Represent this sentence for searching relevant passages: '
const identity = {
  model: vendoredModel,
  weights: '6c9c6101a956d62d',
  dtype: 'q8',
  pooling: 'cls',
  dimensions: 384,
  queryPrefix: prefix,
}

test('the vendored model is what its manifest says, and every file of it is as it was', async () => {
  const files = await findVendoredModel()
  expect({ ...files, checksums: Object.keys(files.checksums) }).toEqual({
    identity,
    folder: join(modelsFolder, vendoredModel),
    maxTokens: 512,
    checksums: ['config.json', 'onnx/model_quantized.onnx', 'tokenizer.json', 'tokenizer_config.json'],
  })
  await expect(verifyModel(files)).resolves.toBeUndefined()
})

test('one changed byte of the weights is found, named with both checksums and the remedy', async () => {
  const { modelsFolder, folder } = await copyVendoredModel()
  const path = join(folder, 'onnx/model_quantized.onnx')
  const bytes = await readFile(path)
  bytes[20_000_000] = (bytes[20_000_000] ?? 0) ^ 1
  await writeFile(path, bytes)
  const files = await findModel({ model: vendoredModel, modelsFolder })
  await expect(verifyModel(files)).rejects.toMatchObject({
    code: 'MODEL_CORRUPT',
    message: expect.stringMatching(
      /model_quantized\.onnx is missing or damaged: its SHA-256 is [0-9a-f]{64}, expected 6c9c6101[0-9a-f]{56}\. Restore it/,
    ) as string,
  })
})

test('a file that is missing is corrupt too', async () => {
  const { modelsFolder, folder } = await copyVendoredModel()
  await rm(join(folder, 'tokenizer.json'))
  const files = await findModel({ model: vendoredModel, modelsFolder })
  await expect(verifyModel(files)).rejects.toMatchObject({
    code: 'MODEL_CORRUPT',
    message: expect.stringContaining(join(folder, 'tokenizer.json')) as string,
  })
})

test.each([
  ['not JSON', '{"model": ', /manifest\.json is damaged/],
  ['a field of another type', '{"model": 7}', /manifest\.json is damaged/],
])('a manifest that is %s is corrupt', async (_name, text, message) => {
  const { modelsFolder, folder } = await copyVendoredModel()
  await writeFile(join(folder, 'manifest.json'), text)
  await expect(findModel({ model: vendoredModel, modelsFolder })).rejects.toMatchObject({
    code: 'MODEL_CORRUPT',
    message: expect.stringMatching(message) as string,
  })
})

test('a manifest that leaves out the weights, or names a file outside the folder, is corrupt', async () => {
  const { modelsFolder, folder } = await copyVendoredModel()
  const path = join(folder, 'manifest.json')
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { files: Record<string, string> }
  const { 'onnx/model_quantized.onnx': weights = '', ...others } = manifest.files
  await writeFile(path, JSON.stringify({ ...manifest, files: others }))
  await expect(findModel({ model: vendoredModel, modelsFolder })).rejects.toMatchObject({
    code: 'MODEL_CORRUPT',
    message: expect.stringContaining('/files has no checksum of onnx/model_quantized.onnx') as string,
  })
  await writeFile(path, JSON.stringify({ ...manifest, files: { ...manifest.files, '../outside': weights } }))
  await expect(findModel({ model: vendoredModel, modelsFolder })).rejects.toMatchObject({
    code: 'MODEL_CORRUPT',
  })
})

test('a folder without a manifest is described by its name, its files and what its weights are now', async () => {
  const { modelsFolder, folder } = await copyVendoredModel()
  await rm(join(folder, 'manifest.json'))
  const described = { identity, folder, maxTokens: 512 }
  expect(await findModel({ model: vendoredModel, modelsFolder })).toMatchObject(described)
  const byPath = { ...described, identity: { ...identity, model: 'bge-small-en-v1.5' } }
  expect(await findModel({ model: folder, modelsFolder: '/nowhere' })).toMatchObject(byPath)
  const relativePath = relative(process.cwd(), folder)
  expect(await findModel({ model: relativePath, modelsFolder: '/nowhere' })).toMatchObject(byPath)
})

test('pooling is what 1_Pooling/config.json says; one that is not supported is refused', async () => {
  const { modelsFolder, folder } = await copyVendoredModel()
  await rm(join(folder, 'manifest.json'))
  await mkdir(join(folder, '1_Pooling'))
  const write = (config: object) => writeFile(join(folder, '1_Pooling/config.json'), JSON.stringify(config))
  await write({ pooling_mode_cls_token: false, pooling_mode_mean_tokens: true })
  const { identity } = await findModel({ model: vendoredModel, modelsFolder })
  expect(identity.pooling).toBe('mean')
  await write({ pooling_mode_lasttoken: true })
  await expect(findModel({ model: vendoredModel, modelsFolder })).rejects.toMatchObject({
    code: 'CONFIG_INVALID',
  })
})

test('a name that is neither a folder nor a hub id is not found, and the message says where it was looked for', async () => {
  const folder = await makeFolder()
  await expect(findModel({ model: 'no/such/model', modelsFolder: folder })).rejects.toMatchObject({
    code: 'MODEL_NOT_FOUND',
    message: expect.stringContaining(`there is no config.json in ${join(folder, 'no/such/model')}`) as string,
  })
})

test('a hub id is downloaded once, and read from its folder from then on', async () => {
  const { hub, requests, close } = await serveHub()
  const into = await makeFolder()
  const first = await findModel({ model: vendoredModel, modelsFolder: into, hub })
  expect(first).toMatchObject({ identity, folder: join(into, vendoredModel), maxTokens: 512 })
  expect((await readdir(join(into, vendoredModel), { recursive: true })).sort()).toEqual([
    'config.json',
    'onnx',
    'onnx/model_quantized.onnx',
    'tokenizer.json',
    'tokenizer_config.json',
  ])
  await close()
  const before = requests.length
  expect(await findModel({ model: vendoredModel, modelsFolder: into, hub })).toEqual(first)
  expect(requests.length).toBe(before)
})

test('a download that was interrupted is completed', async () => {
  const { hub } = await serveHub()
  const { modelsFolder, folder } = await copyVendoredModel()
  await rm(join(folder, 'manifest.json'))
  await rename(join(folder, 'onnx/model_quantized.onnx'), join(folder, 'onnx/model_quantized.onnx.tmp.1'))
  expect(await findModel({ model: vendoredModel, modelsFolder, hub })).toMatchObject({ identity, folder })
})

test('a hub id that cannot be fetched is not found, with the reason', async () => {
  const { hub } = await serveHub()
  const folder = await makeFolder()
  await expect(findModel({ model: 'no/model', modelsFolder: folder, hub })).rejects.toMatchObject({
    code: 'MODEL_NOT_FOUND',
    message: expect.stringMatching(/fetching it from Hugging Face failed: .+Set CUEPOINT_MODEL/) as string,
  })
})

test('a cross-encoder is downloaded as one, without pooling and with one number', async () => {
  const source = await makeTinyCrossEncoder()
  await rename(join(source, 'onnx/model.onnx'), join(source, 'onnx/model_quantized.onnx'))
  const { hub } = await serveHub('some/reranker', source)
  const into = await makeFolder()
  const found = await findCrossEncoder({ model: 'some/reranker', modelsFolder: into, hub })
  expect(found).toMatchObject({
    identity: {
      model: 'some/reranker',
      weights: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
      dtype: 'q8',
      dimensions: 1,
    },
    folder: join(into, 'some/reranker'),
    maxTokens: 512,
  })
  await expect(verifyModel(found)).resolves.toBeUndefined()
  await expect(findCrossEncoder({ model: 'no/reranker', modelsFolder: into, hub })).rejects.toMatchObject({
    code: 'MODEL_NOT_FOUND',
    message: expect.stringMatching(/cross-encoder "no\/reranker" .+Set CUEPOINT_CROSS_ENCODER/) as string,
  })
})

/** A hub that has one model and nothing else: the vendored one, unless told. */
async function serveHub(
  model = vendoredModel,
  source = join(modelsFolder, vendoredModel),
): Promise<{ hub: string; requests: string[]; close: () => Promise<void> }> {
  const requests: string[] = []
  const stored = new Map(
    ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model_quantized.onnx'].map((name) => [
      `/${model}/resolve/main/${name}`,
      join(source, name),
    ]),
  )
  const server = createServer((request, response) => {
    requests.push(request.url ?? '')
    const path = stored.get(request.url ?? '')
    if (path) createReadStream(path).pipe(response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  onTestFinished(close)
  return { hub: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, requests, close }
}
