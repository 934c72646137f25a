import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findReuse } from '../src/editor/reuse/find-reuse.js'
import { openQueryEmbedder } from '../src/embed/open-embedder.js'
import { openEvalLibrary } from '../src/eval/eval-library.js'
import { readCorpora } from '../src/eval/read-corpus.js'
import { sectionedEpisodesPath } from '../src/eval/read-optech.js'
import { readConfig } from '../src/config.js'
import { openCatalog, openWriterIndex } from '../src/adapters.js'
import { keepRun, percentile, round } from './bench-run.js'

/**
 * How often the recap of a newsletter item is found from the item's text: each of a sample of the items is a draft, and
 * the section of the recap in which its editors say it is talked about is right. What is said alone is in the library,
 * without headings, so that no text of a newsletter is there.
 *
 *     npm run bench:reuse -- <folder with derived/episodes.jsonl> [<further corpus folder>…] [--items=100] [--misses]
 */

const cutOffs = [1, 3, 5, 10]

interface Item {
  episode: string
  title: string
  text: string
  startMs: number
  endMs: number
}

interface LabelledEpisode {
  episode: string
  refs: { title: string; ts: number; item: string; sec?: boolean | null }[]
  sections: { start_s?: number | null }[]
}

const { folders, count, showMisses } = readArguments(process.argv.slice(2))
const items = (await readItems(folders[0] ?? '')).slice(0, count)
const config = readConfig()
const { allowPrivate, dataFolder } = config
const episodes = await readCorpora(folders, { allowPrivate, dataFolder })
const built = await openEvalLibrary(episodes, {
  config,
  onProgress: (line) => process.stderr.write(`\r${line}`),
})
await built.close()
const library = { ...config, dataFolder: built.folder }
const catalog = await openCatalog(library)
const embedder = await openQueryEmbedder(config)
const index = await openWriterIndex(library, embedder)
const { passages, languages } = await index.stats()
const dependencies = {
  catalog,
  index,
  embedder,
  languages: () => Promise.resolve(languages),
  onDegraded(error: unknown) {
    throw error
  },
}

const documentIds = new Map<string, string>()
for (const { id } of await catalog.listSources())
  for (const [guid, known] of await catalog.readKnownDocuments(id)) documentIds.set(guid, known.id)

const ranks: number[] = []
const tookMs: number[] = []
const relations: Record<string, number> = {}
for (const item of items) {
  const documentId = documentIds.get(item.episode)
  const started = performance.now()
  const { paragraphs } = await findReuse(
    { draft: item.text, filter: {}, k: 10, limit: 50, cursor: null },
    dependencies,
  )
  tookMs.push((performance.now() - started) / Math.max(1, paragraphs.length))
  // An item is one paragraph; of one that is cut for its length the best of its parts counts.
  const found = paragraphs.map(
    ({ matches }) =>
      matches.findIndex(
        ({ document, startMs, endMs }) =>
          document.id === documentId && (startMs ?? 0) < item.endMs && (endMs ?? 0) > item.startMs,
      ) + 1,
  )
  const rank = Math.min(...found.filter((each) => each > 0), Infinity)
  ranks.push(rank)
  const relation = paragraphs.flatMap(({ matches }) => matches)[rank - 1]?.relation ?? 'none'
  relations[relation] = (relations[relation] ?? 0) + 1
  if (showMisses && rank > 5) console.log(`missed (${rank}): ${item.episode} “${item.title}”`)
}
await index.close()
await embedder.close()
await catalog.close()

const within = Object.fromEntries(
  cutOffs.map((cutOff) => [`first${cutOff}`, ranks.filter((rank) => rank <= cutOff).length]),
)
const perParagraph = {
  p50Ms: round(percentile(tookMs, 0.5)),
  p95Ms: round(percentile(tookMs, 0.95)),
}
console.log(
  `${items.length} newsletter items against ${passages} passages of talk: the right section is in the first ` +
    cutOffs.map((cutOff) => `${cutOff} for ${within[`first${cutOff}`]}`).join(', '),
)
console.log(`a paragraph takes p50 ${perParagraph.p50Ms} ms, p95 ${perParagraph.p95Ms} ms`)
console.log(
  `how the right passage relates: ${JSON.stringify(relations)}; asked for: ≥ 90 of 100 in the first 5`,
)
await keepRun('reuse', { items: items.length, passages, ...within, perParagraph, relations })

function readArguments(words: readonly string[]) {
  const count = Number(words.find((word) => word.startsWith('--items='))?.slice('--items='.length) ?? 100)
  const folders = words.filter((word) => !word.startsWith('--'))
  if (folders.length === 0)
    throw new RangeError('name the folder of the recaps: npm run bench:reuse -- <folder> [<folder>…]')
  return { folders, count, showMisses: words.includes('--misses') }
}

/** All items whose section was found in the recording, in the order of a hash: any first so many are a fair sample. */
async function readItems(folder: string): Promise<Item[]> {
  const lines = (await readFile(join(folder, sectionedEpisodesPath), 'utf8')).split('\n')
  const keyed = lines
    .filter((line) => line.trim() !== '')
    .flatMap((line) => toItems(JSON.parse(line) as LabelledEpisode))
    .map((item) => ({ item, key: hash(`${item.episode}\n${item.title}\n${item.startMs / 1000}`) }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ item }) => item)
}

function toItems({ episode, refs, sections }: LabelledEpisode): Item[] {
  const starts = sections.flatMap(({ start_s: start }) => (typeof start === 'number' ? [start] : []))
  return refs
    .filter(({ sec }) => sec === true)
    .map(({ title, ts, item }) => {
      const next = Math.min(...starts.filter((start) => start > ts), Infinity)
      return { episode, title, text: item, startMs: ts * 1000, endMs: next * 1000 }
    })
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
