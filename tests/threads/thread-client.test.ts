import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { compiledUrl } from '../../src/compiled.js'
import { AppError } from '../../src/errors.js'
import { ThreadClient, type ThreadClientOptions } from '../../src/threads/thread-client.js'

interface TestApi {
  add(a: number, b: number): number
  later(ms: number, value: string): Promise<string>
  failWith(kind: 'app' | 'coded' | 'plain' | 'text'): void
  die(how: 'exit' | 'throw'): Promise<void>
  readData(): unknown
}

const compiled = (path: string) => compiledUrl(new URL('../../src/x.ts', import.meta.url).href, path).href

/** The body of a thread's module; Node 20 loads no TypeScript into a thread. */
const threadModule = `
  import { setTimeout } from 'node:timers/promises'
  import { writeFileSync } from 'node:fs'
  import { workerData } from 'node:worker_threads'
  import { AppError } from '${compiled('./errors.js')}'
  import { serveThread } from '${compiled('./threads/thread-server.js')}'
  serveThread({
    add: (a, b) => a + b,
    later: async (ms, value) => { await setTimeout(ms); return value },
    failWith(kind) {
      if (kind === 'app') throw new AppError('INDEX_LOCKED', 'locked', { cause: new TypeError('inner') })
      if (kind === 'coded') throw Object.assign(new Error('no such file'), { code: 'ENOENT' })
      if (kind === 'plain') throw new RangeError('out of range')
      throw 'only text'
    },
    async die(how) {
      if (how === 'exit') process.exit(3)
      setImmediate(() => { throw new Error('boom') })
      await setTimeout(60_000)
    },
    readData: () => workerData,
  }, { onClose: () => { if (workerData?.closedFile) writeFileSync(workerData.closedFile, 'closed') } })`

async function start(data: unknown = null, options: ThreadClientOptions = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-thread-'))
  const path = join(folder, 'test-thread.mjs')
  await writeFile(path, threadModule)
  const thread = new ThreadClient<TestApi>(pathToFileURL(path), data, options)
  onTestFinished(async () => {
    await thread.terminate()
    await rm(folder, { recursive: true })
  })
  return thread
}

test('a call is answered with what the handler returns, and calls overlap where handlers wait', async () => {
  const thread = await start({ text: 'data' })
  expect(await thread.call('readData')).toEqual({ text: 'data' })
  const order: string[] = []
  const slow = thread.call('later', 30, 'slow').then((value) => order.push(value))
  const fast = thread.call('add', 2, 3).then((value) => order.push(String(value)))
  expect(thread.inFlight).toBe(2)
  await Promise.all([slow, fast])
  expect(order).toEqual(['5', 'slow'])
  expect(thread.inFlight).toBe(0)
})

test('an AppError crosses as itself, with its cause; others keep name, message and code', async () => {
  const thread = await start()
  const error = await thread.call('failWith', 'app').catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(AppError)
  expect(error).toMatchObject({ code: 'INDEX_LOCKED', statusCode: 503, message: 'locked' })
  expect(error).toHaveProperty('cause.name', 'TypeError')
  await expect(thread.call('failWith', 'coded')).rejects.toMatchObject({
    code: 'ENOENT',
    message: 'no such file',
  })
  await expect(thread.call('failWith', 'plain')).rejects.toMatchObject({
    name: 'RangeError',
    message: 'out of range',
  })
  await expect(thread.call('failWith', 'text')).rejects.toMatchObject({ message: 'only text' })
  expect(await thread.call('add', 1, 1)).toBe(2)
})

test.each(['exit', 'throw'] as const)(
  'when the thread dies (%s), calls in flight and later ones are told',
  async (how) => {
    const crashes: Error[] = []
    const thread = await start(null, {
      toError: (reason, cause) => new AppError('INDEX_UNAVAILABLE', reason, { cause }),
      onCrash: (error) => crashes.push(error),
    })
    const inFlight = thread.call('later', 60_000, 'never')
    const death = thread.call('die', how)
    const expected = {
      code: 'INDEX_UNAVAILABLE',
      message: expect.stringMatching(
        how === 'exit' ? /test-thread\.mjs ended: exit code 3/ : /ended: boom/,
      ) as string,
    }
    await expect(inFlight).rejects.toMatchObject(expected)
    await expect(death).rejects.toMatchObject(expected)
    await expect(thread.call('add', 1, 1)).rejects.toMatchObject(expected)
    expect(crashes).toEqual([expect.objectContaining(expected)])
    await thread.close()
  },
)

test('closing waits for the calls before it, runs onClose, and refuses later calls', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-thread-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const closedFile = join(folder, 'closed')
  const crashes: Error[] = []
  const thread = await start({ closedFile }, { onCrash: (error) => crashes.push(error) })
  const inFlight = thread.call('later', 50, 'done')
  const closed = thread.close()
  await expect(thread.call('add', 1, 1)).rejects.toThrow('test-thread.mjs was closed')
  expect(await inFlight).toBe('done')
  await closed
  await thread.close()
  await expect(rm(closedFile)).resolves.toBeUndefined()
  expect(crashes).toEqual([])
})

test('a thread that cannot be loaded fails the first call', async () => {
  const thread = new ThreadClient<TestApi>(pathToFileURL('/nowhere/missing-thread.mjs'), null)
  await expect(thread.call('add', 1, 1)).rejects.toThrow('missing-thread.mjs')
})
