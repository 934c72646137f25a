import { join } from 'node:path'
import { vectorSpaces } from '../ingest/embed-passages.js'
import type { Catalog } from './catalog/catalog.js'
import { openSqliteCatalog } from './catalog/sqlite/open-sqlite-catalog.js'
import type { Config } from './config.js'
import { segmentationVersion } from './domain/ids.js'
import { modelIdentityKey, type Embedder, type ModelIdentity } from './embed/embedder.js'
import { quantizationScale } from './embed/quantize.js'
import { hasCode } from './errors.js'
import { analyzerVersion } from './index/analyze.js'
import { checkIndexLock, resetEmbeddedIndex } from './index/embedded/index-files.js'
import { openEmbeddedIndex } from './index/embedded/open-embedded-index.js'
import { followCatalog } from './index/follow.js'
import type { IndexIdentity, SearchIndex } from './index/search-index.js'

export { openCrossEncoder } from './embed/open-cross-encoder.js'
export { openBulkEmbedder, openQueryEmbedder } from './embed/open-embedder.js'

/** Which catalog, which index and which model: what a configuration stands for. */

export const catalogPath = ({ dataFolder }: Pick<Config, 'dataFolder'>): string =>
  join(dataFolder, 'catalog.db')
export const indexFolder = ({ dataFolder }: Pick<Config, 'dataFolder'>): string => join(dataFolder, 'index')
export const openCatalog = (config: Config): Promise<Catalog> => openSqliteCatalog(catalogPath(config))

export const indexIdentity = (model: ModelIdentity): IndexIdentity => ({
  model: modelIdentityKey(model),
  dimensions: model.dimensions,
  segmentationVersion,
  analyzerVersion,
  sentenceScale: quantizationScale,
})

/** The index with the writer's role. @throws INDEX_LOCKED, INDEX_MISMATCH */
export const openWriterIndex = (config: Config, embedder: Embedder): Promise<SearchIndex> =>
  openIndex(config, embedder, 'writer')

const openIndex = (config: Config, { identity }: Embedder, role: 'writer' | 'reader'): Promise<SearchIndex> =>
  openEmbeddedIndex(indexFolder(config), indexIdentity(identity), { role })

/** To ask only, beside whoever writes. @throws INDEX_UNAVAILABLE where none was written, INDEX_MISMATCH */
export const openReaderIndex = (config: Config, embedder: Embedder): Promise<SearchIndex> =>
  openIndex(config, embedder, 'reader')

/** @throws INDEX_LOCKED while another process writes the index */
export const checkIndexFree = (config: Config): Promise<void> => checkIndexLock(indexFolder(config))

export const resetIndex = (config: Config): Promise<void> => resetEmbeddedIndex(indexFolder(config))

/**
 * The index, brought up to date; beside a running server, which does that itself, as it is. @throws INDEX_MISMATCH
 */
export async function openCurrentIndex(
  config: Config,
  catalog: Catalog,
  embedder: Embedder,
): Promise<SearchIndex> {
  try {
    const index = await openWriterIndex(config, embedder)
    try {
      await followCatalog(catalog, index, { spaces: vectorSpaces(embedder) })
      return index
    } catch (error) {
      await index.close()
      throw error
    }
  } catch (error) {
    if (!hasCode(error, 'INDEX_LOCKED')) throw error
    return openReaderIndex(config, embedder)
  }
}

/** Brings the index up to date; nothing is done where another process holds it, which follows the catalog itself. */
export async function catchUpIndex(
  config: Config,
  { catalog, embedder, signal }: { catalog: Catalog; embedder: Embedder; signal: AbortSignal },
): Promise<void> {
  try {
    const index = await openWriterIndex(config, embedder)
    const options = { spaces: vectorSpaces(embedder), signal }
    await followCatalog(catalog, index, options).finally(() => index.close())
  } catch (error) {
    if (!hasCode(error, 'INDEX_LOCKED')) throw error
  }
}
