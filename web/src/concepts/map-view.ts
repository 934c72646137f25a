/** What of the map is in the window, and where: scale and shift. */

/** A point p of the map is at k·p + (x, y) in the window, in px; as d3-zoom's transform. */
export interface MapTransform {
  k: number
  x: number
  y: number
}

export interface Size {
  widthPx: number
  heightPx: number
}

interface Placed {
  x: number
  y: number
}

export const identity: MapTransform = { k: 1, x: 0, y: 0 }

/** A map of three concepts need not fill the wall. */
const maxFitScale = 2.2

/** Room for names at the sides; less where there is little. */
const marginPx = 64
const maxMarginShare = 0.1

/** Where names are long and the window narrow, the nodes still keep half of it. */
const maxNameShare = 0.25

/**
 * Shows all nodes, with room at the sides for names, as large as that goes.
 * @param widestPx the widest name that must be whole, which is drawn around the middle of its node; where all names of a
 *   large map were to be whole, its nodes would lie too close
 */
export function fitMap(nodes: readonly Placed[], { widthPx, heightPx }: Size, widestPx = 0): MapTransform {
  const margin = {
    xPx: Math.max(
      Math.min(marginPx, widthPx * maxMarginShare),
      Math.min(widestPx / 2, widthPx * maxNameShare),
    ),
    yPx: Math.min(marginPx, heightPx * maxMarginShare),
  }
  if (nodes.length === 0 || widthPx === 0 || heightPx === 0) return identity
  const [left, right] = rangeOf(nodes.map(({ x }) => x))
  const [top, bottom] = rangeOf(nodes.map(({ y }) => y))
  const k = Math.min(
    Math.max(widthPx - 2 * margin.xPx, 1) / Math.max(right - left, 1),
    Math.max(heightPx - 2 * margin.yPx, 1) / Math.max(bottom - top, 1),
    maxFitScale,
  )
  return { k, x: widthPx / 2 - (k * (left + right)) / 2, y: heightPx / 2 - (k * (top + bottom)) / 2 }
}

const rangeOf = (values: readonly number[]): [number, number] => [
  values.reduce((a, b) => Math.min(a, b), Infinity),
  values.reduce((a, b) => Math.max(a, b), -Infinity),
]

export const toWindow = ({ x, y }: Placed, transform: MapTransform): Placed => ({
  x: transform.k * x + transform.x,
  y: transform.k * y + transform.y,
})

const minRadiusShare = 0.45

/** Radius of a node in the window: the same at all scales above 1, smaller where the map is crowded together. */
export const shownRadius = (radiusPx: number, k: number): number =>
  radiusPx * Math.max(minRadiusShare, Math.min(1, Math.sqrt(k)))

/** How far to shift the window, in px, so that a point of it comes inside a margin; [0, 0] when it is. */
export function shiftIntoSight(
  { x, y }: Placed,
  { widthPx, heightPx }: Size,
  marginPx: number,
): [number, number] {
  const shift = (at: number, size: number) => {
    const margin = Math.min(marginPx, size / 3)
    return at < margin ? margin - at : at > size - margin ? size - margin - at : 0
  }
  return [shift(x, widthPx), shift(y, heightPx)]
}

/** The node nearest to a point within `reachPx`; null when none is. */
export function findNodeAt<Node extends Placed>(
  nodes: readonly Node[],
  point: Placed,
  reachPx: number,
): Node | null {
  let found: Node | null = null
  let least = reachPx
  for (const node of nodes) {
    const distance = Math.hypot(node.x - point.x, node.y - point.y)
    if (distance <= least) {
      found = node
      least = distance
    }
  }
  return found
}
