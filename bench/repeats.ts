import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { vectorSpaces } from '../ingest/embed-passages.js'
import type { Catalog } from '../src/catalog/catalog.js'
import { readConfig } from '../src/config.js'
import { findAllRepeats } from '../src/editor/repeats/find-all-repeats.js'
import { findRepeatsOf } from '../src/editor/repeats/find-repeats-of.js'
import { KnownMeasureReader } from '../src/editor/repeats/known-measure.js'
import { RepeatRunner } from '../src/editor/repeats/repeat-runner.js'
import { openBulkEmbedder, openQueryEmbedder } from '../src/embed/open-embedder.js'
import { sentenceSpace } from '../src/embed/quantize.js'
import { followCatalog } from '../src/index/follow.js'
import { catalogPath, openCatalog, openWriterIndex } from '../src/adapters.js'
import { ingest, makeLibrary, sampleSources } from './bench-library.js'
import { keepRun, percentile, round } from './bench-run.js'
import { judgePlants, readPlants, sumUp, writePlants } from './planted-repeats.js'
import { MemorySampler } from './process-memory.js'

/**
 * Repeats: what of the planted set is found among the bundled sample; and, of a library that is named, what looking
 * through it costs, and how fast it is told whether a clip repeats something.
 *
 *     npm run bench:repeats [-- <folder of a library>]
 */

const [libraryFolder] = process.argv.slice(2)
const clipCount = 200
const clipMs = 45_000

async function measureQuality() {
  const { config, remove } = await makeLibrary()
  const catalog = await openCatalog(config)
  const embedder = await openBulkEmbedder(config)
  try {
    for (const source of await sampleSources(config)) await ingest(source, catalog, embedder, config)
    const plants = await readPlants()
    const planted = join(config.dataFolder, 'planted')
    await writePlants(plants, planted)
    await ingest(planted, catalog, embedder, config)
    const report = await findAllRepeats(catalog, sentenceSpace(embedder.identity))
    const results = await judgePlants(plants, catalog)
    for (const { plant, found, wrong } of results) {
      if (!found && plant.kind !== 'near-miss' && plant.kind !== 'reworded-far')
        console.error(`not found: ${plant.kind} ${plant.id}`)
      for (const place of wrong) console.error(`wrong: ${plant.kind} ${plant.id} is no repeat of ${place}`)
    }
    const { figures, precision } = sumUp(results)
    console.table(figures)
    return { groups: report.groups, precision: round(precision, 3), figures }
  } finally {
    await embedder.close()
    await catalog.close()
    await remove()
  }
}

async function measureCost(folder: string) {
  const work = await mkdtemp(join(tmpdir(), 'cuepoint-repeats-'))
  const config = { ...readConfig({}), dataFolder: work }
  try {
    await cp(folder, work, { recursive: true, filter: (path) => !path.startsWith(join(folder, 'index')) })
    const catalog = await openCatalog(config)
    const embedder = await openQueryEmbedder(config)
    const runner = new RepeatRunner(catalog, {
      catalogPath: catalogPath(config),
      space: sentenceSpace(embedder.identity),
      onError: (error) => console.error(error),
    })
    const restBytes = process.memoryUsage().rss
    const memory = new MemorySampler(process.pid, 250)
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const startedMs = performance.now()
    const cpu = process.cpuUsage()
    const report = await runner.find()
    const seconds = (performance.now() - startedMs) / 1000
    const { user, system } = process.cpuUsage(cpu)
    delay.disable()
    memory.stop()
    await runner.close()
    const cost = {
      ...report,
      passages: (await catalog.counts()).passages,
      seconds: round(seconds),
      cpuSeconds: round((user + system) / 1e6),
      addedMb: Math.round((memory.peak().processBytes - restBytes) / 1024 ** 2),
      eventLoopDelayP99Ms: round(delay.percentile(99) / 1e6),
    }
    console.log(cost)
    const index = await openWriterIndex(config, embedder)
    await followCatalog(catalog, index, { spaces: vectorSpaces(embedder) })
    const { identity } = embedder
    const measures = new KnownMeasureReader(catalog)
    const tookMs: number[] = []
    let withRepeats = 0
    for (const clip of await chooseClips(catalog)) {
      const beganMs = performance.now()
      const { repeats } = await findRepeatsOf(clip, { catalog, index, identity, measures })
      tookMs.push(performance.now() - beganMs)
      if (repeats.length > 0) withRepeats++
    }
    await index.close()
    await embedder.close()
    await catalog.close()
    const [, ...warm] = tookMs
    return {
      ...cost,
      clips: tookMs.length,
      clipsWithRepeats: withRepeats,
      clipP50Ms: round(percentile(warm, 0.5)),
      clipP95Ms: round(percentile(warm, 0.95)),
      clipMaxMs: round(Math.max(...warm)),
    }
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** Stretches of documents from all over the library, those with times as an editor would cut them. */
async function chooseClips(catalog: Catalog) {
  const clips = []
  const { documents } = await catalog.listDocuments({}, { limit: 5000, cursor: null, order: 'title' })
  for (
    let at = 0;
    clips.length < clipCount && at < documents.length;
    at += Math.max(1, documents.length / clipCount)
  ) {
    const document = documents[Math.floor(at)]
    const passages = document ? await catalog.readPassages(document.id) : []
    const middle = passages[Math.floor(passages.length / 2)]
    if (!document || !middle || middle.ad) continue
    const { startMs, id } = middle
    clips.push({
      documentId: document.id,
      ...(startMs === null ? { passageId: id } : { startMs, endMs: startMs + clipMs }),
    })
  }
  return clips
}

const quality = await measureQuality()
const cost = libraryFolder === undefined ? null : await measureCost(libraryFolder)
await keepRun('repeats', { ...quality, ...(cost && { cost }) })
console.log(await readFile(join('bench', 'runs', 'repeats.json'), 'utf8'))
