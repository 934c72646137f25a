import type { Catalog } from '../catalog/catalog.js'
import type { Embedder } from '../embed/embedder.js'
import type { SearchIndex } from '../index/search-index.js'
import type { AlignmentRunner } from './align/alignment-runner.js'
import { bindAlignments, type Alignments } from './align/alignments.js'
import { bindCollections, type Collections } from './collections/collections.js'
import { Coverage, type ShowCoverage } from './coverage/coverage.js'
import { bindExports, type Exports } from './export/exports.js'
import type { RepeatRunner } from './repeats/repeat-runner.js'
import { bindRepeats, type Repeats } from './repeats/repeats.js'
import { findReuse, type FindReuse } from './reuse/find-reuse.js'
import type { SavedSearches } from './saved-searches/saved-searches.js'

/** What the API asks of the desk, a part a field. Each part's own file says what it does. */
export interface Editor {
  alignments: Alignments
  findReuse: FindReuse
  showCoverage: ShowCoverage
  collections: Collections
  exports: Exports
  repeats: Repeats
  savedSearches: SavedSearches
}

export interface EditorParts {
  catalog: Catalog
  savedSearches: SavedSearches
  index: SearchIndex
  embedder: Embedder
  alignmentRunner: Pick<AlignmentRunner, 'align'>
  repeatRunner: RepeatRunner
  /** Whether searches are kept. */
  keepQueries: boolean
  /** Told of a part that failed while others answered. */
  onDegraded: (error: unknown) => void
}

export function bindEditor(parts: EditorParts): Editor {
  const { catalog, index, savedSearches } = parts
  const asking = { ...parts, languages: async () => (await index.stats()).languages }
  const coverage = new Coverage(asking)
  return {
    findReuse: (request, signal) => findReuse(request, asking, signal),
    showCoverage: (request) => coverage.show(request),
    alignments: bindAlignments(catalog, (...ids) => parts.alignmentRunner.align(...ids)),
    collections: bindCollections(catalog),
    exports: bindExports(catalog),
    repeats: bindRepeats(parts),
    savedSearches,
  }
}
