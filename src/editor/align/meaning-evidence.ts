import { quantizationScale } from '../../embed/quantize.js'
import type { SpokenSentence, WrittenPart } from './aligned-texts.js'

/**
 * How near in meaning each sentence of a recording is to each part of the post: the similarity of the nearest of the
 * part's sentences, less what is usual for the part and for the sentence (vectors of one model all lie in a cone).
 * [part][sentence], about -.3 to .3; 0 where vectors are missing.
 */
export function compareMeaning(
  parts: readonly WrittenPart[],
  spoken: readonly SpokenSentence[],
): Float32Array[] {
  const rows: Float32Array[] = []
  for (const { sentences } of parts) {
    const row = new Float32Array(spoken.length).fill(NaN)
    for (const { vector } of sentences) {
      if (vector === null) continue
      for (const [at, said] of spoken.entries()) {
        if (said.vector === null) continue
        const similarity = dot(vector, said.vector)
        if (!((row[at] ?? NaN) >= similarity)) row[at] = similarity
      }
    }
    rows.push(row)
  }
  return center(rows, spoken.length)
}

function dot(a: Int8Array, b: Int8Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum / quantizationScale ** 2
}

/** Takes off the mean of each row and of each column. What is not known is as usual. */
function center(rows: readonly Float32Array[], length: number): Float32Array[] {
  const columnMeans = new Float32Array(length)
  for (let at = 0; at < length; at++) columnMeans[at] = meanOf(rows, (row) => row[at])
  const allMean = meanOf(columnMeans, (mean) => mean)
  const centered: Float32Array[] = []
  for (const row of rows) {
    const rowMean = meanOf(row, (value) => value)
    centered.push(
      row.map((value, at) => (Number.isNaN(value) ? 0 : value - rowMean - (columnMeans[at] ?? 0) + allMean)),
    )
  }
  return centered
}

/** Of the known ones; NaN without any. */
function meanOf<Item>(items: ArrayLike<Item>, read: (item: Item) => number | undefined): number {
  let sum = 0
  let count = 0
  for (let at = 0; at < items.length; at++) {
    const value = read(items[at] as Item) ?? NaN
    if (Number.isNaN(value)) continue
    sum += value
    count += 1
  }
  return sum / count
}
