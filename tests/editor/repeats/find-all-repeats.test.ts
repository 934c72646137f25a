import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { ingest } from '../../../bench/bench-library.js'
import type { Catalog } from '../../../src/catalog/catalog.js'
import { readConfig } from '../../../src/config.js'
import { correctDocument } from '../../../src/documents/correct-document.js'
import { findAllRepeats } from '../../../src/editor/repeats/find-all-repeats.js'
import { findRepeatsOf } from '../../../src/editor/repeats/find-repeats-of.js'
import { KnownMeasureReader } from '../../../src/editor/repeats/known-measure.js'
import { listRepeats } from '../../../src/editor/repeats/list-repeats.js'
import { RepeatRunner } from '../../../src/editor/repeats/repeat-runner.js'
import { openQueryEmbedder } from '../../../src/embed/open-embedder.js'
import { sentenceSpace } from '../../../src/embed/quantize.js'
import { followCatalog } from '../../../src/index/follow.js'
import { vectorSpaces } from '../../../ingest/embed-passages.js'
import { catalogPath, openCatalog, openWriterIndex } from '../../../src/adapters.js'
import { aClip, aCollection } from '../../builders/clips.js'
import { lanterns, writeTwiceToldShow, yeast, yeastAgain } from './told-twice.js'

/** The whole way with the real model: a small show among the bundled one about search. */

const background = resolve('data/sample/five-minutes-on-search/feed.xml')

let folder: string
let library: string
let placeOf: Awaited<ReturnType<typeof writeTwiceToldShow>>
let embedder: Awaited<ReturnType<typeof openQueryEmbedder>>
let space: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuepoint-repeats-'))
  library = join(folder, 'library')
  const config = { ...readConfig({}), dataFolder: library }
  placeOf = await writeTwiceToldShow(join(folder, 'show'))
  embedder = await openQueryEmbedder(config)
  space = sentenceSpace(embedder.identity)
  const catalog = await openCatalog(config)
  for (const source of [background, join(folder, 'show')]) await ingest(source, catalog, embedder, config)
  await findAllRepeats(catalog, space)
  await catalog.close()
}, 300_000)

afterAll(async () => {
  await embedder.close()
  await rm(folder, { recursive: true, force: true })
})

/** A library of its own, as it was after the first search. */
async function aLibrary() {
  const dataFolder = await mkdtemp(join(folder, 'copy-'))
  await cp(library, dataFolder, { recursive: true })
  const config = { ...readConfig({}), dataFolder }
  const catalog = await openCatalog(config)
  onTestFinished(() => catalog.close())
  return { catalog, config }
}

const everything = { limit: 100, cursor: null }

/** The groups of the small show: each place as `title startMs–endMs`. */
async function listGroups(catalog: Catalog, template = false) {
  const { groups } = await listRepeats({ template }, everything, catalog)
  return groups
    .filter(({ places }) => places.some(({ document }) => document.title.startsWith('Hour')))
    .map(({ kind, places }) => ({
      kind,
      places: places.map(({ document, startMs, endMs }) => `${document.title} ${startMs}–${endMs}`).sort(),
    }))
}

const at = (episode: string, text: string) => {
  const { startMs, endMs } = placeOf(episode, text)
  return `${episode.replace('hour-', 'Hour ')} ${startMs}–${endMs}`
}

const expected = () => [
  // Two words differ: still the same words.
  { kind: 'verbatim', places: [at('hour-1', lanterns), at('hour-3', lanterns)] },
  // No sentence is the same, each is said. What is said about flour, gluten and sugar besides is another claim.
  { kind: 'reworded', places: [at('hour-2', yeast), at('hour-4', yeastAgain)] },
  // And neither the advertisement, which is read out in all four, nor how each hour begins and ends.
]

test('what is told twice is found with its times, in the same words and in others; ads and frames are not', async () => {
  const { catalog } = await aLibrary()
  expect(await listGroups(catalog)).toEqual(expected())
  const frames = await listGroups(catalog, true)
  expect(frames.flatMap(({ places }) => places).length).toBeGreaterThan(0)
  const { startMs } = placeOf('hour-1', 'This episode is sponsored')
  expect(JSON.stringify([...frames, ...(await listGroups(catalog))])).not.toContain(`Hour 1 ${startMs}–`)
})

test('a search of the same library gives the same groups', async () => {
  const { catalog } = await aLibrary()
  const before = await listRepeats({}, everything, catalog)
  await findAllRepeats(catalog, space)
  expect(await listRepeats({}, everything, catalog)).toEqual(before)
})

