import { openBulkEmbedder } from '../src/embed/open-embedder.js'
import type { SearchMode } from '../src/search/parse-query.js'
import { openCatalog } from '../src/adapters.js'
import { openSearch } from '../src/open-search.js'
import { ingest, makeLibrary, sampleSources } from './bench-library.js'
import { keepRun, percentile, round } from './bench-run.js'

/** How long a search takes in-process over the whole sample, each query asked once, its embedding included. */

const modes: readonly SearchMode[] = ['hybrid', 'lexical', 'dense']
const warmUpQueries = 20

const { config, remove } = await makeLibrary()
try {
  const catalog = await openCatalog(config)
  const embedder = await openBulkEmbedder(config)
  for (const source of await sampleSources(config)) await ingest(source, catalog, embedder, config)
  await embedder.close()

  const titles: string[] = []
  for (const { id } of (await catalog.listDocuments({}, { limit: 100, cursor: null })).documents) {
    const document = await catalog.findDocument(id)
    titles.push(
      ...(document?.chapters ?? []).map(({ title }) => title),
      ...(document?.sections ?? []).map(({ heading }) => heading),
    )
  }
  await catalog.close()
  const queries = [...new Set(titles.filter((title) => title.trim() !== ''))].map(
    (title) => `what is said about ${title}?`,
  )

  const { search, close } = await openSearch(config, (error) => console.error(error))
  const figures: Record<string, unknown> = { queries: queries.length }
  for (const mode of modes) {
    const ask = (q: string) => search(q, { k: 10, mode, filter: {}, sort: 'relevance', cursor: null })
    for (const query of queries.slice(0, warmUpQueries)) await ask(`${query} ${mode}`)
    const times: number[] = []
    for (const [index, query] of queries.entries()) {
      const startedMs = performance.now()
      // No query is asked twice, so that no embedding comes from the cache.
      await ask(`${query} ${mode} ${index}`)
      times.push(performance.now() - startedMs)
    }
    figures[mode] = {
      p50Ms: round(percentile(times, 0.5)),
      p95Ms: round(percentile(times, 0.95)),
      maxMs: round(Math.max(...times)),
    }
    console.log(
      `${mode}: p50 ${round(percentile(times, 0.5))} ms, p95 ${round(percentile(times, 0.95))} ms, max ${round(Math.max(...times))} ms`,
    )
  }
  console.log(`${queries.length} queries, asked for hybrid: p50 ≤ 30 ms`)
  await close()
  await keepRun('search', figures)
} finally {
  await remove()
}
