import { embedMissing } from '../../ingest/embed-missing.js'
import { vectorSpaces } from '../../ingest/embed-passages.js'
import {
  catalogPath,
  checkIndexFree,
  openBulkEmbedder,
  openCatalog,
  openWriterIndex,
  resetIndex,
} from '../adapters.js'
import { ConceptRunner } from '../concepts/concept-runner.js'
import type { Config } from '../config.js'
import { followCatalog } from '../index/follow.js'
import { openAll } from '../open-all.js'

/**
 * Throws the index away and builds it from the catalog; texts that the current model has not embedded yet are embedded
 * first. @throws INDEX_LOCKED while a server runs
 */
export async function reindexLibrary(
  config: Config,
  onProgress: (line: string) => void,
): Promise<{ documents: number; embedded: number }> {
  const { close, ...report } = await openAll(async (opened) => {
    const catalog = opened(await openCatalog(config))
    const embedder = opened(await openBulkEmbedder(config))
    // Asked first, so that a running server is told about before an hour of embedding and not after it.
    await checkIndexFree(config)
    const embedded = await embedMissing(catalog, embedder, onProgress)
    await resetIndex(config)
    const index = opened(await openWriterIndex(config, embedder))
    onProgress('indexing')
    const documents = await followCatalog(catalog, index, { spaces: vectorSpaces(embedder) })
    onProgress('finding concepts')
    await catalog.clearConcepts()
    await opened(
      new ConceptRunner(catalog, embedder, { catalogPath: catalogPath(config), onError: () => undefined }),
    ).refresh()
    return { documents, embedded }
  })
  await close()
  return report
}
