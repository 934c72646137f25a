import type { StoredPassage } from '../catalog/catalog.js'
import { stem, tokenize, type QueryTerm } from '../index/analyze.js'

/**
 * What share of the query's words a sentence holds, beside how near it is in meaning: similarities of neighbouring
 * sentences differ by a few hundredths, so a word in common decides unless the meaning is clearly elsewhere.
 */
const wordWeight = 0.2
/** A question says what it is about better than its answer does, and is still not what the listener is looking for. */
const questionPenalty = 0.15

export interface SentenceEvidence {
  terms: readonly QueryTerm[]
  language: string | null
  /** Similarity of the query to each sentence, larger is nearer; null without vectors. */
  similarities: readonly number[] | null
}

/** The index of the sentence that answers best; of equals the first. 0 for a passage without sentences. */
export function findBestSentence(passage: StoredPassage, evidence: SentenceEvidence): number {
  let best = 0
  let bestScore = -Infinity
  for (const [index, { from, to }] of passage.sentences.entries()) {
    const text = passage.text.slice(from, to)
    const similarity = evidence.similarities?.[index] ?? 0
    const penalty = /[?？]\s*$/u.test(text) ? questionPenalty : 0
    const score = similarity + wordWeight * coverTerms(text, evidence) - penalty
    if (score > bestScore) [best, bestScore] = [index, score]
  }
  return best
}

/** The share of the terms that occur in the text, 0 to 1; 0 without terms. */
function coverTerms(text: string, { terms, language }: SentenceEvidence): number {
  if (terms.length === 0) return 0
  const stems = new Set(tokenize(text).map(({ token }) => stem(token, language)))
  return terms.filter(({ forms }) => forms.some((form) => stems.has(form))).length / terms.length
}
