import { alignWords, shareOf } from './align-words.js'
import { findCandidates, type Candidate } from './find-word-runs.js'
import { lengthOf, sharedLength, type RepeatText, type Span } from './repeat-text.js'

/** Pairs of places that say the same words, a few changed, left out or put in. */

/** Words that are the same; fewer are a saying, a title or a name with its epithets. */
export const minSameWords = 25
/** Of the longer place. Real repeats are heard again by another ear: .9 and more; .7 is a retelling by heart. */
export const minSameShare = 0.7
/** Words beyond the fingerprints that are looked at on each side. */
const margin = 40

/** Two runs of sentences, and how like each other they are, in (0, 1]. */
export interface RepeatPair {
  a: Span
  b: Span
  likeness: number
}

export function findVerbatim(text: RepeatText): RepeatPair[] {
  const pairs: RepeatPair[] = []
  for (const candidate of findCandidates(text)) {
    const pair = compareCandidate(candidate, text)
    if (pair) pairs.push(pair)
  }
  return pairs
}

function compareCandidate({ a, b, shift }: Candidate, text: RepeatText): RepeatPair | null {
  const roomA = widen(a, text)
  const roomB = widen(b, text)
  const offset = roomB.from - roomA.from
  const alignment = alignWords(
    { a: text.words.subarray(roomA.from, roomA.to), b: text.words.subarray(roomB.from, roomB.to) },
    { from: shift.from - offset, to: shift.to - offset },
  )
  if (!alignment || alignment.matches < minSameWords || shareOf(alignment) < minSameShare) return null
  return {
    a: toSentences({ from: roomA.from + alignment.a.from, to: roomA.from + alignment.a.to }, text),
    b: toSentences({ from: roomB.from + alignment.b.from, to: roomB.from + alignment.b.to }, text),
    likeness: shareOf(alignment),
  }
}

/** Within the document. */
function widen({ from, to }: Span, text: RepeatText): Span {
  const sentence = text.sentences[findSentence(from, text)]
  const document = text.documents[sentence?.document ?? 0]
  const room = document ? text.wordsOf(document) : { from, to }
  return { from: Math.max(room.from, from - margin), to: Math.min(room.to, to + margin) }
}

/** The sentences that mostly lie in a run of words; where none does, the one that holds most of it. */
export function toSentences(words: Span, text: RepeatText): Span {
  let from = findSentence(words.from, text)
  let to = findSentence(words.to - 1, text) + 1
  const isMostlyIn = (at: number): boolean => {
    const sentence = text.sentences[at]
    return sentence !== undefined && 2 * sharedLength(sentence, words) >= lengthOf(sentence)
  }
  while (to - from > 1 && !isMostlyIn(from)) from++
  while (to - from > 1 && !isMostlyIn(to - 1)) to--
  return { from, to }
}

/** Index of the sentence that holds a word. */
function findSentence(word: number, text: RepeatText): number {
  let [low, high] = [0, text.sentences.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((text.sentences[middle]?.from ?? 0) <= word) low = middle
    else high = middle - 1
  }
  // Sentences without words begin where the next one does.
  while (low > 0 && (text.sentences[low]?.to ?? 0) <= word) low--
  return low
}
