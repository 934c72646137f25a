import { join } from 'node:path'
import { passageInput } from '../src/embed/passage-input.js'
import { openBulkEmbedder } from '../src/embed/open-embedder.js'
import { findModel } from '../src/embed/model-files.js'
import { followCatalog } from '../src/index/follow.js'
import { openCatalog, openWriterIndex } from '../src/adapters.js'
import { vectorSpaces } from '../ingest/embed-passages.js'
import { ingest, makeLibrary } from './bench-library.js'
import { keepRun, round } from './bench-run.js'
import { measureRawEmbedding } from './raw-embedding.js'

/**
 * Indexing against the model alone: everything from the feed to a searchable index (read, segment, embed, write,
 * index), then the same texts through the bare model in each layout, then indexing once more, so that a machine that
 * changes its speed shows.
 */

/** 4 episodes of a real show: about 170 passages and 830 sentences. */
const source = join('bitcoin-transcripts', 'chaincode-podcast', 'feed.xml')

async function indexOnce(): Promise<{ seconds: number; texts: string[]; passages: number }> {
  const { config, remove } = await makeLibrary()
  const catalog = await openCatalog(config)
  const embedder = await openBulkEmbedder(config)
  const index = await openWriterIndex(config, embedder)
  try {
    // The model is loaded before the clock starts, as it is for the bare model.
    await embedder.embedPassages(['one text', 'and another'])
    const startedMs = performance.now()
    await ingest(join(config.sampleFolder, source), catalog, embedder, config)
    await followCatalog(catalog, index, { spaces: vectorSpaces(embedder) })
    const seconds = (performance.now() - startedMs) / 1000
    const texts = new Set<string>()
    let passages = 0
    for (const { id, title } of (await catalog.listDocuments({}, { limit: 100, cursor: null })).documents)
      for (const passage of await catalog.readPassages(id)) {
        passages += 1
        texts.add(passageInput(title, passage))
        for (const { from, to } of passage.sentences) texts.add(passage.text.slice(from, to))
      }
    return { seconds, texts: [...texts], passages }
  } finally {
    await index.close()
    await embedder.close()
    await catalog.close()
    await remove()
  }
}

const { config, remove } = await makeLibrary()
await remove()
const first = await indexOnce()
const raw = await measureRawEmbedding(await findModel(config), first.texts)
const second = await indexOnce()

const best = raw.reduce((a, b) => (b.textsPerSecond > a.textsPerSecond ? b : a))
const indexingSeconds = Math.min(first.seconds, second.seconds)
const indexing = first.texts.length / indexingSeconds
for (const { processes, threads, batch, textsPerSecond } of raw)
  console.log(`raw ${processes} × ${threads} threads, batch ${batch}: ${round(textsPerSecond)} texts/s`)
console.log(
  `indexing, ${first.passages} passages with their sentences (${first.texts.length} texts): ${round(indexing)} texts/s`,
)
console.log(`ratio to the best raw layout: ${round(indexing / best.textsPerSecond, 3)} (asked: ≥ 0.85)`)
await keepRun('ingest', {
  passages: first.passages,
  texts: first.texts.length,
  raw: raw.map((each) => ({
    ...each,
    seconds: round(each.seconds, 2),
    textsPerSecond: round(each.textsPerSecond),
  })),
  indexingSeconds: [round(first.seconds, 2), round(second.seconds, 2)],
  indexingTextsPerSecond: round(indexing),
  ratio: round(indexing / best.textsPerSecond, 3),
})
