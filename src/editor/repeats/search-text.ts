import type { RepeatKind } from '../../catalog/repeat-store.js'
import type { Steps } from './run-in-turns.js'
import { shareOf } from './align-words.js'
import { cosine, sumOf, type Measure } from './compare-spans.js'
import { noFrames } from './find-frames.js'
import { hasSameWords, isReworded, scoreOf } from './find-reworded.js'
import { fitSpans } from './fit-spans.js'
import { alignCandidate, minSameShare, minSameWords, toSentences } from './find-verbatim.js'
import { chainShingles, hashShingles } from './find-word-runs.js'
import { lengthOf, sharedLength, type RepeatText, type Span } from './repeat-text.js'
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

/** Pairs of windows that are looked at closely, and how near they must be as a whole. */
const maxFits = 40
const minNearness = 0.5
/** A short clip that is wholly in another one repeats it, though a repeat of a library would be longer. */
const shortClipShare = 0.8

/** At most one of each document of the text, verbatim ones first. */
export function* searchText(query: Span, { text, vectors, weights }: SearchedText): Steps<FoundSpan[]> {
  if (lengthOf(query) === 0) return []
  const verbatim = yield* compareWords(query, text)
  if (!weights || vectors.dimensions === 0) return verbatim
  const reworded = yield* compareMeanings(query, { text, vectors, weights, frames: noFrames(text) })
  const isVerbatim = ({ span }: FoundSpan): boolean =>
    verbatim.some((found) => sharedLength(found.span, span) > 0)
  return [...verbatim, ...reworded.filter((found) => !isVerbatim(found))]
}

function* compareWords(query: Span, text: RepeatText): Steps<FoundSpan[]> {
  const found: FoundSpan[] = []
  const mine = text.wordsOf(query)
  const positions = new Map([...hashShingles(text.words, mine)].map((hash, at) => [hash, mine.from + at]))
  const minMatches = Math.min(minSameWords, shortClipShare * lengthOf(mine))
  for (const document of text.documents.slice(1)) {
    const theirs = text.wordsOf(document)
    const shared = [...hashShingles(text.words, theirs)].flatMap((hash, at) => {
      const position = positions.get(hash)
      return position === undefined ? [] : [{ a: position, b: theirs.from + at }]
    })
    const same = chainShingles(shared)
      .map((candidate) => alignCandidate(candidate, { a: mine, b: theirs }, text))
      .filter((each) => each !== null && each.matches >= minMatches && shareOf(each) >= minSameShare)
      .reduce((best, each) => (best && each && best.matches >= each.matches ? best : each), null)
    if (same) found.push({ span: toSentences(same.b, text), kind: 'verbatim', likeness: shareOf(same) })
    yield
  }
  return found
}

function* compareMeanings(query: Span, measure: Measure): Steps<FoundSpan[]> {
  const { text, vectors } = measure
  const documentOf = ({ from }: Span): number => text.sentences[from]?.document ?? 0
  const spans = cutSpans(text, () => false)
  const mine = spans.filter((span) => documentOf(span) === 0 && sharedLength(span, query) > 0)
  // A clip that is shorter than a window is one.
  const wanted = mine.length > 0 ? mine : [query]
  const sums = wanted.map((span) => sumOf(span, text, vectors))
  // As in the whole library: an hour about one thing is no repeat of itself.
  const isOfMyDocument = (span: Span): boolean =>
    text.documents[documentOf(span)]?.id === text.documents[0]?.id
  const pairs: { each: Span; span: Span; nearness: number }[] = []
  for (const span of spans.filter((other) => !isOfMyDocument(other))) {
    const sum = sumOf(span, text, vectors)
    for (const [at, each] of wanted.entries()) {
      const nearness = cosine(sums[at] ?? sum, sum)
      if (nearness >= minNearness) pairs.push({ each, span, nearness })
    }
    yield
  }
  const isBeyondClip = (sentence: number): boolean =>
    sentence < (text.documents[0]?.to ?? 0) && !(query.from <= sentence && sentence < query.to)
  const best = new Map<number, FoundSpan>()
  for (const { each, span } of pairs.sort((x, y) => y.nearness - x.nearness).slice(0, maxFits)) {
    yield
    const fitted = fitSpans(each, span, measure, isBeyondClip)
    if (!fitted || !isReworded(fitted.likeness) || hasSameWords(fitted, text)) continue
    const document = documentOf(fitted.b)
    const likeness = scoreOf(fitted.likeness)
    if (likeness > (best.get(document)?.likeness ?? 0))
      best.set(document, { span: fitted.b, kind: 'reworded', likeness })
  }
  return [...best.values()]
}
