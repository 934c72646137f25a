import type { Catalog } from '../catalog/catalog.js'
import type { Concepts } from '../concepts/concepts.js'
import type { ShownDocument } from '../documents/show-document.js'
import type { SearchRequest } from '../search/search-passages.js'
import type { PassageResult, SearchResult } from '../search/search-result.js'

/** What the tools ask: the use cases behind the HTTP API, those that read. */
export interface McpLibrary {
  search(text: string, request: SearchRequest): Promise<SearchResult>
  findSimilar(passageId: string, k: number): Promise<PassageResult[]>
  showDocument(id: string): Promise<ShownDocument>
  concepts: Pick<Concepts, 'list' | 'show' | 'listMentions'>
  catalog: Pick<
    Catalog,
    | 'listDocuments'
    | 'listSources'
    | 'countDocumentsBySource'
    | 'findPassages'
    | 'readPassages'
    | 'findSummaries'
    | 'findCorrections'
  >
}
