import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { runProgram } from '../../ingest/run-program.js'
import { expectGone, programThatHangs, readPids } from '../builders/processes.js'

const limits = { timeMs: 60_000, outputBytes: 1_000, keptErrorCharacters: 10 }

test('how a program ended is the result, with the end of what it complained of', async () => {
  const script = `process.stdout.write('out'); process.stderr.write('x'.repeat(5000) + 'reason'); process.exitCode = 3`
  expect(await runProgram([process.execPath, '-e', script], limits)).toEqual({
    started: true,
    exitCode: 3,
    killedBy: null,
    stoppedBy: null,
    stdout: Buffer.from('out'),
    stderr: 'xxxxreason',
  })
})

test('a program that is not there is told with the reason of the system', async () => {
  const end = await runProgram(['no-such-program'], limits)
  expect(end).toMatchObject({ started: false, cause: { code: 'ENOENT' } })
})

test('an uncaught error of ours ends the program with all that it started', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-program-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const pidsFile = join(folder, 'pids')
  await writeFile(join(folder, 'hang.mjs'), programThatHangs(pidsFile))
  const parent = join(folder, 'parent.mjs')
  const compiled = pathToFileURL(resolve('dist/ingest/run-program.js')).href
  await writeFile(
    parent,
    `import { existsSync } from 'node:fs'
    import { runProgram } from ${JSON.stringify(compiled)}
    const [, , program, pids] = process.argv
    void runProgram([process.execPath, program], ${JSON.stringify(limits)})
    setInterval(() => { if (existsSync(pids)) throw new Error('a bug') }, 20)`,
  )
  const child = spawn(process.execPath, [parent, join(folder, 'hang.mjs'), pidsFile], { stdio: 'ignore' })
  expect(await once(child, 'exit')).toEqual([1, null])
  await expectGone(await readPids(pidsFile))
})
