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
  const names = [...vectors.keys()]
    .sort()
    .map(readName)
    .filter(({ stems }) => stems.length > 1)
  const byStem = new Map<string, StemmedName[]>()
  for (const name of names)
    for (const word of new Set(name.stems)) {
      const known = byStem.get(word)
      if (known) known.push(name)
      else byStem.set(word, [name])
    }
  const found = new Map<string, NamePair & { cosine: number }>()
  for (const sharing of byStem.values())
    for (const [at, left] of sharing.entries())
      for (let next = at + 1; next < sharing.length; next++) {
        const right = sharing[next] as StemmedName
        const needed = neededCosine(left, right)
        if (needed === null) continue
        const [a, b] = [left.key, right.key]
        const cosine = dot(vectors.get(a), vectors.get(b))
        if (cosine >= needed) found.set(`${a}\n${b}`, { a, b, cosine })
      }
  return [...found.values()].sort((x, y) => y.cosine - x.cosine || (x.a + x.b < y.a + y.b ? -1 : 1))
}

interface StemmedName {
  key: string
  /** Of its words, small ones left out. */
  stems: readonly string[]
  /** The stems in the order of the alphabet. */
  sorted: string
  /** The key without a last word that only says what kind of thing it is; null without such a word. */
  withoutKind: string | null
}

function readName(key: string): StemmedName {
  const words = key.split(' ')
  const stems = words.filter((word) => !smallWords.has(word)).map((word) => stem(word, 'en'))
  return {
    key,
    stems,
    sorted: [...stems].sort().join(' '),
    withoutKind: kindWords.has(words.at(-1) ?? '') ? words.slice(0, -1).join(' ') : null,
  }
}

/** How near two names must be to be one; null where their words forbid it. */
function neededCosine(left: StemmedName, right: StemmedName): number | null {
  if (left.sorted === right.sorted) return synonymCosines.sameStems
  if (left.withoutKind === right.key || right.withoutKind === left.key) return synonymCosines.kindAdded
  return differByLetter(left.stems, right.stems) ? synonymCosines.oneLetter : null
}

/** In one long word. Numbers never differ. */
function differByLetter(left: readonly string[], right: readonly string[]): boolean {
  if (left.length !== right.length) return false
  let differing = -1
  for (let at = 0; at < left.length; at++) {
    if (left[at] === right[at]) continue
    if (differing >= 0) return false
    differing = at
  }
  const [a = '', b = ''] = [left[differing], right[differing]]
  if (Math.min(a.length, b.length) < minLettersOfTypo || /\d/.test(a + b)) return false
  return boundedDistance(a, b, 1) === 1
}

function dot(a: Float32Array | undefined, b: Float32Array | undefined): number {
  let sum = 0
  if (a && b) for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}
