import { createHash } from 'node:crypto'

/**
 * How alike two texts are, by the word sequences they share (Broder 1997: resemblance is the Jaccard index of the sets
 * of shingles, and the share of equal minima under random permutations estimates it).
 */

/** Words in a row that make one shingle: five of them are rarely the same by chance. */
const shingleWords = 5
/** Bands of rows of the signature: texts of resemblance .9 share a band with probability .9999, those of .5 with .40. */
const bands = 8
const rows = 4

/** Hashes of all runs of five folded words; of a shorter text the one run that it is. */
export function shinglesOf(text: string): Set<number> {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const shingles = new Set<number>()
  for (let at = 0; at < Math.max(1, words.length - shingleWords + 1); at++)
    shingles.add(hash32(words.slice(at, at + shingleWords).join(' ')))
  return shingles
}

/** |a ∩ b|. */
export function countShared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0
  for (const shingle of a) if (b.has(shingle)) shared += 1
  return shared
}

/** |a ∩ b| / |a ∪ b|, from 0 to 1. */
export function resemblance(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const shared = countShared(a, b)
  const all = a.size + b.size - shared
  return all === 0 ? 1 : shared / all
}

/** Keys of which two texts that are very alike share at least one, as good as always. */
export function likenessKeys(shingles: ReadonlySet<number>): string[] {
  const minima = new Array<number>(bands * rows).fill(0xffffffff)
  for (const shingle of shingles)
    for (let at = 0; at < minima.length; at++) {
      const permuted = permute(shingle, at)
      if (permuted < (minima[at] ?? 0)) minima[at] = permuted
    }
  return Array.from({ length: bands }, (_, band) =>
    [band, ...minima.slice(band * rows, (band + 1) * rows)].join(' '),
  )
}

const hash32 = (text: string): number => createHash('md5').update(text).digest().readUInt32LE(0)

/** A bijection of 32 bits for each seed (murmur3's finalizer over the sum). */
function permute(value: number, seed: number): number {
  let mixed = (value + Math.imul(seed + 1, 0x9e3779b1)) >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
