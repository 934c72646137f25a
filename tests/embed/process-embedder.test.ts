import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { getPriority } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { compiledUrl } from '../../src/compiled.js'
import { findModel } from '../../src/embed/model-files.js'
import { ProcessEmbedder, type ProcessEmbedderOptions } from '../../src/embed/process-embedder.js'
import { copyVendoredModel, findVendoredModel, makeFolder, vendoredModel } from './vendored-model.js'

const sentences = Array.from(
  { length: 40 },
  (_, index) => `Sentence number ${index} is about ${'very '.repeat(index % 7)}little.`,
)

async function open(options: ProcessEmbedderOptions = {}): Promise<ProcessEmbedder> {
  const embedder = new ProcessEmbedder(await findVendoredModel(), { processes: 2, ...options })
  onTestFinished(() => embedder.close())
  return embedder
}

/** A child that answers each text with its length, after a moment, and dies of the text `poison`. */
const standIn = `
  process.on('disconnect', () => process.exit())
  process.once('message', ({ files: { identity: { dimensions } } }) =>
    process.on('message', ({ id, inputs: texts }) => setTimeout(() => {
      if (texts.includes('poison')) process.exit(7)
      const vectors = new Float32Array(texts.length * dimensions)
      texts.forEach((text, index) => vectors.fill(text.length, index * dimensions, (index + 1) * dimensions))
      process.send({ id, vectors })
    }, 5)))`

