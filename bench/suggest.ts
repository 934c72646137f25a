import { monitorEventLoopDelay } from 'node:perf_hooks'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Catalog } from '../src/catalog/catalog.js'
import { documentId } from '../src/domain/ids.js'
import { tokenize } from '../src/index/tokenize.js'
import { openCatalog } from '../src/adapters.js'
import { Suggestions } from '../src/suggest/suggestions.js'
import { makeLibrary } from './bench-library.js'
import { keepRun, percentile, round } from './bench-run.js'

/**
 * How long a suggestion takes with 20,000 titles in memory, each typed letter by letter, and how long the event loop is
 * held while they are read from the catalog. Titles are made of the words of the sample, so that beginnings are shared
 * as those of real titles are.
 */

const titleCount = 20_000
const speakerCount = 500
const queryCount = 2000
const typedTitles = 300
const idleMs = 2000
const source = { id: 'bench', guid: 'bench' }

/** Seeded: each run has the same titles. */
let state = 1
function pick<Value>(values: readonly Value[]): Value {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
  return values[(state >>> 8) % values.length] as Value
}

async function readSampleWords(folder: string): Promise<string[]> {
  const paths = await readdir(folder, { recursive: true })
  const texts = await Promise.all(
    paths.filter((path) => path.endsWith('.md')).map((path) => readFile(join(folder, path), 'utf8')),
  )
  return tokenize(texts.join('\n'))
    .map(({ token }) => token)
    .filter((word) => /^\p{L}{2,}$/u.test(word))
}

async function fillCatalog(catalog: Catalog, makeTitle: (length: number) => string): Promise<void> {
  await catalog.addSources([
    {
      ...source,
      kind: 'feed',
      location: 'https://example.org/feed.xml',
      title: 'Bench',
      url: null,
      imageUrl: null,
      language: 'en',
      addedAt: '2026-01-01T00:00:00.000Z',
      pulledAt: null,
      etag: null,
      lastModified: null,
      bodyHash: null,
      goneAt: null,
    },
  ])
  const speakers = Array.from({ length: speakerCount }, () => makeTitle(2))
  for (let index = 0; index < titleCount; index++) {
    const id = documentId(source.guid, String(index))
    const passage = {
      documentId: id,
      ordinal: 0,
      startMs: 0,
      endMs: 1000,
      anchor: null,
      chapter: null,
      ad: false,
    }
    await catalog.writeDocument({
      document: {
        id,
        sourceId: source.id,
        guid: String(index),
        kind: 'episode',
        title: makeTitle(7),
        description: '',
        url: null,
        otherUrls: [],
        imageUrl: null,
        publishedAt: new Date(1_600_000_000_000 + index * 3_600_000).toISOString(),
        durationMs: null,
        language: 'en',
        people: [],
        tags: [],
        series: null,
        links: [],
        chapters: [],
        soundbites: [],
        rating: null,
        sections: [],
        enclosure: null,
        transcriptOrigin: null,
        timing: 'exact',
        timingReason: '',
        status: 'present',
      },
      cues: [],
      passages: [
        {
          ...passage,
          id: `passage-${index}`,
          speaker: pick(speakers),
          adReason: null,
          text: 'x',
          sentences: [],
          inputHash: 'x',
          sentenceHashes: [],
        },
      ],
      vectors: [],
      contentHash: String(index),
    })
  }
  for (let index = 0; index < queryCount; index++) {
    const text = makeTitle(4)
    await catalog.recordQuery(
      { folded: text, text, hits: 3, foundWell: 3, at: '2026-01-01T00:00:00.000Z' },
      queryCount,
    )
  }
}

const { config, remove } = await makeLibrary()
try {
  const words = await readSampleWords(config.sampleFolder)
  const makeTitle = (length: number) => Array.from({ length }, () => pick(words)).join(' ')
  const catalog = await openCatalog(config)
  await fillCatalog(catalog, makeTitle)

  // On a machine that does other things too, the idle delay is the floor that nothing can go below.
  const idle = monitorEventLoopDelay({ resolution: 1 })
  idle.enable()
  await pause(idleMs)
  idle.disable()
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const suggestions = new Suggestions(catalog, {
    keepQueries: true,
    onError: (error) => console.error(error),
  })
  delay.enable()
  const startedMs = performance.now()
  await suggestions.refresh()
  const buildMs = performance.now() - startedMs
  delay.disable()

  const times: number[] = []
  for (let typed = 0; typed < typedTitles; typed++) {
    const title = makeTitle(3)
    for (let length = 1; length <= title.length; length++) {
      const askedMs = performance.now()
      suggestions.suggest(title.slice(0, length), 8)
      times.push(performance.now() - askedMs)
    }
  }
  await suggestions.close()
  await catalog.close()
  const nsPerMs = 1e6
  const figures = {
    titles: titleCount,
    speakers: speakerCount,
    queries: queryCount,
    asked: times.length,
    p50Ms: round(percentile(times, 0.5), 3),
    p95Ms: round(percentile(times, 0.95), 3),
    maxMs: round(Math.max(...times), 2),
    buildMs: round(buildMs),
    idleLoopDelayP99Ms: round(idle.percentile(99) / nsPerMs, 2),
    idleLoopDelayMaxMs: round(idle.max / nsPerMs, 2),
    buildLoopDelayP99Ms: round(delay.percentile(99) / nsPerMs, 2),
    buildLoopDelayMaxMs: round(delay.max / nsPerMs, 2),
  }
  console.table(figures)
  console.log('asked: p95 ≤ 10 ms; the event loop is not held for more than 10 ms')
  await keepRun('suggest', figures)
} finally {
  await remove()
}
