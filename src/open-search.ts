import { openCatalog, openCrossEncoder, openCurrentIndex, openQueryEmbedder } from './adapters.js'
import type { Catalog } from './catalog/catalog.js'
import type { Config } from './config.js'
import type { CrossEncoder } from './embed/cross-encoder.js'
import type { Embedder } from './embed/embedder.js'
import type { SearchIndex } from './index/search-index.js'
import { openAll, type Opened } from './open-all.js'
import { findRelatedDocuments, type RelatedDocument } from './search/find-related.js'
import { findSimilarPassages } from './search/find-similar.js'
import { searchPassages, type SearchRequest } from './search/search-passages.js'
import type { PassageResult, SearchResult } from './search/search-result.js'
import { createStatusReader, type LibraryStatus } from './status/read-status.js'

/** What all who ask have in common: the server, a command, an assistant. */

export interface Searching {
  search(text: string, request: SearchRequest): Promise<SearchResult>
  findSimilar(passageId: string, k: number): Promise<PassageResult[]>
  findRelated(documentId: string, k: number): Promise<RelatedDocument[]>
  readStatus(): Promise<LibraryStatus>
  /** Null when none is configured. */
  crossEncoder: CrossEncoder | null
  /** @throws what catalog, index or model throw */
  checkReady(): Promise<void>
}

/** Which languages and how many passages a library holds changes with its documents only, and every search asks. */
const statsAgeMs = 5000

/**
 * What a command needs that only asks. Beside a running server it reads the server's index; alone it holds the index
 * itself and first brings it up to date.
 */
export async function openSearch(
  config: Config,
  onError: (error: unknown) => void,
): Promise<Searching & { close(): Promise<void> }> {
  return openAll(async (opened) => {
    const { catalog, embedder, crossEncoder } = await openBase(config, opened)
    const index = opened(await openCurrentIndex(config, catalog, embedder))
    return bindSearching({ catalog, embedder, crossEncoder, index, config, onError })
  })
}

/** What every way to ask begins with. */
export async function openBase(config: Config, opened: Opened) {
  const catalog = opened(await openCatalog(config))
  const embedder = opened(await openQueryEmbedder(config))
  const crossEncoder = await openCrossEncoder(config)
  if (crossEncoder) opened(crossEncoder)
  return { catalog, embedder, crossEncoder }
}

interface SearchingParts {
  catalog: Catalog
  embedder: Embedder
  crossEncoder: CrossEncoder | null
  index: SearchIndex
  config: Config
  onError: (error: unknown) => void
}

export function bindSearching({
  catalog,
  embedder,
  crossEncoder,
  index,
  config,
  onError,
}: SearchingParts): Searching {
  const stats = readEvery(statsAgeMs, () => index.stats())
  const languages = async () => (await stats()).languages
  const passageCount = async () => (await stats()).passages
  const { identity } = embedder
  return {
    search: (text, request) =>
      searchPassages(text, request, {
        catalog,
        embedder,
        crossEncoder,
        index,
        languages,
        passageCount,
        onDegraded: onError,
      }),
    findSimilar: (passageId, k) =>
      findSimilarPassages(passageId, k, { catalog, index, identity, passageCount }),
    crossEncoder,
    findRelated: (documentId, k) => findRelatedDocuments(documentId, k, { catalog, index, identity }),
    readStatus: createStatusReader({ catalog, index, identity, version: config.version }),
    async checkReady() {
      await Promise.all([catalog.latestSeq(), index.watermark(), embedder.embedQuery('ready')])
    },
  }
}

/** Reads again only when what was read is older than `ageMs`; a failed read is not kept. */
function readEvery<Value>(ageMs: number, read: () => Promise<Value>): () => Promise<Value> {
  let last: { at: number; value: Promise<Value> } | undefined
  return () => {
    if (!last || performance.now() - last.at > ageMs) {
      const value = read()
      last = { at: performance.now(), value }
      value.catch(() => (last = undefined))
    }
    return last.value
  }
}
