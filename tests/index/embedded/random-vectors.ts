import { normalizeVector } from '../../../src/index/embedded/vector-arena.js'
import { randomNumbers } from '../entry-builder.js'

/**
 * Unit vectors around a few centres, as texts lie around topics; the spread of one is as large as the distance between
 * two, so that neighbourhoods overlap.
 */
export function makeVectors(count: number, dimensions: number, seed: number): Float32Array[] {
  const random = randomNumbers(seed)
  const normal = () => random() + random() + random() + random() - 2
  const makeOne = () => Float32Array.from({ length: dimensions }, normal)
  const centres = Array.from({ length: 40 }, makeOne)
  return Array.from({ length: count }, (_, position) => {
    const centre = centres[position % centres.length]
    return normalizeVector(makeOne().map((component, axis) => component + (centre?.[axis] ?? 0)))
  })
}

/** Positions of the vectors by descending inner product with the query, ties by position. */
export function rankByBruteForce(
  vectors: readonly Float32Array[],
  query: Float32Array,
  depth: number,
): number[] {
  return vectors
    .map((vector, position) => ({
      position,
      score: vector.reduce((sum, value, axis) => sum + value * (query[axis] ?? 0), 0),
    }))
    .sort((a, b) => b.score - a.score || a.position - b.position)
    .slice(0, depth)
    .map(({ position }) => position)
}
