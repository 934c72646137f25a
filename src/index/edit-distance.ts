/** Longer words than this are never compared. In UTF-16 units. */
const maxComparedLength = 64

const makeRow = (): Int32Array => new Int32Array(maxComparedLength + 2)
/** Hundreds of thousands of words are compared with one: no memory is taken for each. */
const rows: [Int32Array, Int32Array, Int32Array] = [makeRow(), makeRow(), makeRow()]

/**
 * Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours, no place edited
 * twice. In UTF-16 units.
 * @returns the distance, or `bound + 1` for anything above `bound`. Cost: length × (2 · bound + 1)
 * @throws {RangeError} for more than `maxComparedLength` units
 */
export function boundedDistance(a: string, b: string, bound: number): number {
  if (a.length > maxComparedLength || b.length > maxComparedLength)
    throw new RangeError(`at most ${maxComparedLength} letters are compared`)
  const above = bound + 1
  if (Math.abs(a.length - b.length) > bound) return above
  let [beforeLast, last, current] = rows
  for (let column = 0; column <= b.length; column++) last[column] = column
  for (let row = 1; row <= a.length; row++) {
    // Only the diagonal band within the bound can hold a distance within it; what lies beside it reads as above.
    const begin = Math.max(1, row - bound)
    const end = Math.min(b.length, row + bound)
    current[begin - 1] = row <= bound ? row : above
    let least = current[begin - 1] as number
    for (let column = begin; column <= end; column++) {
      const [letterA, letterB] = [a.charCodeAt(row - 1), b.charCodeAt(column - 1)]
      const replaced = (last[column - 1] as number) + (letterA === letterB ? 0 : 1)
      const added = Math.min(last[column] as number, current[column - 1] as number) + 1
      const isSwap =
        row > 1 && column > 1 && letterA === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === letterB
      const swapped = isSwap ? (beforeLast[column - 2] as number) + 1 : above
      current[column] = Math.min(replaced, added, swapped)
      least = Math.min(least, current[column] as number)
    }
    if (end < b.length) current[end + 1] = above
    // What a swap reaches from the row before, a substitution has reached in this one.
    if (least > bound) return above
    ;[beforeLast, last, current] = [last, current, beforeLast]
  }
  return Math.min(last[b.length] as number, above)
}
