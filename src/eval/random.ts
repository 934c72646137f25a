/**
 * Numbers that look random and are the same for the same seed, so that a report is (xorshift32, Marsaglia, 2003). Good
 * enough to draw samples with, and a nanosecond each. Whole numbers in [0, 2³²).
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
}

/** Any two runs draw alike. */
export const reportSeed = 20_260_301
