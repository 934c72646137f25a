/** Which names are names of one thing: a union of pairs, in an order of trust, that never joins what must stay apart. */

export interface NamePair {
  a: string
  b: string
}

export interface GroupedNames {
  /** Key → the representative of its group: of its keys the first by the alphabet. */
  groupOf(key: string): string
}

/**
 * @param pairs most trusted first; a pair that would join two keys that must stay apart is left out
 * @param apart pairs of keys that never share a group
 */
export function groupNames(pairs: Iterable<NamePair>, apart: Iterable<NamePair>): GroupedNames {
  const parents = new Map<string, string>()
  const find = (key: string): string => {
    let root = key
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next
    for (let at = key; at !== root;) {
      const next = parents.get(at) ?? root
      parents.set(at, root)
      at = next
    }
    return root
  }
  /** Root → roots that it must not be joined with. */
  const barred = new Map<string, Set<string>>()
  const bar = (a: string, b: string) => {
    if (a === b) return
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = barred.get(one)
      if (known) known.add(other)
      else barred.set(one, new Set([other]))
    }
  }
  for (const { a, b } of apart) bar(a, b)
  for (const { a, b } of pairs) {
    const [first, second] = [find(a), find(b)].sort()
    if (first === undefined || second === undefined || first === second || barred.get(first)?.has(second))
      continue
    parents.set(second, first)
    for (const other of barred.get(second) ?? []) {
      barred.get(other)?.delete(second)
      bar(first, other)
    }
    barred.delete(second)
  }
  return { groupOf: find }
}
