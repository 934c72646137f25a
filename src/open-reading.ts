import { catchUpIndex, openReaderIndex } from './adapters.js'
import { bindConcepts } from './concepts/concepts.js'
import type { Config } from './config.js'
import { showDocument } from './documents/show-document.js'
import { hasCode } from './errors.js'
import type { SearchIndex } from './index/search-index.js'
import { Caretaker } from './mcp/caretaker.js'
import type { McpLibrary } from './mcp/library.js'
import { openAll } from './open-all.js'
import { bindSearching, openBase } from './open-search.js'

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
    const open = () => openReaderIndex(config, embedder)
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
    const { search, findSimilar } = bindSearching({ catalog, embedder, crossEncoder, index, config, onError })
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
