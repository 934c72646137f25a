/** Which names of the map are shown: as many as can be read, the more important ones first. */

export interface LabelCandidate {
  slug: string
  /** Centre and radius of the node in the window, in px. */
  x: number
  y: number
  radiusPx: number
  /** Of its name as drawn, in px: of the letters, and of the line. */
  widthPx: number
  heightPx: number
}

/** Between the node and its name. */
const labelGapPx = 2
/** Two names that touch read as one. */
const paddingPx = 3

/** On which side of its node a name stands; below where nothing speaks against it. */
export type LabelSide = 'below' | 'above' | 'right' | 'left'

const sides: readonly LabelSide[] = ['below', 'above', 'right', 'left']

/** In px of the window. */
export interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

interface LabelRoom {
  widthPx: number
  heightPx: number
  /** Where no name may stand: what lies over the map. */
  reserved?: readonly Box[]
  /** Where names stood before something was looked at: they stay there or make room, none goes to another side. */
  settled?: ReadonlyMap<string, LabelSide>
}

/**
 * Slug → side of the names that overlap neither another one, nor the node of a name that is shown, nor what is reserved;
 * candidates come best first. Of the sides where the name is whole the one where it covers least of the nodes without a
 * name; a name that would be cut off by the window is not shown. Quadratic in what there is, times
 * the sides.
 */
export function placeLabels(
  candidates: readonly LabelCandidate[],
  { widthPx, heightPx, reserved = [], settled = new Map() }: LabelRoom,
): Map<string, LabelSide> {
  // At the edge nothing is to be told apart from a name.
  const window = {
    left: -paddingPx,
    right: widthPx + paddingPx,
    top: -paddingPx,
    bottom: heightPx + paddingPx,
  }
  const nodes = candidates.map(nodeBox)
  const taken: Box[] = [...reserved]
  const placed = new Map<string, LabelSide>()
  for (const [index, candidate] of candidates.entries()) {
    const before = settled.get(candidate.slug)
    const free = (before === undefined ? sides : [before])
      .map((side) => ({ side, box: labelBox(candidate, side) }))
      .filter(({ box }) => isInside(box, window) && !taken.some((other) => overlaps(box, other)))
      .map(({ side, box }) => ({ side, box, covered: coveredOf(box, nodes, index) }))
    const [first] = free
    if (!first) continue
    const chosen = free.reduce((least, each) => (each.covered < least.covered ? each : least), first)
    placed.set(candidate.slug, chosen.side)
    taken.push(chosen.box, nodeBox(candidate))
  }
  return placed
}

function labelBox({ x, y, radiusPx, widthPx, heightPx }: LabelCandidate, side: LabelSide): Box {
  const away = radiusPx + labelGapPx
  const across = { left: x - widthPx / 2 - paddingPx, right: x + widthPx / 2 + paddingPx }
  const along = { top: y - heightPx / 2, bottom: y + heightPx / 2 }
  switch (side) {
    case 'below':
      return { ...across, top: y + away, bottom: y + away + heightPx }
    case 'above':
      return { ...across, top: y - away - heightPx, bottom: y - away }
    case 'right':
      return { ...along, left: x + away, right: x + away + widthPx + 2 * paddingPx }
    case 'left':
      return { ...along, left: x - away - widthPx - 2 * paddingPx, right: x - away }
  }
}

/** From the top of a name's line to where its letters stand, as a share of its height. */
const baselineShare = 0.72

/** Where the text of a name begins, seen from the centre of its node, and which of its ends is there. */
export function labelAnchor(
  side: LabelSide,
  { radiusPx, heightPx }: Pick<LabelCandidate, 'radiusPx' | 'heightPx'>,
): { x: number; y: number; anchor: 'start' | 'middle' | 'end' } {
  const away = radiusPx + labelGapPx
  const baselinePx = baselineShare * heightPx
  const besideY = baselinePx - heightPx / 2
  switch (side) {
    case 'below':
      return { x: 0, y: away + baselinePx, anchor: 'middle' }
    case 'above':
      return { x: 0, y: -away - heightPx + baselinePx, anchor: 'middle' }
    case 'right':
      return { x: away + paddingPx, y: besideY, anchor: 'start' }
    case 'left':
      return { x: -away - paddingPx, y: besideY, anchor: 'end' }
  }
}

const nodeBox = ({ x, y, radiusPx }: LabelCandidate): Box => ({
  left: x - radiusPx,
  right: x + radiusPx,
  top: y - radiusPx,
  bottom: y + radiusPx,
})

/** How much of the nodes but its own a box lies over, in px². */
const coveredOf = (box: Box, nodes: readonly Box[], own: number): number =>
  nodes.reduce((sum, node, at) => (at === own ? sum : sum + sharedArea(box, node)), 0)

const sharedArea = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top))

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

const isInside = (inner: Box, outer: Box): boolean =>
  outer.left <= inner.left &&
  inner.right <= outer.right &&
  outer.top <= inner.top &&
  inner.bottom <= outer.bottom

/** Longer names are cut on the map; the list beside it has them whole. In UTF-16 units. */
const maxNameLength = 28

export function shortenName(name: string): string {
  if (name.length <= maxNameLength) return name
  const space = name.lastIndexOf(' ', maxNameLength)
  return `${name.slice(0, space > maxNameLength / 2 ? space : maxNameLength)}…`
}
