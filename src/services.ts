import { vectorSpaces } from '../ingest/embed-passages.js'
import { catalogPath, openWriterIndex } from './adapters.js'
import type { Catalog } from './catalog/catalog.js'
import { ConceptRunner } from './concepts/concept-runner.js'
import { bindConcepts, type Concepts } from './concepts/concepts.js'
import type { Config } from './config.js'
import { correctDocument } from './documents/correct-document.js'
import { locateMedia, type LocalMedia } from './documents/locate-media.js'
import { readTranscript, type Transcript } from './documents/read-transcript.js'
import { showDocument, type ShownDocument } from './documents/show-document.js'
import { AlignmentRunner } from './editor/align/alignment-runner.js'
import { bindEditor, type Editor } from './editor/editor.js'
import { RepeatRunner } from './editor/repeats/repeat-runner.js'
import { openSavedSearches } from './editor/saved-searches/open-saved-searches.js'
import { sentenceSpace } from './embed/quantize.js'
import { Follower } from './index/follower.js'
import { ForkedIngest } from './jobs/forked-ingest.js'
import type { Ingest } from './jobs/ingest.js'
import { openAll } from './open-all.js'
import { bindSearching, openBase, type Searching } from './open-search.js'
import { ConceptProvider } from './suggest/concept-provider.js'
import { SourceProvider } from './suggest/source-provider.js'
import { Suggestions } from './suggest/suggestions.js'

/** The composition root of the server. */

type CorrectionPatch = Parameters<typeof correctDocument>[1]

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

/**
 * Everything that the server needs, following the catalog from the start.
 * @param onError told of what fails in the background
 * @throws CATALOG_*, MODEL_*, INDEX_LOCKED when another process serves this library, INDEX_MISMATCH
 */
export async function openServices(config: Config, onError: (error: unknown) => void): Promise<Services> {
  return openAll(async (opened) => {
    const { catalog, embedder, crossEncoder } = await openBase(config, opened)
    // Before the index, so that it is closed after it: a step of concepts may take a minute, and who waits for the index
    // to be free need not wait for that.
    const conceptRunner = opened(
      new ConceptRunner(catalog, embedder, { catalogPath: catalogPath(config), onError }),
    )
    const index = opened(await openWriterIndex(config, embedder))
    const follower = new Follower(catalog, index, { spaces: vectorSpaces(embedder) }, onError)
    follower.start()
    opened({ close: () => follower.stop() })
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
        providers: [new ConceptProvider(catalog), new SourceProvider(catalog)],
      }),
    )
    void suggestions.refresh()
    return {
      catalog,
      ingest,
      suggestions,
      concepts: bindConcepts(catalog, async () => {
        await conceptRunner.refresh()
        await suggestions.refresh()
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
      ...bindSearching({ catalog, embedder, crossEncoder, index, config, onError }),
      showDocument: (id: string) => showDocument(id, catalog),
      readTranscript: (documentId: string) => readTranscript(documentId, catalog),
      correctDocument: (id: string, patch: CorrectionPatch) =>
        correctDocument(id, patch, { catalog, embedder }),
      locateMedia: (documentId: string) => locateMedia(documentId, catalog),
    }
  })
}
