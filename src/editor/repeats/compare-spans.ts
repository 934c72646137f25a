import type { Frames } from './find-frames.js'
import { LikenessTable, weightOf } from './likeness-table.js'
import { lengthOf, type RepeatText, type Span } from './repeat-text.js'
import type { SentenceVectors } from './sentence-vectors.js'
import { shareWords, stemsOf, type WordWeights } from './word-weights.js'

/** Whether two runs of sentences tell the same in other words: told by three signs, none of which is enough. */

export interface Measure {
  text: RepeatText
  vectors: SentenceVectors
  weights: WordWeights
  frames: Frames
}

export interface Likeness {
  /** Cosine of what both say as a whole. */
  whole: number
  /** What of each sentence is said in some sentence of the other, the mean of both ways. */
  sentences: number
  /** Words in common, rare ones for more, those of frames for nothing. */
  words: number
  /** How many telling words both hold. */
  telling: number
  /** Words of the shorter of the two. */
  length: number
}

export function compareSpans(a: Span, b: Span, { text, vectors, weights, frames }: Measure): Likeness {
  const [wordsA, wordsB] = [text.wordsOf(a), text.wordsOf(b)]
  const words = shareWords(stemsOf(text, wordsA, frames.words), stemsOf(text, wordsB, frames.words), weights)
  return {
    whole: cosine(sumOf(a, text, vectors), sumOf(b, text, vectors)),
    sentences: new LikenessTable(a, b, text, vectors).mean(),
    words: words.share,
    telling: words.telling,
    length: Math.min(lengthOf(wordsA), lengthOf(wordsB)),
  }
}

/** What a run of sentences says as a whole: a vector of any length. */
export function sumOf(span: Span, text: RepeatText, vectors: SentenceVectors): Float64Array {
  const sum = new Float64Array(vectors.dimensions)
  for (let at = span.from; at < span.to; at++) vectors.addTo(sum, at, weightOf(text, at))
  return sum
}

export function cosine(a: Float64Array, b: Float64Array): number {
  let [dot, squareA, squareB] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    dot += (a[i] ?? 0) * (b[i] ?? 0)
    squareA += (a[i] ?? 0) ** 2
    squareB += (b[i] ?? 0) ** 2
  }
  return dot / (Math.sqrt(squareA * squareB) || 1)
}
