/** Moving over the map by the arrow keys. */

interface Placed {
  slug: string
  x: number
  y: number
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** What lies aside of the way counts this much more than what lies along it. */
const sidewaysCost = 2

/** Name of an arrow key → unit vector, y downwards; null for another key. */
export const directionOf = (key: string): readonly [number, number] | null =>
  Object.hasOwn(directions, key) ? (directions[key] ?? null) : null

/**
 * The node to go to from `from` in a direction: the nearest of those that lie more along it than across it, else the
 * nearest of those on that side; null when none is. Ties go to the one that comes first.
 */
export function findNeighbour<Node extends Placed>(
  nodes: readonly Node[],
  from: Placed,
  [dx, dy]: readonly [number, number],
): Node | null {
  let best: { node: Node; isAhead: boolean; cost: number } | null = null
  for (const node of nodes) {
    if (node.slug === from.slug) continue
    const along = (node.x - from.x) * dx + (node.y - from.y) * dy
    const aside = Math.abs((node.x - from.x) * dy) + Math.abs((node.y - from.y) * dx)
    if (along <= 0) continue
    const isAhead = aside <= along
    const cost = along + sidewaysCost * aside
    if (!best || (isAhead && !best.isAhead) || (isAhead === best.isAhead && cost < best.cost))
      best = { node, isAhead, cost }
  }
  return best?.node ?? null
}

/** Slug → the concepts that an edge joins it to, nearest first. */
export function neighboursOf(
  edges: readonly { from: string; to: string; score: number }[],
): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const add = (slug: string, other: string) => {
    const others = found.get(slug)
    if (!others) found.set(slug, [other])
    else if (!others.includes(other)) others.push(other)
  }
  for (const { from, to } of [...edges].sort((a, b) => b.score - a.score)) {
    add(from, to)
    add(to, from)
  }
  return found
}
