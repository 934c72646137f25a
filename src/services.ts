import { join } from 'node:path'
import { embedMissing } from '../ingest/embed-missing.js'
import { vectorSpaces } from '../ingest/embed-passages.js'
import type { Catalog } from './catalog/catalog.js'
import { openSqliteCatalog } from './catalog/sqlite/open-sqlite-catalog.js'
import { ConceptRunner } from './concepts/concept-runner.js'
import { bindConcepts, type Concepts } from './concepts/concepts.js'
import type { Config } from './config.js'
import { correctDocument } from './documents/correct-document.js'
import { locateMedia, type LocalMedia } from './documents/locate-media.js'
import { readTranscript, type Transcript } from './documents/read-transcript.js'
import { showDocument, type ShownDocument } from './documents/show-document.js'
import { segmentationVersion } from './domain/ids.js'
import { AlignmentRunner } from './editor/align/alignment-runner.js'
import { bindEditor, type Editor } from './editor/editor.js'
import { RepeatRunner } from './editor/repeats/repeat-runner.js'
import { openSavedSearches } from './editor/saved-searches/open-saved-searches.js'
import type { CrossEncoder } from './embed/cross-encoder.js'
import { modelIdentityKey, type Embedder, type ModelIdentity } from './embed/embedder.js'
import { openCrossEncoder } from './embed/open-cross-encoder.js'
import { openBulkEmbedder, openQueryEmbedder } from './embed/open-embedder.js'
import { quantizationScale, sentenceSpace } from './embed/quantize.js'
import { hasCode } from './errors.js'
import { analyzerVersion } from './index/analyze.js'
import { checkIndexLock, resetEmbeddedIndex } from './index/embedded/index-files.js'
import { openEmbeddedIndex } from './index/embedded/open-embedded-index.js'
import { followCatalog } from './index/follow.js'
import { Follower } from './index/follower.js'
import type { IndexIdentity, SearchIndex } from './index/search-index.js'
import { ForkedIngest } from './jobs/forked-ingest.js'
import type { Ingest } from './jobs/ingest.js'
import { Caretaker } from './mcp/caretaker.js'
import type { McpLibrary } from './mcp/library.js'
import { findRelatedDocuments, type RelatedDocument } from './search/find-related.js'
import { findSimilarPassages } from './search/find-similar.js'
import { searchPassages, type SearchRequest } from './search/search-passages.js'
import type { PassageResult, SearchResult } from './search/search-result.js'
import { createStatusReader, type LibraryStatus } from './status/read-status.js'
import { ConceptProvider } from './suggest/concept-provider.js'
import { Suggestions } from './suggest/suggestions.js'

export { openQueryEmbedder }

/** The composition root: names the concrete adapters of the server and of the commands that ask. */

type CorrectionPatch = Parameters<typeof correctDocument>[1]

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

export interface Services extends Searching {
  catalog: Catalog
  ingest: Ingest
  suggestions: Suggestions
  concepts: Concepts
  editor: Editor
  showDocument(id: string): Promise<ShownDocument>
  readTranscript(documentId: string): Promise<Transcript>
  correctDocument(id: string, patch: CorrectionPatch): Promise<void>
  locateMedia(documentId: string): Promise<LocalMedia>
  close(): Promise<void>
}

/** Which languages and how many passages a library holds changes with its documents only, and every search asks. */
const statsAgeMs = 5000

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

/**
 * Everything that the server needs, following the catalog from the start.
 * @param onError told of what fails in the background
 * @throws CATALOG_*, MODEL_*, INDEX_LOCKED when another process serves this library, INDEX_MISMATCH
 */
export async function openServices(config: Config, onError: (error: unknown) => void): Promise<Services> {
  return openAll(async (opened) => {
    const { catalog, embedder, crossEncoder } = await openBase(config, opened)
    const index = opened(await openWriterIndex(config, embedder))
    const follower = new Follower(catalog, index, { spaces: vectorSpaces(embedder) }, onError)
    follower.start()
    opened({ close: () => follower.stop() })
    const conceptRunner = opened(
      new ConceptRunner(catalog, embedder, { catalogPath: catalogPath(config), onError }),
    )
    conceptRunner.start()
    const repeatRunner = opened(
      new RepeatRunner(catalog, {
        catalogPath: catalogPath(config),
        space: sentenceSpace(embedder.identity),
        onError,
      }),
    )
    repeatRunner.start()
    const alignmentRunner = opened(
      new AlignmentRunner({ catalogPath: catalogPath(config), identity: embedder.identity }),
    )
    const { savedSearches } = opened(openSavedSearches({ ...config, catalog, index, embedder, onError }))
    const ingest = opened(new ForkedIngest(catalog, { ...config, catalogPath: catalogPath(config) }, onError))
    const suggestions = opened(
      new Suggestions(catalog, {
        keepQueries: config.keepQueries,
        onError,
        providers: [new ConceptProvider(catalog)],
      }),
    )
    void suggestions.refresh()
    return {
      catalog,
      ingest,
      suggestions,
      concepts: bindConcepts(catalog, async () => {
        await conceptRunner.refresh()
      }),
      editor: bindEditor({
        catalog,
        alignmentRunner,
        repeatRunner,
        savedSearches,
        index,
        embedder,
        keepQueries: config.keepQueries,
        onDegraded: onError,
      }),
      ...searching({ catalog, embedder, crossEncoder, index, config, onError }),
      showDocument: (id: string) => showDocument(id, catalog),
      readTranscript: (documentId: string) => readTranscript(documentId, catalog),
      correctDocument: (id: string, patch: CorrectionPatch) =>
        correctDocument(id, patch, { catalog, embedder }),
      locateMedia: (documentId: string) => locateMedia(documentId, catalog),
    }
  })
}

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
    return searching({ catalog, embedder, crossEncoder, index, config, onError })
  })
}

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
    return openIndex(config, embedder, 'reader')
  }
}

