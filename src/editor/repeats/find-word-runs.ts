import { lengthOf, type RepeatText, type Span } from './repeat-text.js'

/**
 * Runs of words that two places share, whatever passages and sentences they are cut into. Fingerprints are chosen by
 * winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003), the counterpart of MinHash for runs: of every eight shingles
 * in a row the one with the smallest hash is kept, so that any twelve words in common have a fingerprint in common,
 * wherever they begin, and three shingles of four need not be stored. Equal fingerprints only say where to look; what is
 * the same is then counted word by word.
 */

/** Words a shingle: five in a row are rarely the same by chance (Broder 1997). */
export const shingleWords = 5
/** Shingles of which one is kept. */
const windowShingles = 8
/** A fingerprint that is in more places is a phrase of everybody's, or a frame of every document; nothing is looked for there. */
const maxPlaces = 40
/** Fingerprints of one run: at most this many words apart, and shifted against each other by at most `maxShift`. */
const maxGap = 40
const maxShift = 12
/** Two places of one document are two only this many words apart. */
const minDistance = 250

export interface SharedShingle {
  /** Where it begins in both, the earlier place first. */
  a: number
  b: number
}

/** Two stretches of words that are to be compared word by word. */
export interface Candidate {
  a: Span
  b: Span
  /** How much further into `b` a word stands than into `a`: the smallest and the largest. */
  shift: Span
}

/** Hash and position in one number each, by hash. */
function fingerprint(words: Uint32Array, spans: readonly Span[]): Float64Array {
  const found = new Float64Array(words.length + spans.length)
  let count = 0
  for (const { from, to } of spans) {
    let last = -1
    const hashes = hashShingles(words, { from, to })
    const windows = Math.max(1, hashes.length - windowShingles + 1)
    for (let start = 0; start < windows && hashes.length > 0; start++) {
      let best = start
      for (let at = start + 1; at < Math.min(start + windowShingles, hashes.length); at++)
        if ((hashes[at] ?? 0) <= (hashes[best] ?? 0)) best = at
      if (best === last) continue
      last = best
      found[count++] = ((hashes[best] ?? 0) % 2 ** 26) * 2 ** 27 + from + best
    }
  }
  return found.subarray(0, count).sort()
}

/** 32-bit hashes of all shingles that lie in a span, in order. */
export function hashShingles(words: Uint32Array, { from, to }: Span): Uint32Array {
  const hashes = new Uint32Array(Math.max(0, to - from - shingleWords + 1))
  for (let at = 0; at < hashes.length; at++) {
    let hash = 0x811c9dc5
    for (let word = 0; word < shingleWords; word++) {
      hash = Math.imul(hash ^ (words[from + at + word] ?? 0), 0x01000193)
      hash ^= hash >>> 15
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    hashes[at] = (hash ^ (hash >>> 13)) >>> 0
  }
  return hashes
}

/** Documents as spans of words. */
const documentSpans = (text: RepeatText): Span[] => text.documents.map((document) => text.wordsOf(document))

/**
 * Where to look, for all pairs of places of a library. Cost: some 2 µs a word.
 */
export function findCandidates(text: RepeatText): Candidate[] {
  const { words } = text
  const spans = documentSpans(text)
  const documentOf = new Uint32Array(words.length)
  for (const [index, { from, to }] of spans.entries()) documentOf.fill(index, from, to)
  const prints = fingerprint(words, spans)
  const pairsOf = new Map<number, SharedShingle[]>()
  let start = 0
  for (let end = 1; end <= prints.length; end++) {
    if (end < prints.length && hashOf(prints[end]) === hashOf(prints[start])) continue
    if (end - start > 1 && end - start <= maxPlaces)
      for (let i = start; i < end; i++)
        for (let j = i + 1; j < end; j++) {
          const a = positionOf(prints[i])
          const b = positionOf(prints[j])
          const [first, second] = [documentOf[a] ?? 0, documentOf[b] ?? 0]
          if (first === second && b - a < minDistance) continue
          const key = first * spans.length + second
          const pairs = pairsOf.get(key)
          if (pairs) pairs.push({ a, b })
          else pairsOf.set(key, [{ a, b }])
        }
    start = end
  }
  return [...pairsOf.values()].flatMap(chainShingles)
}

const hashOf = (print = 0): number => Math.floor(print / 2 ** 27)
const positionOf = (print = 0): number => print % 2 ** 27

/** Shingles that follow each other in both places are one run. A single one is none: five words. */
export function chainShingles(pairs: SharedShingle[]): Candidate[] {
  const runs: { first: SharedShingle; last: SharedShingle; shift: Span; count: number }[] = []
  let open: typeof runs = []
  for (const pair of pairs.sort((x, y) => x.a - y.a || x.b - y.b)) {
    open = open.filter(({ last }) => pair.a - last.a <= maxGap)
    const shift = pair.b - pair.a
    const run = open.find(({ last }) => Math.abs(shift - (last.b - last.a)) <= maxShift)
    if (run) {
      run.last = pair
      run.count++
      run.shift = { from: Math.min(run.shift.from, shift), to: Math.max(run.shift.to, shift + 1) }
      continue
    }
    const begun = { first: pair, last: pair, shift: { from: shift, to: shift + 1 }, count: 1 }
    runs.push(begun)
    open.push(begun)
  }
  return runs
    .filter(({ count }) => count > 1)
    .map(({ first, last, shift }) => ({
      a: { from: first.a, to: last.a + shingleWords },
      b: { from: first.b, to: last.b + shingleWords },
      shift,
    }))
    .filter(({ a }) => lengthOf(a) > shingleWords)
}
