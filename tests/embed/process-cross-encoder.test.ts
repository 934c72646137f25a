import { writeFile } from 'node:fs/promises'
import { getPriority } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { findCrossEncoder } from '../../src/embed/cross-encoder-files.js'
import { openCrossEncoder } from '../../src/embed/open-cross-encoder.js'
import {
  ProcessCrossEncoder,
  type ProcessCrossEncoderOptions,
} from '../../src/embed/process-cross-encoder.js'
import { makeTinyCrossEncoder } from './tiny-cross-encoder.js'
import { makeFolder, modelsFolder } from './vendored-model.js'

async function open(options: ProcessCrossEncoderOptions = {}): Promise<ProcessCrossEncoder> {
  const files = await findCrossEncoder({ model: await makeTinyCrossEncoder(), modelsFolder })
  const crossEncoder = new ProcessCrossEncoder(files, options)
  onTestFinished(() => crossEncoder.close())
  return crossEncoder
}

/** A child that answers each pair with the length of its text, and dies of the text `poison`. */
const standIn = `
  process.on('disconnect', () => process.exit())
  process.once('message', () =>
    process.on('message', ({ id, inputs }) => {
      if (inputs.some(([, text]) => text === 'poison')) process.exit(7)
      process.send({ id, vectors: Float32Array.from(inputs, ([, text]) => text === 'none' ? NaN : text.length) })
    }))`

async function openStandIn(
  source = standIn,
  options: ProcessCrossEncoderOptions = {},
): Promise<ProcessCrossEncoder> {
  const path = join(await makeFolder(), 'child.mjs')
  await writeFile(path, source)
  return open({ ...options, processUrl: pathToFileURL(path) })
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const unavailable = (reason: string) => ({
  code: 'CROSS_ENCODER_UNAVAILABLE',
  message: expect.stringContaining(reason) as string,
})

test('scores texts in their order in a process of ordinary priority, and is named by its weights', async () => {
  const crossEncoder = await open()
  expect(crossEncoder.pid).toBeUndefined()
  expect(await crossEncoder.score('ice on rivers', ['ice', 'snow', 'rivers and ice'])).toEqual([1, 0, 2])
  expect(await crossEncoder.score('ice', [])).toEqual([])
  expect(getPriority(crossEncoder.pid)).toBe(getPriority())
  expect(crossEncoder.model).toMatch(/^tiny-cross-encoder@[0-9a-f]{16}\/fp32$/)
})

test('when it is killed, the calls under way are rejected or answered and the next one finds it started again', async () => {
  const crossEncoder = await open()
  await crossEncoder.ready()
  const { pid: first = 0 } = crossEncoder
  process.kill(first, 'SIGKILL')
  while (isAlive(first)) await pause(10)
  await crossEncoder.score('ice', ['ice']).catch(() => undefined)
  expect(await crossEncoder.score('ice', ['ice ice'])).toEqual([2])
  expect(crossEncoder.pid).not.toBe(first)
})

test('a text that kills it fails its own search, and the next one is answered', async () => {
  const crossEncoder = await openStandIn()
  await expect(crossEncoder.score('q', ['a', 'poison', 'b'])).rejects.toMatchObject(
    unavailable('ended with code 7'),
  )
  expect(await crossEncoder.score('q', ['four', 'five!'])).toEqual([4, 5])
})

test('one that hangs is killed, its calls are rejected, and the next one is answered', async () => {
  const crossEncoder = await openStandIn(standIn, { maxSilenceMs: 500 })
  expect(await crossEncoder.score('q', ['four'])).toEqual([4])
  const { pid = 0 } = crossEncoder
  // It is silent for longer than it may, but has nothing to do.
  await pause(700)
  expect(crossEncoder.pid).toBe(pid)
  process.kill(pid, 'SIGSTOP')
  await expect(crossEncoder.score('q', ['five!', 'sixsix'])).rejects.toMatchObject(
    unavailable('gave no answer for too long'),
  )
  expect(isAlive(pid)).toBe(false)
  expect(await crossEncoder.score('q', ['five!'])).toEqual([5])
})

test('one that hangs while it loads is killed too', async () => {
  const crossEncoder = await openStandIn(`process.on('message', () => undefined)`, { maxSilenceMs: 50 })
  await expect(crossEncoder.ready()).rejects.toMatchObject(unavailable('gave no answer for too long'))
})

test('one that dies again before it answered is not started again at once', async () => {
  const crossEncoder = await openStandIn(`process.exit(3)`)
  for (const attempt of ['first', 'second', 'third'])
    await expect(crossEncoder.score('q', [attempt])).rejects.toMatchObject(unavailable('ended with code 3'))
  expect(crossEncoder.pid).toBeUndefined()
})

test('a number that is none is a failure, not a rank', async () => {
  const crossEncoder = await openStandIn()
  await expect(crossEncoder.score('q', ['none'])).rejects.toMatchObject(unavailable('it gave NaN for "none"'))
})

test('a search that would wait for many others is refused at once', async () => {
  const crossEncoder = await openStandIn(`
    process.on('disconnect', () => process.exit())
    process.on('message', () => undefined)`)
  const texts = Array.from({ length: 401 }, (_, index) => `text ${index}`)
  const waiting = expect(crossEncoder.score('q', texts)).rejects.toMatchObject({
    code: 'CROSS_ENCODER_UNAVAILABLE',
  })
  await Promise.resolve()
  await expect(crossEncoder.score('q', ['one more'])).rejects.toMatchObject(
    unavailable('401 texts wait for it already'),
  )
  await crossEncoder.close()
  await waiting
})

test('a score is asked for once', async () => {
  const crossEncoder = await openStandIn(`
    process.on('disconnect', () => process.exit())
    let calls = 0
    process.once('message', () =>
      process.on('message', ({ id }) => process.send({ id, vectors: Float32Array.of(++calls) })))`)
  expect(await crossEncoder.score('q', ['a', 'b', 'a'])).toEqual([1, 2, 1])
  expect(await crossEncoder.score('q', ['b', 'a', 'c'])).toEqual([2, 1, 3])
  expect(await crossEncoder.score('q a', ['b'])).toEqual([4])
})

test('close ends the process, rejects what is under way, and lets nothing begin', async () => {
  const crossEncoder = await openStandIn(`
    process.on('disconnect', () => process.exit())
    process.on('message', () => undefined)`)
  const call = expect(crossEncoder.score('q', ['a'])).rejects.toMatchObject({
    code: 'CROSS_ENCODER_UNAVAILABLE',
  })
  const { pid = 0 } = crossEncoder
  await crossEncoder.close()
  await call
  expect(isAlive(pid)).toBe(false)
  await expect(crossEncoder.score('q', ['a'])).rejects.toMatchObject(unavailable('it was closed'))
})

test('none is opened where none is configured; one that is not there, or is none, is told when it is opened', async () => {
  expect(await openCrossEncoder({ crossEncoder: null, modelsFolder })).toBeNull()
  await expect(openCrossEncoder({ crossEncoder: 'no such', modelsFolder })).rejects.toMatchObject({
    code: 'MODEL_NOT_FOUND',
    message: expect.stringContaining('Set CUEPOINT_CROSS_ENCODER') as string,
  })
  const labels = await makeTinyCrossEncoder({ labels: 2 })
  await expect(openCrossEncoder({ crossEncoder: labels, modelsFolder })).rejects.toMatchObject({
    code: 'MODEL_CORRUPT',
    message: expect.stringContaining('2 logits') as string,
  })
})
