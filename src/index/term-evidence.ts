/** How a query's terms stand in a passage: pure, the same for every engine. */

/** A term by its place in the query; null for a word that is none of them. */
export type MatchedWord = number | null

/** `proof of work` is asked for as two terms: the small word between them parts nobody's phrase. */
const maxStep = 2

/** Share of the terms whose bit is set, each counted by its weight; 0 without terms. */
export function coverTerms(mask: number, weights: readonly number[]): number {
  let held = 0
  let all = 0
  for (const [index, weight] of weights.entries()) {
    all += weight
    if ((mask >>> index) & 1) held += weight
  }
  return all === 0 ? 0 : held / all
}

/** Who holds all of `needs` is taken to hold `gives` too: both are bits of terms. */
export interface Implication {
  needs: number
  gives: number
}

/** The mask with what it implies. */
export function settleMask(mask: number, implications: readonly Implication[]): number {
  let settled = mask
  for (const { needs, gives } of implications) if ((mask & needs) >>> 0 === needs) settled |= gives
  return settled >>> 0
}

/** Bit i: the sentence holds the i-th term. */
export function maskOf(sentence: readonly MatchedWord[]): number {
  let mask = 0
  for (const term of sentence) if (term !== null) mask |= 1 << term
  return mask >>> 0
}

/**
 * Of the pairs of terms that follow each other in the query, the share that follow each other in a sentence, in that
 * order and with at most one word between. Linear in the words. 0 for fewer than two terms.
 * @param terms the first so many count; what is beyond is no term here
 */
export function findPairs(sentences: readonly (readonly MatchedWord[])[], terms: number): number {
  if (terms < 2) return 0
  const found = new Set<number>()
  for (const sentence of sentences)
    for (const [at, term] of sentence.entries()) {
      if (term === null || term === 0 || term >= terms) continue
      for (let step = 1; step <= maxStep; step++) if (sentence[at - step] === term - 1) found.add(term)
    }
  return found.size / (terms - 1)
}
