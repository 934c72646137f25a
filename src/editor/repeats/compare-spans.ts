import { lengthOf, type RepeatText, type Span } from './repeat-text.js'
import type { SentenceVectors } from './sentence-vectors.js'
import { weightOf } from './windows.js'
import { shareWords, stemsOf, type WordWeights } from './word-weights.js'

/** Whether two runs of sentences tell the same in other words: told by three signs, none of which is enough. */

export interface Likeness {
  /** Cosine of what both say as a whole. */
  whole: number
  /** What of each sentence is said in some sentence of the other, the mean of both ways. */
  sentences: number
  /** Words in common, rare ones for more. */
  words: number
  /** How many telling words both hold. */
  telling: number
  /** Of the shorter of the two. */
  length: number
}

export interface Measure {
  text: RepeatText
  vectors: SentenceVectors
  weights: WordWeights
}

export interface SpanPair {
  a: Span
  b: Span
  likeness: Likeness
}

/** A sentence that has no counterpart this near belongs to something else. */
const counterpart = 0.38
/** Of windows as they are cut; nine in ten that are no repeat are below, one in forty that is. */
const minFirstGlance = 0.4
/** How far a window may grow at each end, in sentences. */
const reach = 4
const maxSteps = 24
/** Shorter is a phrase and no story, in words. */
export const minStoryWords = 28
/** One of the two may take so many times the words of the other. */
const maxStretch = 2.6

/**
 * Moves the ends of two runs that are near each other to where they tell the same: a sentence at an end stays when the
 * other run has its counterpart. Null when too little is left, or at first glance.
 */
export function fitSpans(
  a: Span,
  b: Span,
  measure: Measure,
  isFrame: (sentence: number) => boolean,
): SpanPair | null {
  const { text, vectors } = measure
  if (!isWorthALook(a, b, measure)) return null
  const roomA = grow(a, text, isFrame)
  const roomB = grow(b, text, isFrame)
  const table = new LikenessTable(roomA, roomB, vectors)
  let best = { a, b, gain: table.gain(a, b, text), isStory: isStory(a, b, text) }
  for (let step = 0; step < maxSteps; step++) {
    const moves = [
      ...movesOf(best.a, roomA).map((moved) => ({ a: moved, b: best.b })),
      ...movesOf(best.b, roomB).map((moved) => ({ a: best.a, b: moved })),
    ]
    let better = best
    for (const moved of moves) {
      const gain = table.gain(moved.a, moved.b, text)
      if (gain <= better.gain + 1e-6) continue
      const isStillStory = isStory(moved.a, moved.b, text)
      if (isStillStory || !best.isStory) better = { ...moved, gain, isStory: isStillStory }
    }
    if (better === best) break
    best = better
  }
  return best.isStory ? { a: best.a, b: best.b, likeness: compareSpans(best.a, best.b, measure) } : null
}

function isWorthALook(a: Span, b: Span, { text, vectors }: Measure): boolean {
  const table = new LikenessTable(a, b, vectors)
  const weight = (span: Span): number => {
    let sum = 0
    for (let at = span.from; at < span.to; at++) sum += weightOf(text, at)
    return Math.max(1, sum)
  }
  // The gain of each side, with nothing taken off, is its mean likeness times its weight.
  return table.gain(a, b, text, 0, { a: 1 / weight(a), b: 1 / weight(b) }) >= 2 * minFirstGlance
}

/** Long enough on both sides, and not a sentence against a chapter. */
function isStory(a: Span, b: Span, text: RepeatText): boolean {
  const [wordsA, wordsB] = [lengthOf(text.wordsOf(a)), lengthOf(text.wordsOf(b))]
  const [shorter, longer] = [Math.min(wordsA, wordsB), Math.max(wordsA, wordsB)]
  return shorter >= minStoryWords && longer <= maxStretch * shorter
}

/** The likeness of each sentence of one run to each of another. */
class LikenessTable {
  readonly #rows: Float32Array
  readonly #width: number

  constructor(
    private readonly a: Span,
    private readonly b: Span,
    vectors: SentenceVectors,
  ) {
    this.#width = lengthOf(b)
    this.#rows = new Float32Array(lengthOf(a) * this.#width)
    for (let i = a.from; i < a.to; i++)
      for (let j = b.from; j < b.to; j++)
        this.#rows[(i - a.from) * this.#width + j - b.from] = vectors.likeness(i, j)
  }

  /** What two parts of the runs have of each other: each sentence by its nearest one, less `cost`, long ones for more. */
  gain(a: Span, b: Span, text: RepeatText, cost = counterpart, factors = { a: 1, b: 1 }): number {
    let sum = 0
    for (let i = a.from; i < a.to; i++) {
      let best = 0
      for (let j = b.from; j < b.to; j++) best = Math.max(best, this.#at(i, j))
      sum += factors.a * weightOf(text, i) * (best - cost)
    }
    for (let j = b.from; j < b.to; j++) {
      let best = 0
      for (let i = a.from; i < a.to; i++) best = Math.max(best, this.#at(i, j))
      sum += factors.b * weightOf(text, j) * (best - cost)
    }
    return sum
  }

  #at(i: number, j: number): number {
    return this.#rows[(i - this.a.from) * this.#width + j - this.b.from] ?? 0
  }
}

export function compareSpans(a: Span, b: Span, { text, vectors, weights }: Measure): Likeness {
  const words = shareWords(stemsOf(text, text.wordsOf(a)), stemsOf(text, text.wordsOf(b)), weights)
  return {
    whole: cosine(sumOf(a, text, vectors), sumOf(b, text, vectors)),
    sentences: (coverage(a, b, text, vectors) + coverage(b, a, text, vectors)) / 2,
    words: words.share,
    telling: words.telling,
    length: Math.min(lengthOf(text.wordsOf(a)), lengthOf(text.wordsOf(b))),
  }
}

/** Mean likeness of each sentence of `a` to the nearest of `b`, long ones for more. */
function coverage(a: Span, b: Span, text: RepeatText, vectors: SentenceVectors): number {
  let sum = 0
  let all = 0
  for (let i = a.from; i < a.to; i++) {
    let best = 0
    for (let j = b.from; j < b.to; j++) best = Math.max(best, vectors.likeness(i, j))
    sum += best * weightOf(text, i)
    all += weightOf(text, i)
  }
  return sum / Math.max(1, all)
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

/** Within its document, and not into a frame. */
function grow({ from, to }: Span, text: RepeatText, isFrame: (sentence: number) => boolean): Span {
  const document = text.documents[text.sentences[from]?.document ?? 0]
  let [first, end] = [from, to]
  while (first > (document?.from ?? 0) && from - first < reach && !isFrame(first - 1)) first--
  while (end < (document?.to ?? to) && end - to < reach && !isFrame(end)) end++
  return { from: first, to: end }
}

/** A sentence more or less at either end, or two more: one that says nothing may stand in between. */
function movesOf({ from, to }: Span, room: Span): Span[] {
  const moves: Span[] = []
  for (const more of [1, 2]) {
    if (from - more >= room.from) moves.push({ from: from - more, to })
    if (to + more <= room.to) moves.push({ from, to: to + more })
  }
  if (to - from > 1) moves.push({ from: from + 1, to }, { from, to: to - 1 })
  return moves
}
