/** What of a document stands for the whole of it, when others that are about the same are looked for. Pure. */

export interface Probes {
  /** The mean of all, L2-normalised. */
  whole: Float32Array
  /** For each stretch the index of the passage nearest to its mean: what is said there, not how it begins or ends. */
  stretches: number[]
}

/**
 * Cuts the passages of a document into at most `maxStretches` stretches of as many passages (± 1) and takes the most
 * central one of each; of equals the first.
 * @param vectors L2-normalised, in the order of the document; at least one
 */
export function chooseProbes(vectors: readonly Float32Array[], maxStretches: number): Probes {
  const count = Math.min(maxStretches, vectors.length)
  const stretches = Array.from({ length: count }, (_, at) => {
    const from = Math.round((at * vectors.length) / count)
    const stretch = vectors.slice(from, Math.round(((at + 1) * vectors.length) / count))
    return from + findNearest(meanOf(stretch), stretch)
  })
  return { whole: meanOf(vectors), stretches }
}

/** Index of the vector with the largest dot product; of equals the first. -1 for none. */
export function findNearest(vector: Float32Array, vectors: readonly Float32Array[]): number {
  let nearest = -1
  let best = -Infinity
  for (const [index, other] of vectors.entries()) {
    const similarity = dot(vector, other)
    if (similarity > best) [nearest, best] = [index, similarity]
  }
  return nearest
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0)
  for (const vector of vectors)
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + (vector[at] ?? 0)
  const length = Math.sqrt(dot(sum, sum))
  // Vectors that cancel each other out have no direction: any is as good, and zero is no division.
  return length > 0 ? sum.map((component) => component / length) : sum
}
