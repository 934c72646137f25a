import type { SentenceEvidence } from '../index/search-index.js'

/**
 * What the query's words in a sentence count beside how near it is in meaning: similarities of neighbouring sentences
 * differ by a few hundredths, so a word in common decides unless the meaning is clearly elsewhere.
 */
const wordWeight = 0.2
/** A question says what it is about better than its answer does, and is still not what the listener is looking for. */
const questionPenalty = 0.15

/**
 * The index of the sentence that answers best; of equals the first. 0 for a passage without sentences.
 * @param evidence of each sentence, in order; what is missing speaks for nothing
 */
export function findBestSentence(
  sentences: readonly string[],
  evidence: readonly SentenceEvidence[],
): number {
  let best = 0
  let bestScore = -Infinity
  for (const [index, text] of sentences.entries()) {
    const score = scoreSentence(text, evidence[index])
    if (score > bestScore) [best, bestScore] = [index, score]
  }
  return best
}

export function scoreSentence(text: string, evidence: SentenceEvidence | undefined): number {
  const penalty = /[?？]\s*$/u.test(text) ? questionPenalty : 0
  return (evidence?.similarity ?? 0) + wordWeight * (evidence?.coverage ?? 0) - penalty
}
