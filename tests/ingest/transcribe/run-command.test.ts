import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCommand } from '../../../ingest/transcribe/run-command.js'
import { expectGone, longEnoughToStart } from '../../builders/processes.js'
import { temporaryFolder } from './temporary.js'

const node = (script: string, ...words: string[]): [string, ...string[]] => [
  process.execPath,
  '-e',
  script,
  ...words,
]
const limits = { timeMs: 60_000, outputBytes: 1_000 }

test('what the program writes to stdout is the result, and words reach it as they are', async () => {
  const output = await runCommand(node('process.stdout.write(process.argv[1])', '$(id) "a b"'), limits)
  expect(output.toString()).toBe('$(id) "a b"')
})

test('a program that is not there is unavailable, by name', async () => {
  await expect(runCommand(['no-such-recogniser', 'x'], limits)).rejects.toMatchObject({
    code: 'TRANSCRIBE_UNAVAILABLE',
    message: expect.stringContaining('no-such-recogniser, is not on the PATH') as string,
  })
})

test('a failure tells the exit code and the end of what the program said', async () => {
  const script = `process.stderr.write('x'.repeat(5000) + 'model.bin not found'); process.exitCode = 3`
  const error = await runCommand(node(script), limits).catch((reason: unknown) => reason as Error)
  expect(error).toMatchObject({
    code: 'TRANSCRIBE_FAILED',
    message: expect.stringMatching(/exit code 3; it said: x{1981}model\.bin not found$/) as string,
  })
})

test('more output than the limit ends it', async () => {
  const script = `setInterval(() => process.stdout.write('x'.repeat(600)), 5)`
  await expect(runCommand(node(script), limits)).rejects.toMatchObject({
    code: 'TRANSCRIBE_FAILED',
    message: expect.stringContaining('more than 1000 bytes') as string,
  })
})

test('beyond its time it ends, with all that it started', async () => {
  const file = join(await temporaryFolder(), 'pid')
  const inner = 'setInterval(() => {}, 1000)'
  const script = `
    const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(inner)}], { stdio: 'inherit' })
    require('node:fs').writeFileSync(process.argv[1], String(child.pid))
    process.on('SIGTERM', () => process.exit(0))
    setInterval(() => {}, 1000)`
  const timeMs = 2 * (await longEnoughToStart())
  await expect(runCommand(node(script, file), { ...limits, timeMs })).rejects.toMatchObject({
    code: 'TRANSCRIBE_FAILED',
    message: expect.stringContaining('took longer') as string,
  })
  await expectGone([Number(await readFile(file, 'utf8'))])
})

test('an interruption ends it, and is told as one', async () => {
  const controller = new AbortController()
  const running = runCommand(node('setInterval(() => {}, 1000)'), { ...limits, signal: controller.signal })
  setTimeout(() => controller.abort(), 200)
  await expect(running).rejects.toMatchObject({ code: 'INGEST_INTERRUPTED' })
  await expect(runCommand(node(''), { ...limits, signal: controller.signal })).rejects.toMatchObject({
    code: 'INGEST_INTERRUPTED',
  })
})
