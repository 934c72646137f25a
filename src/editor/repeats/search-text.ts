import type { RepeatKind } from '../../catalog/repeat-store.js'
import { alignWords, shareOf } from './align-words.js'
import { cosine, sumOf, type Measure } from './compare-spans.js'
import { hasSameWords, isReworded, scoreOf } from './find-reworded.js'
import { fitSpans } from './fit-spans.js'
import { minSameShare, minSameWords, toSentences } from './find-verbatim.js'
import { hashShingles } from './find-word-runs.js'
import { lengthOf, sharedLength, type RepeatDocument, type RepeatText, type Span } from './repeat-text.js'
import type { SentenceVectors } from './sentence-vectors.js'
import { cutSpans } from './windows.js'
import type { WordWeights } from './word-weights.js'

/** What of a small text repeats one span of it, its first document. */

export interface FoundSpan {
  span: Span
  kind: RepeatKind
  likeness: number
}

export interface SearchedText {
  text: RepeatText
  vectors: SentenceVectors
  /** Null: what is said in other words cannot be told. */
  weights: WordWeights | null
}

/** Shingles in common from which words are compared one by one. */
const minShingles = 3
/** Pairs of windows that are looked at closely, and how near they must be as a whole. */
const maxFits = 40
const minNearness = 0.5
/** A short clip that is wholly in another one repeats it, though a repeat of a library would be longer. */
const shortClipShare = 0.8

/** At most one of each document of the text, verbatim ones first. */
export function searchText(query: Span, { text, vectors, weights }: SearchedText): FoundSpan[] {
  if (lengthOf(query) === 0) return []
  const verbatim = text.documents.slice(1).flatMap((document) => compareWords(query, document, text))
  if (!weights || vectors.dimensions === 0) return verbatim
  const measure = { text, vectors, weights }
  const reworded = compareMeanings(query, measure).filter(
    ({ span }) => !verbatim.some((found) => sharedLength(found.span, span) > 0),
  )
  return [...verbatim, ...reworded]
}

function compareWords(query: Span, document: RepeatDocument, text: RepeatText): FoundSpan[] {
  const mine = text.wordsOf(query)
  const theirs = text.wordsOf(document)
  const shingles = new Set(hashShingles(text.words, mine))
  let shared = 0
  for (const hash of hashShingles(text.words, theirs)) if (shingles.has(hash)) shared++
  if (shared < minShingles) return []
  const alignment = alignWords({
    a: text.words.subarray(mine.from, mine.to),
    b: text.words.subarray(theirs.from, theirs.to),
  })
  if (!alignment || shareOf(alignment) < minSameShare) return []
  if (alignment.matches < Math.min(minSameWords, shortClipShare * lengthOf(mine))) return []
  const words = { from: theirs.from + alignment.b.from, to: theirs.from + alignment.b.to }
  return [{ span: toSentences(words, text), kind: 'verbatim', likeness: shareOf(alignment) }]
}

function compareMeanings(query: Span, measure: Measure): FoundSpan[] {
  const { text, vectors } = measure
  const spans = cutSpans(text, () => false)
  const isMine = ({ from }: Span): boolean => text.sentences[from]?.document === 0
  // As in the whole library: an hour about one thing is no repeat of itself.
  const isOfMyDocument = ({ from }: Span): boolean =>
    text.documents[text.sentences[from]?.document ?? 0]?.id === text.documents[0]?.id
  const mine = spans.filter((span) => isMine(span) && sharedLength(span, query) > 0)
  // A clip that is shorter than a window is one.
  const wanted = mine.length > 0 ? mine : [query]
  const sums = wanted.map((span) => sumOf(span, text, vectors))
  const pairs = spans
    .filter((span) => !isOfMyDocument(span))
    .flatMap((span) => {
      const sum = sumOf(span, text, vectors)
      return wanted.map((each, at) => ({ each, span, nearness: cosine(sums[at] ?? sum, sum) }))
    })
    .filter(({ nearness }) => nearness >= minNearness)
    .sort((x, y) => y.nearness - x.nearness)
  const best = new Map<number, FoundSpan>()
  for (const { each, span } of pairs.slice(0, maxFits)) {
    const fitted = fitSpans(
      each,
      span,
      measure,
      (sentence) => sentence < (text.documents[0]?.to ?? 0) && !isIn(sentence, query),
    )
    if (!fitted || !isReworded(fitted.likeness) || hasSameWords(fitted, text)) continue
    const document = text.sentences[fitted.b.from]?.document ?? 0
    const likeness = scoreOf(fitted.likeness)
    if (likeness > (best.get(document)?.likeness ?? 0))
      best.set(document, { span: fitted.b, kind: 'reworded', likeness })
  }
  return [...best.values()]
}

const isIn = (at: number, { from, to }: Span): boolean => from <= at && at < to
