/** How a query's terms stand in a passage: pure, the same for every engine. */

/** A term by its place in the query; null for a word that is none of them. */
export type MatchedWord = number | null

/** Terms further apart than this in a sentence have nothing to do with each other. In words. */
const maxDistance = 24
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
 * The pairs of terms that follow each other in the query, looked for within each sentence: the share that follow
 * each other in that order with at most one word between, and the mean of 1 / distance of the nearest two in any order (0 for a pair that no sentence holds).
 * Linear in the words. 0 for fewer than two terms.
 * @param terms the first so many count; what is beyond is no term here
 */
export function measureNearness(
  sentences: readonly (readonly MatchedWord[])[],
  terms: number,
): { pairs: number; proximity: number } {
  if (terms < 2) return { pairs: 0, proximity: 0 }
  const nearest = new Array<number>(terms - 1).fill(Infinity)
  const adjacent = new Array<boolean>(terms - 1).fill(false)
  for (const sentence of sentences) {
    const lastAt = new Array<number>(terms).fill(-Infinity)
    for (const [at, term] of sentence.entries()) {
      if (term === null || term >= terms) continue
      if (term > 0) {
        const distance = at - (lastAt[term - 1] ?? -Infinity)
        nearest[term - 1] = Math.min(nearest[term - 1] ?? Infinity, distance)
        if (distance <= maxStep) adjacent[term - 1] = true
      }
      if (term < terms - 1)
        nearest[term] = Math.min(nearest[term] ?? Infinity, at - (lastAt[term + 1] ?? -Infinity))
      lastAt[term] = at
    }
  }
  const share = 1 / (terms - 1)
  return {
    pairs: share * adjacent.filter(Boolean).length,
    proximity:
      share * nearest.reduce((sum, distance) => sum + (distance <= maxDistance ? 1 / distance : 0), 0),
  }
}
