import { reportSeed, seededRandom } from './random.js'

const permutations = 10_000
/** Sums of the same figures in another order differ by less. */
const roundingError = 1e-9

/**
 * Paired randomisation test (Fisher; for retrieval Smucker, Allan & Carterette, CIKM 2007): if the two runs were alike,
 * each query's difference could as well have had the other sign. Two-sided
 * p = (1 + sign flips whose |Σ| is at least the observed |Σ|) / (1 + permutations).
 * Queries without a difference change nothing and cost nothing. 1 when none differs.
 */
export function randomizationTest(differences: Float64Array, { seed = reportSeed } = {}): number {
  const changed = differences.filter((difference) => difference !== 0)
  if (changed.length === 0) return 1
  const observed = Math.abs(changed.reduce((sum, difference) => sum + difference, 0)) - roundingError
  const random = seededRandom(seed)
  let extreme = 0
  for (let at = 0; at < permutations; at += 1) {
    let sum = 0
    let bits = 0
    for (let index = 0; index < changed.length; index += 1) {
      if (index % 32 === 0) bits = random()
      const difference = changed[index] ?? 0
      sum += bits & 1 ? difference : -difference
      bits >>>= 1
    }
    if (Math.abs(sum) >= observed) extreme += 1
  }
  return (1 + extreme) / (1 + permutations)
}
