import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { addSources } from '../../ingest/add-source.js'
import { openSqliteCatalog } from '../../src/catalog/sqlite/open-sqlite-catalog.js'
import type { IngestTask } from '../../src/jobs/ingest-task.js'
import { expectGone, programThatHangs, readPids } from '../builders/processes.js'

/** The compiled processes as they run, with programs that never end by themselves. */

const ingestProcess = resolve('dist/src/jobs/ingest-process.js')
const video = 'https://www.youtube.com/watch?v=abcdefghij1'

async function aLibrary() {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-process-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const pidsFile = join(folder, 'pids')
  const catalogPath = join(folder, 'catalog.db')
  const settings = {
    catalogPath,
    model: 'Xenova/bge-small-en-v1.5',
    modelsFolder: resolve('data/models'),
    allowPrivate: false,
    dataFolder: folder,
    transcribeCommand: null as string | null,
    transcribeModel: null,
  }
  return { folder, pidsFile, settings }
}

/** A yt-dlp that hangs, and the environment in which it is found first. */
async function aHangingYtDlp(folder: string, pidsFile: string) {
  const bin = join(folder, 'bin')
  await mkdir(bin)
  const module = join(bin, 'hang.mjs')
  await writeFile(module, programThatHangs(pidsFile))
  await writeFile(join(bin, 'yt-dlp'), `#!/bin/sh\nexec "${process.execPath}" "${module}"\n`)
  await chmod(join(bin, 'yt-dlp'), 0o755)
  return { ...process.env, PATH: `${bin}:${process.env.PATH ?? ''}` }
}

function startTask(task: IngestTask, env = process.env) {
  const child = fork(ingestProcess, { serialization: 'advanced', execArgv: [], env })
  onTestFinished(() => void child.kill('SIGKILL'))
  const exited = once(child, 'exit')
  const answered = new Promise((answer) => child.once('message', answer))
  child.send(task)
  return { child, exited, answered }
}

test.each(['SIGTERM', 'SIGINT', 'disconnect'] as const)(
  'at %s an ingest process ends with the programs that it runs for a new source',
  async (end) => {
    const { folder, pidsFile, settings } = await aLibrary()
    const env = await aHangingYtDlp(folder, pidsFile)
    const { child, exited } = startTask({ kind: 'add', locations: [video], settings }, env)
    const pids = await readPids(pidsFile)
    if (end === 'disconnect') child.disconnect()
    else child.kill(end)
    // By itself, not by the last resort.
    expect(await exited).toEqual([0, null])
    await expectGone(pids)
  },
)

test('a job that is stopped while a recogniser runs ends it, and waits for the next process', async () => {
  const { folder, pidsFile, settings } = await aLibrary()
  const talks = join(folder, 'talks')
  await mkdir(talks)
  await writeFile(join(talks, 'heard.wav'), 'sound')
  await writeFile(join(folder, 'recogniser.mjs'), programThatHangs(pidsFile))
  const catalog = await openSqliteCatalog(settings.catalogPath)
  onTestFinished(() => catalog.close())
  const [added] = await addSources([talks], { catalog, allowPrivate: false, dataFolder: folder })
  const { id } = await catalog.enqueueJob(added?.source.id ?? '')
  const transcribeCommand = `"${process.execPath}" "${join(folder, 'recogniser.mjs')}" {input}`
  const { child, exited, answered } = startTask({
    kind: 'jobs',
    settings: { ...settings, transcribeCommand },
  })
  const pids = await readPids(pidsFile)
  child.kill('SIGTERM')
  expect(await answered).toMatchObject({ ok: false, code: 'INGEST_INTERRUPTED' })
  expect(await exited).toEqual([0, null])
  await expectGone(pids)
  expect((await catalog.findJob(id))?.status).toBe('queued')
})

test.each(['SIGTERM', 'SIGINT'] as const)(
  'at %s the command add ends with the programs that it runs',
  async (end) => {
    const { folder, pidsFile } = await aLibrary()
    const env = { ...(await aHangingYtDlp(folder, pidsFile)), CUEPOINT_DATA: folder }
    const child = spawn(process.execPath, [resolve('dist/src/cli.js'), 'add', video], { env })
    onTestFinished(() => void child.kill('SIGKILL'))
    let talk = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (talk += text))
    const exited = once(child, 'close')
    const pids = await readPids(pidsFile)
    child.kill(end)
    expect(await exited).toEqual([2, null])
    expect(talk).toContain('INGEST_INTERRUPTED')
    await expectGone(pids)
  },
)