/**
 * What a program needs that asks for as long as somebody uses it. It only reads the index, so that a server can start
 * beside it at any time; where none runs it takes the writer's place for as long as catching up takes, at first and
 * whenever the catalog has changed. @param signal ends catching up after the step under way
 */
export async function openReading(
  config: Config,
  { onError, signal }: { onError: (error: unknown) => void; signal: AbortSignal },
): Promise<McpLibrary & { close(): Promise<void> }> {
  return openAll(async (opened) => {
    const { catalog, embedder, crossEncoder } = await openBase(config, opened)
    const open = () => openIndex(config, embedder, 'reader')
    const isBehind = async (index: SearchIndex) => (await index.watermark()) < (await catalog.latestSeq())
    const catchUp = () => catchUpIndex(config, { catalog, embedder, signal })
    const found = await open().catch((error: unknown) => {
      if (!hasCode(error, 'INDEX_UNAVAILABLE')) throw error
      return null
    })
    const isCurrent = found !== null && !(await isBehind(found))
    if (!isCurrent) {
      await found?.close()
      await catchUp()
    }
    const index = opened(isCurrent ? found : await open())
    const caretaker = opened(new Caretaker({ isBehind: () => isBehind(index), catchUp, onError }))
    const { search, findSimilar } = searching({ catalog, embedder, crossEncoder, index, config, onError })
    return {
      catalog,
      concepts: bindConcepts(catalog, () => Promise.resolve()),
      showDocument: (id: string) => showDocument(id, catalog),
      search(text, request) {
        caretaker.look()
        return search(text, request)
      },
      findSimilar(passageId, k) {
        caretaker.look()
        return findSimilar(passageId, k)
      },
    }
  })
}

/** Nothing is done where another process holds the index: it follows the catalog itself. */
async function catchUpIndex(
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
    await checkIndexLock(indexFolder(config))
    const embedded = await embedMissing(catalog, embedder, onProgress)
    await resetEmbeddedIndex(indexFolder(config))
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

/**
 * Brings the concepts up to date, unless a server is there to do it; what fails is told and fails nothing else.
 * @param embedder any of the configured model
 */
export async function findConcepts(
  config: Config,
  { catalog, embedder, onError }: { catalog: Catalog; embedder: Embedder; onError: (error: unknown) => void },
): Promise<void> {
  const runner = new ConceptRunner(catalog, embedder, { catalogPath: catalogPath(config), onError })
  try {
    await checkIndexLock(indexFolder(config))
    await runner.refresh()
  } catch (error) {
    if (!hasCode(error, 'INDEX_LOCKED')) onError(error)
  } finally {
    await runner.close().catch(onError)
  }
}

/** Closes what was opened, newest first: at once when the rest cannot be opened, else when asked to. */
async function openAll<Opened extends object>(
  open: (opened: <Part extends { close(): Promise<void> }>(part: Part) => Part) => Promise<Opened>,
): Promise<Opened & { close(): Promise<void> }> {
  const parts: { close(): Promise<void> }[] = []
  // A part that cannot end well (a snapshot that could not be saved) must not keep the others open.
  const close = async () => {
    const failures: unknown[] = []
    for (const part of parts.splice(0).reverse())
      await part.close().catch((error: unknown) => failures.push(error))
    if (failures.length > 0) throw failures[0]
  }
  try {
    const services = await open((part) => {
      parts.push(part)
      return part
    })
    return { ...services, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function openBase(
  config: Config,
  opened: <Part extends { close(): Promise<void> }>(part: Part) => Part,
) {
  const catalog = opened(await openCatalog(config))
  const embedder = opened(await openQueryEmbedder(config))
  const crossEncoder = await openCrossEncoder(config)
  if (crossEncoder) opened(crossEncoder)
  return { catalog, embedder, crossEncoder }
}

/** The index with the writer's role. @throws INDEX_LOCKED, INDEX_MISMATCH */
export const openWriterIndex = (config: Config, embedder: Embedder): Promise<SearchIndex> =>
  openIndex(config, embedder, 'writer')

const openIndex = (config: Config, { identity }: Embedder, role: 'writer' | 'reader'): Promise<SearchIndex> =>
  openEmbeddedIndex(indexFolder(config), indexIdentity(identity), { role })

interface SearchingParts {
  catalog: Catalog
  embedder: Embedder
  crossEncoder: CrossEncoder | null
  index: SearchIndex
  config: Config
  onError: (error: unknown) => void
}

function searching({ catalog, embedder, crossEncoder, index, config, onError }: SearchingParts): Searching {
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
