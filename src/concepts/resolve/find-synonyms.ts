import { stem } from '../../index/analyze.js'
import { boundedDistance } from '../../index/edit-distance.js'
import type { NamePair } from './group-names.js'

/**
 * Names that mean the same: their vectors say that they may, and their words how. By vectors alone `soft fork` and `hard
 * fork` are one; by words alone `organ` and `organization` are.
 */

/** Cosines of two names (bge-small) from which they are one, measured on 2,600 names, see docs/concepts-review.md. */
export const synonymCosines = {
  /** `signature aggregation`, `aggregated signatures`: the same stems in any order. */
  sameStems: 0.91,
  /** `threshold signature scheme`: a word more that only says what kind of thing it is. */
  kindAdded: 0.93,
  /** `adaptor signature`, `adapter signature`: a letter of a long word. */
  oneLetter: 0.915,
}
const smallWords = new Set('a an the of and for in to on with by'.split(' '))
const kindWords = new Set(
  'algorithm scheme protocol method technique mechanism instance procedure opcode'.split(' '),
)
const minLettersOfTypo = 6

/** @param vectors key of a name → its unit vector. Nearest first, ties by key. Cost: pairs of names that share a word or stem. */
export function findSynonyms(vectors: ReadonlyMap<string, Float32Array>): NamePair[] {
  const stems = new Map([...vectors.keys()].sort().map((key) => [key, stemsOf(key)] as const))
  const byStem = new Map<string, string[]>()
  for (const [key, words] of stems)
    for (const word of new Set(words)) byStem.set(word, [...(byStem.get(word) ?? []), key])
  const found = new Map<string, NamePair & { cosine: number }>()
  for (const keys of byStem.values())
    for (const [at, a] of keys.entries())
      for (const b of keys.slice(at + 1)) {
        const needed = neededCosine([a, stems.get(a) ?? []], [b, stems.get(b) ?? []])
        if (needed === null || found.has(`${a}\n${b}`)) continue
        const cosine = dot(vectors.get(a), vectors.get(b))
        if (cosine >= needed) found.set(`${a}\n${b}`, { a, b, cosine })
      }
  return [...found.values()].sort((x, y) => y.cosine - x.cosine || (x.a + x.b < y.a + y.b ? -1 : 1))
}

const stemsOf = (key: string): string[] =>
  key
    .split(' ')
    .filter((word) => !smallWords.has(word))
    .map((word) => stem(word, 'en'))

/** A key with the stems of its words, small ones left out. */
type StemmedName = [key: string, stems: readonly string[]]

/** How near two names must be to be one; null where their words forbid it. Numbers never differ. */
function neededCosine([a, left]: StemmedName, [b, right]: StemmedName): number | null {
  if (left.length < 2 || right.length < 2) return null
  if ([...left].sort().join(' ') === [...right].sort().join(' ')) return synonymCosines.sameStems
  const [longer, shorter] = left.length > right.length ? [a, b] : [b, a]
  const words = longer.split(' ')
  if (kindWords.has(words.at(-1) ?? '') && words.slice(0, -1).join(' ') === shorter)
    return synonymCosines.kindAdded
  const differing = left.flatMap((word, at) => (word === right[at] ? [] : [[word, right[at] ?? ''] as const]))
  const [pair] = differing
  if (left.length !== right.length || differing.length !== 1 || !pair || /\d/.test(pair.join(''))) return null
  const isTypo =
    Math.min(pair[0].length, pair[1].length) >= minLettersOfTypo && boundedDistance(pair[0], pair[1], 1) === 1
  return isTypo ? synonymCosines.oneLetter : null
}

function dot(a: Float32Array | undefined, b: Float32Array | undefined): number {
  let sum = 0
  if (a && b) for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}
