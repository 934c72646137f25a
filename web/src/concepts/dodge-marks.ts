/** Marks of one row moved up and down, so that those of about the same date lie side by side and not on each other. */

export interface Dodging {
  /** Across, in [0, 1]. */
  x: number
  radiusPx: number
}

/** The picture is drawn at any width; on a phone some marks of a crowded row still overlap. */
const nominalWidthPx = 640
/** Where nothing is free so near to the middle, marks overlap: a picture of all documents is no tower. */
const maxOffsetPx = 32
const stepPx = 4

/**
 * How far each mark is moved from the middle of its row, in px, in their order: as little as it can be, up before down.
 * From left to right, of one date the larger first. Looks back only as far as marks reach.
 */
export function dodgeMarks(marks: readonly Dodging[]): number[] {
  const offsets = marks.map(() => 0)
  const order = marks
    .map((mark, index) => ({ index, xPx: mark.x * nominalWidthPx, radiusPx: mark.radiusPx }))
    .sort((a, b) => a.xPx - b.xPx || b.radiusPx - a.radiusPx || a.index - b.index)
  const largest = marks.reduce((max, { radiusPx }) => Math.max(max, radiusPx), 0)
  const placed: { xPx: number; yPx: number; radiusPx: number }[] = []
  let from = 0
  for (const { index, xPx, radiusPx } of order) {
    while (placed[from] && xPx - (placed[from]?.xPx ?? 0) > 2 * largest) from += 1
    const near = placed.slice(from)
    const isFree = (yPx: number) =>
      near.every((other) => Math.hypot(other.xPx - xPx, other.yPx - yPx) >= other.radiusPx + radiusPx)
    const yPx = offsetsToTry.find(isFree) ?? 0
    offsets[index] = yPx
    placed.push({ xPx, yPx, radiusPx })
  }
  return offsets
}

/** 0, -4, 4, -8, 8, … */
const offsetsToTry = [
  0,
  ...Array.from({ length: maxOffsetPx / stepPx }, (_, step) => [
    -(step + 1) * stepPx,
    (step + 1) * stepPx,
  ]).flat(),
]
