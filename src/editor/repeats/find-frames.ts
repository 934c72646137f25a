import { hashShingles } from './find-word-runs.js'
import type { RepeatText } from './repeat-text.js'

/**
 * Sentences that frame one document after the other: greetings, introductions, headings, "a release candidate for the
 * next major version of this popular …". They are no stories, and they look alike wherever they stand.
 */

/** Documents in which the same five words stand for them to be part of a frame. */
const framedDocuments = 6
/** Of the shingles of a sentence; the rest is what the frame is filled with. */
const framedShare = 0.5

/** One flag a sentence. Cost: about 1 s for four million words. */
export function findFrames(text: RepeatText): Uint8Array {
  const flags = new Uint8Array(text.sentences.length)
  const { words } = text
  if (text.documents.length < framedDocuments) return flags
  const keys = new Float64Array(words.length)
  let count = 0
  for (const [index, document] of text.documents.entries())
    for (const hash of hashShingles(words, text.wordsOf(document))) keys[count++] = hash * 2 ** 20 + index
  keys.subarray(0, count).sort()
  const common = new Set<number>()
  let documents = 0
  for (let at = 0; at < count; at++) {
    const key = keys[at] ?? 0
    const hash = Math.floor(key / 2 ** 20)
    if (at === 0 || hash !== Math.floor((keys[at - 1] ?? 0) / 2 ** 20)) documents = 1
    else if (key !== keys[at - 1]) documents++
    if (documents === framedDocuments) common.add(hash)
  }
  for (const [at, sentence] of text.sentences.entries()) {
    const hashes = hashShingles(words, sentence)
    if (hashes.length === 0) continue
    let framed = 0
    for (const hash of hashes) if (common.has(hash)) framed++
    if (framed >= framedShare * hashes.length) flags[at] = 1
  }
  return flags
}
