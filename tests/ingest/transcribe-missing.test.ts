import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { addSources } from '../../ingest/add-source.js'
import { runJob } from '../../ingest/run-job.js'
import { openCommandTranscriber } from '../../ingest/transcribe/command-transcriber.js'
import { openSqliteCatalog } from '../../src/catalog/sqlite/open-sqlite-catalog.js'
import { FakeEmbedder } from '../embed/fake-embedder.js'

/** A folder of two recordings, of which one has a transcript, and a program in the place of a recogniser. */
async function aFolderOfRecordings() {
  const work = await mkdtemp(join(tmpdir(), 'cuepoint-transcribe-'))
  const folder = join(work, 'talks')
  const catalog = await openSqliteCatalog(join(work, 'catalog.db'))
  onTestFinished(async () => {
    await catalog.close()
    await rm(work, { recursive: true, force: true })
  })
  await mkdir(folder)
  await writeFile(join(folder, 'heard.wav'), 'sound')
  await writeFile(join(folder, 'written.wav'), 'sound')
  await writeFile(join(folder, 'written.vtt'), 'WEBVTT\n\n00:00.000 --> 00:02.000\nAs published.\n')
  const said = join(work, 'said.txt')
  const program = join(work, 'recogniser.mjs')
  await writeFile(
    program,
    `import { appendFileSync, readFileSync } from 'node:fs'
     appendFileSync(${JSON.stringify(join(work, 'calls.txt'))}, process.argv[2] + '\\n')
     console.log('WEBVTT\\n\\n00:00.000 --> 00:02.000\\n' + readFileSync(${JSON.stringify(said)}, 'utf8'))`,
  )
  const options = { catalog, dataFolder: work, allowPrivate: false }
  const [found] = await addSources([folder], options)
  const pull = async (command: string | null = `${process.execPath} ${program} {input}`) => {
    const { id } = await catalog.enqueueJob(found?.source.id ?? '')
    const job = await catalog.claimJob(id)
    if (!job) throw new Error(`job ${id} is taken`)
    const transcriber = command === null ? null : openCommandTranscriber(command, join(work, 'tmp'))
    return runJob(job, { ...options, embedder: new FakeEmbedder(), transcriber })
  }
  const read = async () => {
    const { documents } = await catalog.listDocuments({}, { limit: 9, cursor: null })
    return Promise.all(
      documents
        .map(({ id }) => id)
        .map(async (id) => {
          const document = await catalog.findDocument(id)
          const cues = await catalog.readCues(id)
          return [document?.title, document?.transcriptOrigin, cues.map(({ text }) => text).join(' ')]
        }),
    )
  }
  const calls = async () => (await readFile(join(work, 'calls.txt'), 'utf8')).trim().split('\n').length
  return { pull, read, work, program, calls, say: (text: string) => writeFile(said, text) }
}

const sorted = (rows: unknown[][]) => rows.sort(([a], [b]) => String(a).localeCompare(String(b)))

test('a recording without a transcript gets one, marked as written by a machine, once', async () => {
  const { pull, read, say } = await aFolderOfRecordings()
  expect(sorted((await pull(null), await read()))[0]).toEqual(['Heard', null, ''])
  await say('What was heard.')
  const first = await pull()
  expect(first.step).toBe('1 new or changed')
  // That sound is none is noticed; that a transcript was missing is none of the publisher's business any more.
  expect(first.issues.map(({ code }) => code)).toEqual(['MEDIA_INVALID', 'MEDIA_INVALID'])
  const transcribed = [
    ['Heard', 'machine', 'What was heard.'],
    ['Written', 'published', 'As published.'],
  ]
  expect(sorted(await read())).toEqual(transcribed)
  await say('Something else.')
  expect((await pull()).step).toBe('0 new or changed')
  // It stays when no recogniser is configured any more.
  expect((await pull(null)).status).toBe('done')
  expect(sorted(await read())).toEqual(transcribed)
})

test('another recogniser transcribes anew; one that fails leaves what is there, and says so', async () => {
  const { pull, read, say } = await aFolderOfRecordings()
  await say('What was heard.')
  await pull()
  const failed = await pull(`${process.execPath} -e process.exit(3) {input}`)
  expect(failed).toMatchObject({ status: 'done', step: '0 new or changed' })
  expect(failed.issues.map(({ code, where }) => [code, where])).toContainEqual(['TRANSCRIBE_FAILED', 'Heard'])
  expect(sorted(await read())[0]).toEqual(['Heard', 'machine', 'What was heard.'])
})

test('a recording that the recogniser fails on is not tried again by it, and its issue stays', async () => {
  const { pull, read, say, work, program, calls } = await aFolderOfRecordings()
  const failing = join(work, 'failing.mjs')
  await writeFile(failing, `await import(${JSON.stringify(program)}); process.exit(3)`)
  await say('Half of it.')
  const command = `${process.execPath} ${failing} {input}`
  const failures = async () =>
    (await pull(command)).issues.filter(({ code }) => code === 'TRANSCRIBE_FAILED').map(({ where }) => where)
  expect(await failures()).toEqual(['Heard'])
  expect(await failures()).toEqual(['Heard'])
  expect(await calls()).toBe(1)
  expect(sorted(await read())[0]).toEqual(['Heard', null, ''])
  // Another one is another matter.
  await say('What was heard.')
  expect((await pull()).issues.map(({ code }) => code)).not.toContain('TRANSCRIBE_FAILED')
  expect(sorted(await read())[0]).toEqual(['Heard', 'machine', 'What was heard.'])
})

test('a recogniser that is not there is an issue of a pull that ends well, and is asked again by the next', async () => {
  const { pull, read, work, say } = await aFolderOfRecordings()
  await say('What was heard.')
  await writeFile(join(work, 'talks', 'other.wav'), 'sound')
  const missing = await pull(`${join(work, 'recogniser')} {input}`)
  expect(missing).toMatchObject({ status: 'done', error: null })
  // Once, not for each recording.
  expect(missing.issues.filter(({ code }) => code === 'TRANSCRIBE_UNAVAILABLE')).toHaveLength(1)
  const script = `#!${process.execPath}\nconsole.log('WEBVTT\\n\\n00:00.000 --> 00:02.000\\nNow it is there.')\n`
  await writeFile(join(work, 'recogniser'), script, { mode: 0o755 })
  expect((await pull(`${join(work, 'recogniser')} {input}`)).issues.map(({ code }) => code)).not.toContain(
    'TRANSCRIBE_UNAVAILABLE',
  )
  expect(sorted(await read())[0]).toEqual(['Heard', 'machine', 'Now it is there.'])
})
