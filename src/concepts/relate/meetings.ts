import type { Mention } from './concept-mentions.js'

/** Passages in which two concepts meet, counted for one concept at a time: all pairs at once are millions. */

export interface Meetings {
  /** Others that it meets and that come after it, in no order. Valid until the next call. */
  others: readonly number[]
  /** Passages in which it meets another one that comes after it. Valid until the next call. */
  count(other: number): number
}

/** Concepts that a passage names are paired up to this many: a list of everything relates nothing. */
const maxPaired = 16

/** @param mentions of each document by ordinal @param concepts how many there are. Cost of all calls: pairs in passages. */
export function createMeetingCounter(
  mentions: readonly (readonly Mention[])[],
  concepts: number,
): (concept: number) => Meetings {
  const passagesOf = Array.from({ length: concepts }, (): number[][] => [])
  forEachPassage(mentions, (inDocument, from, to) => {
    const inPassage = listPaired(inDocument, from, to)
    for (const concept of inPassage) passagesOf[concept]?.push(inPassage)
  })
  const counts = new Uint32Array(concepts)
  let others: number[] = []
  return (concept) => {
    for (const other of others) counts[other] = 0
    others = []
    for (const inPassage of passagesOf[concept] ?? [])
      for (const other of inPassage) {
        if (other <= concept) continue
        if (counts[other] === 0) others.push(other)
        counts[other] = (counts[other] ?? 0) + 1
      }
    return { others, count: (other) => counts[other] ?? 0 }
  }
}

/** Mentions of one passage stand in a row: half-open ranges of it in its document. */
export function forEachPassage(
  mentions: readonly (readonly Mention[])[],
  visit: (inDocument: readonly Mention[], from: number, to: number) => void,
): void {
  for (const inDocument of mentions) {
    let from = 0
    for (let to = 1; to <= inDocument.length; to++)
      if (inDocument[to]?.ordinal !== inDocument[from]?.ordinal) {
        visit(inDocument, from, to)
        from = to
      }
  }
}

function listPaired(inDocument: readonly Mention[], from: number, to: number): number[] {
  const inPassage = inDocument.slice(from, to)
  const paired =
    inPassage.length > maxPaired
      ? inPassage.sort((a, b) => b.focus - a.focus || a.concept - b.concept).slice(0, maxPaired)
      : inPassage
  return paired.map(({ concept }) => concept)
}
