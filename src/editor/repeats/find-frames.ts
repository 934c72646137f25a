import { stem } from '../../index/analyze.js'
import { hashShingles, shingleWords } from './find-word-runs.js'
import type { RepeatText } from './repeat-text.js'

/**
 * Sentences that frame one document after the other: greetings, introductions, headings, "a release candidate for the
 * next major version of this popular …". They are no stories, and they look alike wherever they stand. Most are told by
 * the words that many documents share; thanks come in ever new words, and are told by a few of theirs, in English.
 */

/** Documents in which the same five words stand for them to be part of a frame. */
const framedDocuments = 6
/** Of the shingles of a sentence; the rest is what the frame is filled with. */
const framedShare = 0.5
/** Who says one of these to somebody tells nothing. */
const courtesies = ['hello', 'thank', 'thanks', 'welcome', 'goodbye']

/** What frames documents: nothing in it tells one story from another. */
export interface Frames {
  /** One flag a sentence. */
  sentences: Uint8Array
  /** One flag a word: also those within a sentence that says more. */
  words: Uint8Array
}

/** Cost: about 1 s for four million words. */
export function findFrames(text: RepeatText): Frames {
  const frames = noFrames(text)
  const common = findCommonShingles(text)
  const courteous = new Set(courtesies.map((word) => text.findStem(stem(word, 'en'))))
  for (const [at, sentence] of text.sentences.entries()) {
    const hashes = hashShingles(text.words, sentence)
    let framed = 0
    for (const [offset, hash] of hashes.entries()) {
      if (!common.has(hash)) continue
      framed++
      frames.words.fill(1, sentence.from + offset, sentence.from + offset + shingleWords)
    }
    const isShared = hashes.length > 0 && framed >= framedShare * hashes.length
    const words = text.words.subarray(sentence.from, sentence.to)
    if (isShared || words.some((word) => courteous.has(text.stemOf(word)))) frames.sentences[at] = 1
  }
  return frames
}

export const noFrames = (text: RepeatText): Frames => ({
  sentences: new Uint8Array(text.sentences.length),
  words: new Uint8Array(text.words.length),
})

/** Hashes of the shingles that stand in many documents. */
function findCommonShingles(text: RepeatText): Set<number> {
  const common = new Set<number>()
  if (text.documents.length < framedDocuments) return common
  // Hash and document in one number each, so that sorting brings those of one hash together.
  const keys = new Float64Array(text.words.length)
  let count = 0
  for (const [index, document] of text.documents.entries())
    for (const hash of hashShingles(text.words, text.wordsOf(document)))
      keys[count++] = hash * 2 ** 20 + index
  keys.subarray(0, count).sort()
  let documents = 0
  for (let at = 0; at < count; at++) {
    const key = keys[at] ?? 0
    const hash = Math.floor(key / 2 ** 20)
    if (at === 0 || hash !== Math.floor((keys[at - 1] ?? 0) / 2 ** 20)) documents = 1
    else if (key !== keys[at - 1]) documents++
    if (documents === framedDocuments) common.add(hash)
  }
  return common
}
