import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { appendFile, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import type { PullHistory } from '../../src/catalog/catalog.js'
import type { Source } from '../../src/domain/source.js'
import { startAutomaticPulls, type AutomaticPulls } from '../../src/jobs/automatic-pulls.js'
import { aSource } from '../builders/documents.js'

const quietMs = 150

async function aFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'cuepoint-watch-')))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function start(
  sources: Source[],
  options: Partial<AutomaticPulls>,
  history = new Map<string, PullHistory>(),
) {
  const pulled: string[] = []
  const errors: unknown[] = []
  const catalog = {
    listSources: () => Promise.resolve(sources),
    findSource: (id: string) => Promise.resolve(sources.find((source) => source.id === id) ?? null),
    readPullHistory: () => Promise.resolve(history),
  }
  const automatic = await startAutomaticPulls(catalog, {
    everyMs: null,
    watches: false,
    sourceIds: null,
    libraryFolder: join(tmpdir(), 'no-library'),
    pull: ({ id }) => {
      pulled.push(id)
      return Promise.resolve(false)
    },
    onError: (error) => errors.push(error),
    quietMs,
    ...options,
  })
  onTestFinished(() => automatic.close())
  const until = async (count: number) => {
    while (pulled.length < count) await pause(10)
  }
  return { automatic, pulled, errors, until }
}

test('by time, sources that are due are pulled and no others', async () => {
  const now = { lastEndedAt: new Date().toISOString(), failuresInRow: 0 }
  const longAgo = { lastEndedAt: '2026-01-01T00:00:00.000Z', failuresInRow: 0 }
  const sources = [
    aSource({ id: 'fresh' }),
    aSource({ id: 'due' }),
    aSource({ id: 'gone', goneAt: '2026-01-02T00:00:00.000Z' }),
    aSource({ id: 'new' }),
  ]
  const history = new Map([
    ['fresh', now],
    ['due', longAgo],
    ['gone', longAgo],
  ])
  expect((await start(sources, { everyMs: 3_600_000 }, history)).pulled).toEqual(['due', 'new'])
  const selected = await start(sources, { everyMs: 3_600_000, sourceIds: ['new', 'fresh'] }, history)
  expect(selected.pulled).toEqual(['new'])
})

test('a folder is pulled once for changes that follow each other, and again for a later one', async () => {
  const folder = await aFolder()
  // A busy machine makes pauses between the changes, and between what is heard of them.
  const patientMs = 5 * quietMs
  const options = { watches: true, quietMs: patientMs }
  const { pulled, until } = await start([aSource({ id: 'folder', location: folder })], options)
  writeFileSync(join(folder, 'a.md'), 'one')
  mkdirSync(join(folder, 'sub'))
  writeFileSync(join(folder, 'sub', 'b.md'), 'two')
  appendFileSync(join(folder, 'a.md'), ' three')
  await until(1)
  await pause(1.5 * patientMs)
  expect(pulled).toEqual(['folder'])
  await rm(join(folder, 'sub', 'b.md'))
  await until(2)
})

test('a feed in a file is pulled when what lies beside it changes', async () => {
  const folder = await aFolder()
  await mkdir(join(folder, 'transcripts'))
  const location = join(folder, 'feed.xml')
  await writeFile(location, '<rss/>')
  const { until } = await start([aSource({ location })], { watches: true })
  await writeFile(join(folder, 'transcripts', 'a.vtt'), 'WEBVTT')
  await until(1)
})

test('neither links, nor hidden files, nor the library itself are watched', async () => {
  const [folder, outside] = [await aFolder(), await aFolder()]
  await mkdir(join(folder, 'library'))
  await mkdir(join(folder, '.git'))
  await symlink(outside, join(folder, 'linked'))
  const options = { watches: true, libraryFolder: join(folder, 'library') }
  const { pulled, until } = await start([aSource({ location: folder })], options)
  await writeFile(join(outside, 'x.md'), 'x')
  await writeFile(join(folder, 'library', 'catalog.db'), 'x')
  await writeFile(join(folder, '.git', 'index'), 'x')
  await symlink(join(outside, 'x.md'), join(folder, 'link.md'))
  await pause(4 * quietMs)
  expect(pulled).toEqual([])
  await writeFile(join(folder, 'seen.md'), 'x')
  await until(1)
})

test('what changes while it is pulled is pulled again afterwards', async () => {
  const folder = await aFolder()
  let calls = 0
  // The first call finds a pull that is running already.
  const { errors } = await start([aSource({ location: folder })], {
    watches: true,
    lookMs: 50,
    pull: () => Promise.resolve(++calls === 1),
  })
  await writeFile(join(folder, 'a.md'), 'one')
  while (calls < 2) await pause(50)
  expect(errors).toEqual([])
})

test('a folder that is written to all the time is pulled after the longest wait', async () => {
  const folder = await aFolder()
  const options = { watches: true, quietMs: 60_000, longestWaitMs: 500 }
  const { until } = await start([aSource({ location: folder })], options)
  const writing = setInterval(() => void appendFile(join(folder, 'a.md'), 'x'), 50)
  onTestFinished(() => clearInterval(writing))
  await until(2)
})

test('there is one look at a time, the first one among them, and closing waits for it', async () => {
  let atOnce = 0
  let most = 0
  let ended = 0
  const { automatic } = await start([aSource({ id: 'due' })], {
    everyMs: 1,
    lookMs: 10,
    pull: async () => {
      most = Math.max(most, ++atOnce)
      await pause(100)
      atOnce -= 1
      ended += 1
      return false
    },
  })
  while (ended < 3) await pause(10)
  while (atOnce === 0) await pause(1)
  await automatic.close()
  expect([most, atOnce]).toEqual([1, 0])
})
