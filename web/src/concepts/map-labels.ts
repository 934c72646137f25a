/** Which names of the map are shown: as many as can be read, the more important ones first. */

export interface LabelCandidate {
  slug: string
  /** Centre and radius of the node in the window, in px. */
  x: number
  y: number
  radiusPx: number
  /** Of its name as drawn, in px. */
  widthPx: number
}

export const labelHeightPx = 18
/** Between the node and its name below it. */
export const labelGapPx = 2
/** Two names that touch read as one. */
const paddingPx = 3

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/**
 * Slugs of the names that do not overlap another one, nor the node of a name that is shown; candidates come best first.
 * What is wholly outside the window takes no room. Quadratic in what is shown, which the window limits.
 */
export function chooseLabels(
  candidates: readonly LabelCandidate[],
  { widthPx, heightPx }: { widthPx: number; heightPx: number },
): Set<string> {
  const window = { left: 0, right: widthPx, top: 0, bottom: heightPx }
  const taken: Box[] = []
  const chosen = new Set<string>()
  for (const candidate of candidates) {
    const label = labelBox(candidate)
    if (!overlaps(label, window)) continue
    if (taken.some((box) => overlaps(label, box))) continue
    chosen.add(candidate.slug)
    taken.push(label, nodeBox(candidate))
  }
  return chosen
}

function labelBox({ x, y, radiusPx, widthPx }: LabelCandidate): Box {
  const top = y + radiusPx + labelGapPx
  return {
    left: x - widthPx / 2 - paddingPx,
    right: x + widthPx / 2 + paddingPx,
    top,
    bottom: top + labelHeightPx,
  }
}

const nodeBox = ({ x, y, radiusPx }: LabelCandidate): Box => ({
  left: x - radiusPx,
  right: x + radiusPx,
  top: y - radiusPx,
  bottom: y + radiusPx,
})

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Longer names are cut on the map; the list beside it has them whole. In UTF-16 units. */
const maxNameLength = 28

export function shortenName(name: string): string {
  if (name.length <= maxNameLength) return name
  const space = name.lastIndexOf(' ', maxNameLength)
  return `${name.slice(0, space > maxNameLength / 2 ? space : maxNameLength)}…`
}
