import type { DocumentSummary } from '../catalog/catalog.js'
import type { Facets } from './count-facets.js'
import type { TextRange } from './highlight.js'
import type { SearchMode } from './parse-query.js'

/** What a search answers with. Times are corrected; null together where the document has none. */

export interface Moment {
  passageId: string
  startMs: number | null
  endMs: number | null
  jumpMs: number | null
  /** Fragment id of the section, for posts. */
  anchor: string | null
  text: string
}

export interface PassageResult extends Moment {
  score: number
  document: DocumentSummary
  /** Who speaks the best sentence. */
  speaker: string | null
  chapter: string | null
  /** The sentence before the passage, and the one after it; may be empty. */
  before: string
  after: string
  highlights: TextRange[]
  /** The sentence that answers best. */
  best: TextRange
  more: Moment[]
}

export interface SearchResult {
  query: string
  mode: SearchMode
  degraded: boolean
  /** How many hits can be paged through. */
  total: number
  next: string | null
  facets: Facets
  hits: PassageResult[]
}
