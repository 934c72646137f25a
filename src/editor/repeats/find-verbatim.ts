import { alignWords, shareOf, type WordAlignment } from './align-words.js'
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

function compareCandidate(candidate: Candidate, text: RepeatText): RepeatPair | null {
  const rooms = { a: findRoom(candidate.a, text), b: findRoom(candidate.b, text) }
  const same = alignCandidate(candidate, rooms, text)
  if (!same || same.matches < minSameWords || shareOf(same) < minSameShare) return null
  return { a: toSentences(same.a, text), b: toSentences(same.b, text), likeness: shareOf(same) }
}

/** What of a candidate and what stands around it is the same, as words of the text. @param rooms what it may not leave */
export function alignCandidate(
  { a, b, shift }: Candidate,
  rooms: { a: Span; b: Span },
  text: RepeatText,
): WordAlignment | null {
  const [wideA, wideB] = [widen(a, rooms.a), widen(b, rooms.b)]
  const offset = wideB.from - wideA.from
  const alignment = alignWords(
    { a: text.words.subarray(wideA.from, wideA.to), b: text.words.subarray(wideB.from, wideB.to) },
    { from: shift.from - offset, to: shift.to - offset },
  )
  return (
    alignment && {
      a: { from: wideA.from + alignment.a.from, to: wideA.from + alignment.a.to },
      b: { from: wideB.from + alignment.b.from, to: wideB.from + alignment.b.to },
      matches: alignment.matches,
    }
  )
}

const widen = ({ from, to }: Span, room: Span): Span => ({
  from: Math.max(room.from, from - margin),
  to: Math.min(room.to, to + margin),
})

/** The words of the document. */
function findRoom(words: Span, text: RepeatText): Span {
  const document = text.documents[text.sentences[findSentence(words.from, text)]?.document ?? 0]
  return document ? text.wordsOf(document) : words
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
