import type { PastQuery } from '../../catalog/catalog.js'
import { analyzeQuery } from '../../index/analyze.js'

/** Searches for the same are one: those of the same words in any order and form, then those of the same meaning. Pure. */

export interface SearchGroup {
  /** As the most frequent of them was typed last. */
  text: string
  /** All together. */
  times: number
  lastAt: string
  /** The most that one of them found, of passages that fit well. */
  foundWell: number
  /** Most frequent first. */
  queries: Pick<PastQuery, 'text' | 'times' | 'lastAt'>[]
}

/** From this similarity on two short queries ask for the same: by reading pairs, bge-small. */
const sameMeaning = 0.9

/** Most frequent first, then newest. @param queries most frequent first */
export function groupByWords(queries: readonly PastQuery[], languages: readonly string[]): SearchGroup[] {
  const groups = new Map<string, SearchGroup>()
  for (const query of queries) {
    const key = analyzeQuery(query.text, languages)
      .map(({ forms }) => forms.join('|'))
      .sort()
      .join(' ')
    const known = groups.get(key)
    const own = toGroup(query)
    groups.set(key, known ? join(known, own) : own)
  }
  return sortGroups([...groups.values()])
}

/**
 * Joins each group to the first before it that is near enough. Cost: the square of the groups.
 * @param vectors L2-normalised, of each group's text; null: it was not embedded, and stays by itself
 */
export function groupByMeaning(
  groups: readonly SearchGroup[],
  vectors: readonly (Float32Array | null)[],
): SearchGroup[] {
  const kept: { group: SearchGroup; vector: Float32Array | null }[] = []
  for (const [at, group] of groups.entries()) {
    const vector = vectors[at] ?? null
    const same = vector && kept.find((each) => each.vector && dot(each.vector, vector) >= sameMeaning)
    if (same) same.group = join(same.group, group)
    else kept.push({ group, vector })
  }
  return sortGroups(kept.map(({ group }) => group))
}

const toGroup = ({ text, times, lastAt, foundWell }: PastQuery): SearchGroup => ({
  text,
  times,
  lastAt,
  foundWell: foundWell ?? 0,
  queries: [{ text, times, lastAt }],
})

const join = (first: SearchGroup, second: SearchGroup): SearchGroup => ({
  text: first.text,
  times: first.times + second.times,
  lastAt: first.lastAt > second.lastAt ? first.lastAt : second.lastAt,
  foundWell: Math.max(first.foundWell, second.foundWell),
  queries: [...first.queries, ...second.queries].sort((a, b) => b.times - a.times),
})

const sortGroups = (groups: readonly SearchGroup[]): SearchGroup[] =>
  [...groups].sort((a, b) => b.times - a.times || (a.lastAt > b.lastAt ? -1 : a.lastAt < b.lastAt ? 1 : 0))

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}
