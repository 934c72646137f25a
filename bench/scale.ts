import { vectorSpaces } from '../ingest/embed-passages.js'
import { readConfig } from '../src/config.js'
import { openBulkEmbedder } from '../src/embed/open-embedder.js'
import { followCatalog } from '../src/index/follow.js'
import type { SearchFilter } from '../src/index/search-index.js'
import { openCatalog, openWriterIndex } from '../src/adapters.js'
import { openSearch } from '../src/open-search.js'
import { ingest, makeLibrary, sampleSources } from './bench-library.js'
import { keepRun, percentile, round } from './bench-run.js'
import { growLibrary } from './grow-library.js'

/**
 * How long a search takes over a large library, its embedding included and no question asked twice: questions, questions
 * made of the most common words, filters that keep little, and what nobody should ask.
 *
 *     npm run bench:scale [-- <passages> [<folder>]]
 *
 * The folder keeps the library for the next run, which begins with it. Measured is a library at rest: right after a pull
 * of tens of thousands of passages their graph is still growing, and until it holds them they are scanned.
 */

const wantedPassages = Number(process.argv[2] ?? 60_000)
const keptFolder = process.argv[3]
/** The saved graph is read, and the code compiled, while they are asked. */
const warmUpQueries = 150

const commonWords =
  'so you know I think that it is like what we have and they do not really want this to be going there for all of those people who can just see how it was good then'.split(
    ' ',
  )
/** Each is made different from the others by its number, where that leaves it as strange as it is. */
const strangeQueries = [
  '"',
  '"unclosed phrase',
  '""',
  '-',
  '-- --',
  '-everything',
  '*',
  'NEAR(a b) AND OR NOT',
  '^title:word {title}: a',
  '(((((',
  "'; DROP TABLE passages; --",
  '\\',
  '%_%',
  '🎙️🎙️🎙️',
  '‮right to left',
  'null undefined __proto__ constructor',
  'a',
  'the the the the',
  'the of and to in is that it',
  '"you know"',
  '"of the"',
  '"it is a" -"you know" -the',
  'speaker:',
  'speaker:"',
  'kind:banana after:yesterday',
  'in:"no such document at all"',
  'source:zzz lang:xx before:0001',
  '检索 播客 中的 时刻',
  'ポッドキャストの瞬間を探す',
  '<script>alert(1)</script>',
  'C++ C# .NET 3.14 0.21.1 #27278 OP_RETURN',
  'x'.repeat(2_000),
  'word '.repeat(400),
  'how does that work '.repeat(100),
  Array.from({ length: 350 }, (_, index) => `w${index}`).join(' '),
  '(a+)+$'.repeat(50),
  '\u0301'.repeat(500),
  'ﷺ'.repeat(200),
]

const { config, remove } = keptFolder ? keepLibrary(keptFolder) : await makeLibrary()
try {
  const catalog = await openCatalog(config)
  const embedder = await openBulkEmbedder(config)
  if ((await catalog.listSources()).length === 0) {
    for (const source of await sampleSources(config)) await ingest(source, catalog, embedder, config)
    await growLibrary(catalog, embedder, wantedPassages)
  }
  const titles = await readTitles()
  const passages = await bringUpToDate()
  const episode = await findEpisodeOfThousandth(passages)
  await embedder.close()
  await catalog.close()

  const { search, close } = await openSearch(config, (error) => {
    throw error
  })
  const ask = (q: string, filter: SearchFilter = {}) =>
    search(q, { k: 10, mode: 'hybrid', filter, sort: 'relevance', cursor: null })
  for (const title of titles.slice(0, warmUpQueries)) await ask(`about ${title}`)

  const figures: Record<string, unknown> = { passages }
  const measure = async (name: string, queries: readonly string[], filter?: SearchFilter): Promise<void> => {
    const times: number[] = []
    let slowest = ''
    for (const query of queries) {
      const startedMs = performance.now()
      await ask(query, filter)
      const tookMs = performance.now() - startedMs
      if (tookMs > Math.max(0, ...times)) slowest = query
      times.push(tookMs)
    }
    const figure = {
      queries: times.length,
      p50Ms: round(percentile(times, 0.5)),
      p95Ms: round(percentile(times, 0.95)),
      maxMs: round(Math.max(...times)),
      slowest: slowest.slice(0, 60),
    }
    figures[name] = figure
    console.log(`${name}: ${JSON.stringify(figure)}`)
  }

  await measure(
    'questions',
    titles.map((title) => `what is said about ${title}?`),
  )
  await measure(
    'questions of common words',
    titles.map((_, index) => takeWords(index)),
  )
  await measure(
    `filtered to ${episode.passages} passages of one episode`,
    titles.map((title) => `${title} in this episode`),
    { documentIds: [episode.id] },
  )
  await measure('strange', strangeQueries)
  await close()
  await keepRun('scale', figures)

  /** With the whole graph. Returns the number of passages. */
  async function bringUpToDate(): Promise<number> {
    const index = await openWriterIndex(config, embedder)
    await followCatalog(catalog, index, { spaces: vectorSpaces(embedder) })
    await index.save()
    const stats = await index.stats()
    await index.close()
    return stats.passages
  }

  /** One document of about a thousandth of all passages. */
  async function findEpisodeOfThousandth(all: number): Promise<{ id: string; passages: number }> {
    for (const { id } of (await catalog.listDocuments({ kind: 'episode' }, { limit: 100, cursor: null }))
      .documents) {
      const count = (await catalog.readPassages(id)).length
      if (count >= all / 2_000 && count <= all / 500) return { id, passages: count }
    }
    throw new RangeError(`no episode has about ${Math.round(all / 1_000)} passages`)
  }

  async function readTitles(): Promise<string[]> {
    const all = new Set<string>()
    for (let cursor: string | null = null, isMore = true; isMore; isMore = cursor !== null) {
      const page = await catalog.listDocuments({}, { limit: 100, cursor })
      cursor = page.next
      for (const { id } of page.documents) {
        const document = await catalog.findDocument(id)
        for (const { title } of document?.chapters ?? []) all.add(title)
        for (const { heading } of document?.sections ?? []) all.add(heading)
      }
    }
    return [...all].filter((title) => title.trim() !== '')
  }
} finally {
  await remove()
}

function keepLibrary(folder: string): Awaited<ReturnType<typeof makeLibrary>> {
  return {
    config: { ...readConfig({}), dataFolder: folder, port: 0 },
    remove: () => Promise.resolve(),
  }
}

/** Ten of the common words, others for each number. */
function takeWords(number: number): string {
  return Array.from(
    { length: 10 },
    (_, position) => commonWords[(number * 7 + position * (3 + (number % 5))) % commonWords.length],
  ).join(' ')
}