test('a document that is removed is told no more, at once; a new search forgets its group', async () => {
  const { catalog } = await aLibrary()
  const { documents } = await catalog.listDocuments({}, { ...everything, order: 'title' })
  const third = documents.find(({ title }) => title === 'Hour 3')
  await catalog.removeSource(third?.sourceId ?? '')
  expect(await listGroups(catalog)).toEqual([])
  const report = await findAllRepeats(catalog, space)
  expect(report.seq).toBe(await catalog.latestSeq())
  expect((await catalog.listRepeatGroups({ sourceId: third?.sourceId ?? '' }, everything)).total).toBe(0)
})

test('a search that is killed leaves what was known, and the next one finds all', async () => {
  const { catalog, config } = await aLibrary()
  const before = await listGroups(catalog)
  const module = (path: string) => JSON.stringify(pathToFileURL(resolve('dist/src', path)).href)
  const program = `import { openSqliteCatalog } from ${module('catalog/sqlite/open-sqlite-catalog.js')}
    import { findAllRepeats } from ${module('editor/repeats/find-all-repeats.js')}
    const catalog = await openSqliteCatalog(${JSON.stringify(catalogPath(config))})
    console.log('begun')
    for (;;) await findAllRepeats(catalog, ${JSON.stringify(space)})`
  const searching = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await Promise.race([once(searching.stdout, 'data'), once(searching, 'exit')])
  expect(searching.exitCode).toBeNull()
  searching.kill('SIGKILL')
  await once(searching, 'exit')
  expect(await listGroups(catalog)).toEqual(before)
  await findAllRepeats(catalog, space)
  expect(await listGroups(catalog)).toEqual(before)
})

test('the runner searches in a thread, knows what is new, and closes in the middle of a search', async () => {
  const { catalog, config } = await aLibrary()
  const start = () =>
    new RepeatRunner(catalog, {
      catalogPath: catalogPath(config),
      space,
      onError: (error) => {
        throw error
      },
    })
  const runner = start()
  expect(await runner.isUpToDate()).toBe(true)
  const { documents } = await catalog.listDocuments({}, { ...everything, order: 'title' })
  const first = documents.find(({ title }) => title === 'Hour 1')?.id ?? ''
  await correctDocument(first, { offsetMs: 5000 }, { catalog, embedder })
  expect(await runner.isUpToDate()).toBe(false)
  const broken = runner.find().catch((error: unknown) => error)
  await runner.close()
  expect(await broken).toBeInstanceOf(Error)
  const again = start()
  await again.find()
  expect(await again.isUpToDate()).toBe(true)
  await again.close()
  const { startMs, endMs } = placeOf('hour-1', lanterns)
  expect((await listGroups(catalog))[0]?.places[0]).toBe(`Hour 1 ${startMs + 5000}–${endMs + 5000}`)
})

test('a clip is told where else it is said, and which of these places are clips already', async () => {
  const { catalog, config } = await aLibrary()
  const index = await openWriterIndex(config, embedder)
  onTestFinished(() => index.close())
  await followCatalog(catalog, index, { spaces: vectorSpaces(embedder) })
  const { documents } = await catalog.listDocuments({}, { ...everything, order: 'title' })
  const idOf = (title: string) => documents.find((document) => document.title === title)?.id ?? ''
  const dependencies = {
    catalog,
    index,
    identity: embedder.identity,
    measures: new KnownMeasureReader(catalog),
  }
  const told = async (episode: string, text: string, exceptClip?: string) => {
    const found = await findRepeatsOf(
      {
        documentId: idOf(episode),
        ...placeOf(episode.replace('Hour ', 'hour-'), text),
        ...(exceptClip && { exceptClip }),
      },
      dependencies,
    )
    return {
      repeats: found.repeats.map(({ kind, place, clips }) => [
        kind,
        place.document.title,
        place.startMs,
        clips.map(({ clipId }) => clipId),
      ]),
      clips: found.clips.map(({ clipId }) => clipId),
    }
  }
  const inThird = placeOf('hour-3', lanterns)
  expect(await told('Hour 1', lanterns)).toEqual({
    repeats: [['verbatim', 'Hour 3', inThird.startMs, []]],
    clips: [],
  })
  expect(await told('Hour 2', yeast)).toEqual({
    repeats: [['reworded', 'Hour 4', placeOf('hour-4', yeastAgain).startMs, []]],
    clips: [],
  })
  const clip = aClip({
    id: 'used',
    documentId: idOf('Hour 3'),
    startMs: inThird.startMs + 2000,
    endMs: inThird.endMs,
  })
  await catalog.addCollection(aCollection({ clips: [clip] }))
  // The other place is used in a clip, though that begins two seconds later: it says so.
  expect((await told('Hour 1', lanterns)).repeats).toEqual([
    ['verbatim', 'Hour 3', inThird.startMs, ['used']],
  ])
  // The same moment once more; but the clip itself is no other use of itself.
  expect((await told('Hour 3', lanterns)).clips).toEqual(['used'])
  expect((await told('Hour 3', lanterns, 'used')).clips).toEqual([])
})
