import { sumOf } from './compare-spans.js'
import { findPrincipalAxes } from './principal-axes.js'
import { lengthOf, type RepeatText, type Span } from './repeat-text.js'
import type { SentenceVectors } from './sentence-vectors.js'

/**
 * Runs of a few sentences, each with one short vector. They overlap by half, so that a story is found wherever the
 * borders of sentences and passages lie.
 */

/** What a thought takes to be told; less, and small talk looks alike. */
const windowWords = 40
const minWords = 20
const axisCount = 64

export interface Windows {
  spans: Span[]
  /** Index of the document of each. */
  documents: Uint32Array
  /** One row of `dimensions` numbers a window, of length 1. */
  vectors: Float32Array
  dimensions: number
}

/** The runs of all documents, in order. @param isLeftOut sentences that none may hold: runs end before them */
export function cutSpans(text: RepeatText, isLeftOut: (sentence: number) => boolean): Span[] {
  const spans: Span[] = []
  for (const { from, to } of text.documents) {
    let start = from
    while (start < to) {
      if (isLeftOut(start)) {
        start++
        continue
      }
      let end = start
      let words = 0
      while (end < to && words < windowWords && !isLeftOut(end))
        words += lengthOf(text.sentences[end++] ?? none)
      if (words >= minWords) spans.push({ from: start, to: end })
      if (end === to || isLeftOut(end)) {
        start = end
        continue
      }
      let skipped = 0
      while (skipped < words / 2) skipped += Math.max(1, lengthOf(text.sentences[start++] ?? none))
    }
  }
  return spans
}

/** The runs with their short vectors. @param isLeftOut as in `cutSpans` */
export function cutWindows(
  text: RepeatText,
  vectors: SentenceVectors,
  isLeftOut: (sentence: number) => boolean,
): Windows {
  const spans = cutSpans(text, isLeftOut)
  const axes = findPrincipalAxes(vectors, axisCount)
  const rows = new Float32Array(spans.length * axes.length)
  const documents = new Uint32Array(spans.length)
  for (const [index, span] of spans.entries()) {
    const sum = sumOf(span, text, vectors)
    documents[index] = text.sentences[span.from]?.document ?? 0
    let square = 0
    for (const [axis, direction] of axes.entries()) {
      let value = 0
      for (let i = 0; i < sum.length; i++) value += (sum[i] ?? 0) * (direction[i] ?? 0)
      rows[index * axes.length + axis] = value
      square += value * value
    }
    const length = Math.sqrt(square) || 1
    for (let axis = 0; axis < axes.length; axis++) {
      const at = index * axes.length + axis
      rows[at] = (rows[at] ?? 0) / length
    }
  }
  return { spans, documents, vectors: rows, dimensions: axes.length }
}

const none: Span = { from: 0, to: 0 }
