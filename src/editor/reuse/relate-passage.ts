/** How a passage relates to a paragraph, as far as measures tell. Pure. */

/**
 * - `repeats`: says a sentence of it in nearly the same words
 * - `says`: makes the same claim in other words
 * - `supports`: is on the same matter
 */
export type Relation = 'repeats' | 'says' | 'supports'

/** What one sentence of the paragraph has in common with the passage. */
export interface SentenceMatch {
  /** Words of the sentence. */
  words: number
  /** To the nearest sentence of the passage, about [-1, 1]; null without vectors. */
  similarity: number | null
  /** What the nearest sentences hold of its terms, each counted by its rarity: [0, 1]. */
  coverage: number
  /** Share of its words that are in the passage in the same runs: [0, 1]. */
  repeated: number
  /** It names things by number (`#27278`), none of which the passage names. */
  missesIdentifiers: boolean
}

export interface PassageMatch {
  /** Cosine of the whole paragraph to the passage; null without vectors. */
  dense: number | null
  /** What the passage and its neighbours hold of the paragraph's terms. */
  coverage: number
  sentences: readonly SentenceMatch[]
}

/** Of a sentence long enough that it is not a phrase of everybody's: `is a release candidate for the next version`. */
const repeats = { minWords: 8, minShare: 0.7 } as const

/**
 * By reading pairs of sentences of newsletters and of the talk about them, bge-small: from .82 on most pairs with half of
 * the words in common make the same claim, and without them are only on the same matter; from .88 on nearly all do.
 */
const says = [
  { minSimilarity: 0.82, minCoverage: 0.5 },
  { minSimilarity: 0.88, minCoverage: 0.3 },
] as const
/** A shorter sentence claims little. */
const minClaimWords = 6

/**
 * Any is enough: near as a whole, or less near with more of the words. Of 107 paragraphs about cooking, sports and search
 * engines, asked in a library about Bitcoin, four have a passage that reaches one of them; of 100 newsletter items about
 * Bitcoin 94 still have theirs among the first five.
 */
const supports = [
  { minDense: 0.74, minCoverage: 0, minSimilarity: 0.68 },
  { minDense: 0.66, minCoverage: 0.45, minSimilarity: 0.66 },
  { minDense: 0.55, minCoverage: 0.55, minSimilarity: 0.7 },
] as const
/** Where there are no vectors the words must do. */
const minCoverageAlone = 0.6

/** Null for what is too weak to be shown. */
export function relatePassage({ dense, coverage, sentences }: PassageMatch): Relation | null {
  if (sentences.some(isRepeated)) return 'repeats'
  if (dense === null) return coverage >= minCoverageAlone ? 'supports' : null
  if (sentences.some(isSaid)) return 'says'
  const similarity = Math.max(...sentences.map((sentence) => sentence.similarity ?? 0), 0)
  const isOnMatter = supports.some(
    (rule) => dense >= rule.minDense && coverage >= rule.minCoverage && similarity >= rule.minSimilarity,
  )
  return isOnMatter ? 'supports' : null
}

const isRepeated = ({ words, repeated, missesIdentifiers }: SentenceMatch): boolean =>
  words >= repeats.minWords && repeated >= repeats.minShare && !missesIdentifiers

const isSaid = ({ words, similarity, coverage, missesIdentifiers }: SentenceMatch): boolean =>
  words >= minClaimWords &&
  !missesIdentifiers &&
  says.some((rule) => (similarity ?? 0) >= rule.minSimilarity && coverage >= rule.minCoverage)
