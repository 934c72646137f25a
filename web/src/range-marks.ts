/** Marks that a page sets on the player's time range: where what was searched is said. Of one document at a time. */

export interface RangeMark {
  readonly positionMs: number
  /** What a pointer or a focus on it is told. */
  readonly label: string
}

export interface RangeMarks {
  readonly documentId: string
  readonly marks: readonly RangeMark[]
}

let current: RangeMarks = { documentId: '', marks: [] }
const listeners = new Set<() => void>()

export const readRangeMarks = (): RangeMarks => current

/** The bar shows them while it plays `documentId`; they replace those set before, of whichever document. */
export function setRangeMarks(documentId: string, marks: readonly RangeMark[]): void {
  current = { documentId, marks }
  for (const listener of listeners) listener()
}

/** Calls back after each change; answers how to stop it. */
export function subscribeToRangeMarks(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
