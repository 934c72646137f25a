import { alignWords } from './align-words.js'
import type { Likeness, Measure } from './compare-spans.js'
import { findNearWindows } from './find-near-windows.js'
import { fitSpans } from './fit-spans.js'
import type { RepeatPair } from './find-verbatim.js'
import { lengthOf, sharedLength, type RepeatText, type Span } from './repeat-text.js'
import { cutWindows } from './windows.js'

/** Pairs of places that tell the same in other words. Never two of one document: an hour about one thing is no repeat. */

/** Cosine of two windows, told by their short vectors, from which a closer look is worth it. */
const minSimilarity = 0.5

/**
 * Three signs, each of which near misses reach: what is said as a whole, sentence for sentence, and in which rare words.
 * So the mean of the three counts, none may be far below, and little text has to be more alike: 30 words about one thing
 * are soon alike. Chosen on the first half of data/eval/repeats and on what was read in another library.
 */
const minLikeness = 0.54
/** More for a text without words, less in proportion for each, nothing from `plentyWords` on. */
const briefLikeness = 0.08
const plentyWords = 60
const minWhole = 0.6
const minSentences = 0.5
const minWords = 0.25
/** Words in common that few documents hold: without them two places greet, thank or introduce alike. */
const minTelling = 3
/** More words in a row than this share, and it is verbatim or a frame with other contents. */
const maxSameShare = 0.5

export const scoreOf = ({ whole, sentences, words }: Likeness): number => (whole + sentences + words) / 3

export const isReworded = (likeness: Likeness): boolean =>
  scoreOf(likeness) >= minLikeness + briefLikeness * Math.max(0, 1 - likeness.length / plentyWords) &&
  likeness.whole >= minWhole &&
  likeness.sentences >= minSentences &&
  likeness.words >= minWords &&
  likeness.telling >= minTelling

/** @param verbatim pairs that need not be told again */
export function findReworded(measure: Measure, verbatim: readonly RepeatPair[]): RepeatPair[] {
  const { text, vectors, frames } = measure
  if (vectors.dimensions === 0) return []
  const isFrame = (sentence: number): boolean => frames.sentences[sentence] === 1
  const windows = cutWindows(text, vectors, isFrame)
  const same = new SpanPairs(text, verbatim)
  const known = new SpanPairs(text)
  const pairs: RepeatPair[] = []
  for (const near of findNearWindows(windows, minSimilarity)) {
    const a = windows.spans[near.a]
    const b = windows.spans[near.b]
    if (!a || !b || same.covers(a, b) || known.covers(a, b)) continue
    const fitted = fitSpans(a, b, measure, isFrame)
    if (!fitted || !isReworded(fitted.likeness)) continue
    if (same.touches(fitted.a, fitted.b) || known.covers(fitted.a, fitted.b)) continue
    if (hasSameWords(fitted, text)) continue
    const pair = { a: fitted.a, b: fitted.b, likeness: scoreOf(fitted.likeness) }
    known.add(pair)
    pairs.push(pair)
  }
  return pairs
}

export function hasSameWords({ a, b }: { a: Span; b: Span }, text: RepeatText): boolean {
  const [wordsA, wordsB] = [text.wordsOf(a), text.wordsOf(b)]
  const alignment = alignWords({
    a: text.words.subarray(wordsA.from, wordsA.to),
    b: text.words.subarray(wordsB.from, wordsB.to),
  })
  return (alignment?.matches ?? 0) > maxSameShare * Math.min(lengthOf(wordsA), lengthOf(wordsB))
}

/** Pairs of spans that are told already, by the documents that they are of. */
class SpanPairs {
  readonly #pairs = new Map<number, RepeatPair[]>()

  constructor(
    private readonly text: RepeatText,
    pairs: readonly RepeatPair[] = [],
  ) {
    for (const pair of pairs) this.add(pair)
  }

  add(pair: RepeatPair): void {
    const key = this.#key(pair.a, pair.b)
    const known = this.#pairs.get(key)
    if (known) known.push(pair)
    else this.#pairs.set(key, [pair])
  }

  /** Whether half of the shorter of each lies in one that is known. */
  covers(a: Span, b: Span): boolean {
    const pairs = this.#pairs.get(this.#key(a, b)) ?? []
    return pairs.some((pair) => isHalfIn(a, pair.a) && isHalfIn(b, pair.b))
  }

  /** Whether both share a sentence with one that is known. */
  touches(a: Span, b: Span): boolean {
    const pairs = this.#pairs.get(this.#key(a, b)) ?? []
    return pairs.some((pair) => sharedLength(a, pair.a) > 0 && sharedLength(b, pair.b) > 0)
  }

  #key(a: Span, b: Span): number {
    const documentOf = ({ from }: Span) => this.text.sentences[from]?.document ?? 0
    return documentOf(a) * this.text.documents.length + documentOf(b)
  }
}

const isHalfIn = (a: Span, b: Span): boolean => 2 * sharedLength(a, b) >= Math.min(lengthOf(a), lengthOf(b))
