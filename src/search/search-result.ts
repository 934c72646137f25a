import type { DocumentSummary } from '../catalog/catalog.js'
import type { ConceptBrief, ConceptName } from '../concepts/find-query-concepts.js'
import type { Facets } from './count-facets.js'
import type { TextRange } from './highlight.js'
import type { SearchMode, Understood } from './parse-query.js'

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

/** A moment below the result that it belongs to. */
export interface FurtherMoment extends Moment {
  /** Set where it is another document than the result's, which says the same in nearly the same words. */
  documentId?: string
  documentTitle?: string
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
  more: FurtherMoment[]
  /** What the passage is most about; a few, most first. */
  concepts: ConceptName[]
}

/** Sentences of one passage, word for word, in order. */
export interface Answer {
  sentences: {
    text: string
    documentId: string
    passageId: string
    speaker: string | null
    startMs: number | null
  }[]
}

export interface SearchResult {
  query: string
  mode: SearchMode
  degraded: boolean
  /** What of the query was more than words. */
  understood: readonly Understood[]
  /** The query with words that the library knows; null when there is nothing to correct. */
  didYouMean: string | null
  /** `didYouMean` where the hits are of that, since no passage has any of the typed words; else null. */
  searchedFor: string | null
  /** Passages that fit well (`fitsWell`); null when nobody looked: in the modes of one retriever, and for a filter alone. */
  foundWell: number | null
  /** The hits are the nearest in meaning, since no passage that the filter leaves has any of the words. */
  byMeaning: boolean
  /** How many hits can be paged through. */
  total: number
  next: string | null
  facets: Facets
  /** Null when the query is no question, and when no answer is sure enough. */
  answer: Answer | null
  /** What the query names, then what its best hits are about; on the first page only. */
  concepts: ConceptBrief[]
  hits: PassageResult[]
}