async function openStandIn(source = standIn): Promise<ProcessEmbedder> {
  const path = join(await makeFolder(), 'child.mjs')
  await writeFile(path, source)
  return open({ processUrl: pathToFileURL(path) })
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function untilDead(pids: readonly number[]): Promise<void> {
  while (pids.some(isAlive)) await pause(20)
}

test('starts no process before the first call, two for a large one, all of low priority, and ends them on close', async () => {
  const embedder = await open()
  expect(embedder.pids).toEqual([])
  await embedder.embedPassages(sentences)
  const { pids } = embedder
  expect(pids.map((pid) => getPriority(pid))).toEqual([10, 10])
  await embedder.close()
  expect(pids.map(isAlive)).toEqual([false, false])
})

test('a child that was killed is replaced, and the call under way still gets every vector', async () => {
  const embedder = await open()
  const expected = await embedder.embedPassages(sentences)
  const [victim = 0, survivor = 0] = embedder.pids
  const underWay = embedder.embedPassages(sentences)
  process.kill(victim, 'SIGKILL')
  expect(await underWay).toEqual(expected)
  expect(embedder.pids.length).toBe(2)
  expect(embedder.pids).toContain(survivor)
  expect(embedder.pids).not.toContain(victim)
})

test('processes that die while they wait for work are replaced by the next call', async () => {
  const embedder = await open()
  const expected = await embedder.embedPassages(sentences)
  const victims = embedder.pids
  for (const pid of victims) process.kill(pid, 'SIGKILL')
  await untilDead(victims)
  expect(await embedder.embedPassages(sentences)).toEqual(expected)
  expect(embedder.pids.filter((pid) => victims.includes(pid))).toEqual([])
})

test('a text that kills two processes fails its own call and no other', async () => {
  const embedder = await openStandIn()
  const [poisoned, healthy] = await Promise.allSettled([
    embedder.embedPassages(['poison']),
    embedder.embedPassages(sentences),
  ])
  expect(poisoned).toMatchObject({
    status: 'rejected',
    reason: {
      code: 'EMBEDDER_UNAVAILABLE',
      message: expect.stringContaining('ended with code 7, 2 times over') as string,
    },
  })
  expect(healthy).toMatchObject({ status: 'fulfilled' })
  const [vector] = await embedder.embedPassages(['four'])
  expect(vector).toEqual(new Float32Array(384).fill(4))
})

test('results come in the order of the texts, whatever process had them', async () => {
  const embedder = await openStandIn()
  const texts = Array.from({ length: 300 }, (_, index) => 'x'.repeat((index * 37) % 151))
  const vectors = await embedder.embedPassages(texts)
  expect(vectors.map(([first]) => first)).toEqual(texts.map((text) => text.length))
})

test('a process that cannot start is told as such', async () => {
  const embedder = await openStandIn(`process.exit(3)`)
  await expect(embedder.embedPassages(['a'])).rejects.toMatchObject({
    code: 'EMBEDDER_UNAVAILABLE',
    message: expect.stringContaining('ended with code 3') as string,
  })
})

test('a corrupt model is told by its own code, and the processes end', async () => {
  const { modelsFolder, folder } = await copyVendoredModel()
  await writeFile(join(folder, 'onnx/model_quantized.onnx'), 'nothing')
  const embedder = new ProcessEmbedder(await findModel({ model: vendoredModel, modelsFolder }), {
    processes: 2,
  })
  onTestFinished(() => embedder.close())
  const call = embedder.embedPassages(sentences)
  const { pids } = embedder
  await expect(call).rejects.toMatchObject({
    code: 'MODEL_CORRUPT',
    message: expect.stringContaining('model_quantized.onnx') as string,
  })
  expect(pids.length).toBe(2)
  await untilDead(pids)
})

test('weights that are no model are corrupt too, where no manifest could tell', async () => {
  const { modelsFolder, folder } = await copyVendoredModel()
  await writeFile(join(folder, 'onnx/model_quantized.onnx'), 'nothing')
  await promisify(execFile)('rm', [join(folder, 'manifest.json')])
  const embedder = new ProcessEmbedder(await findModel({ model: vendoredModel, modelsFolder }), {
    processes: 1,
  })
  onTestFinished(() => embedder.close())
  await expect(embedder.embedPassages(['a'])).rejects.toMatchObject({
    code: 'MODEL_CORRUPT',
    message: expect.stringContaining('cannot be loaded') as string,
  })
})

test('processes without work end after a while, and the next call starts new ones', async () => {
  const embedder = await open({ idleMs: 1 })
  const first = await embedder.embedPassages(['a', 'b'])
  await untilDead(embedder.pids)
  while (embedder.pids.length > 0) await pause(5)
  expect(await embedder.embedPassages(['a', 'b'])).toEqual(first)
})

test('close rejects what is under way and what waits', async () => {
  const embedder = await open()
  const call = expect(embedder.embedPassages(sentences)).rejects.toMatchObject({
    code: 'EMBEDDER_UNAVAILABLE',
  })
  await embedder.close()
  await call
  await expect(embedder.embedQuery('q')).rejects.toMatchObject({ code: 'EMBEDDER_UNAVAILABLE' })
})

test('when the parent is killed its processes end', async () => {
  const parent = await startParent(`await embedder.embedPassages(['a', 'b', 'c'.repeat(900)])
    console.log(JSON.stringify(embedder.pids))
    setInterval(() => {}, 1000)`)
  const [line] = (await once(parent.stdout, 'data')) as [Buffer]
  const pids = JSON.parse(String(line)) as number[]
  expect(pids.length).toBeGreaterThan(0)
  parent.kill('SIGKILL')
  await untilDead(pids)
})

test('idle processes do not keep a program from ending', async () => {
  const parent = await startParent(`await embedder.embedPassages(['a', 'b'])`)
  const [exitCode] = (await once(parent, 'exit')) as [number]
  expect(exitCode).toBe(0)
})

/** A program with an embedder of two processes. */
async function startParent(body: string) {
  const module = compiledUrl(new URL('../../src/embed/x.ts', import.meta.url).href, './process-embedder.js')
  const program = `
    import { ProcessEmbedder } from ${JSON.stringify(module.href)}
    const embedder = new ProcessEmbedder(${JSON.stringify(await findVendoredModel())}, { processes: 2 })
    ${body}`
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void parent.kill('SIGKILL'))
  return parent
}
