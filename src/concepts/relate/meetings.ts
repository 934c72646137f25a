import { groupItems, type MentionTable } from './mention-table.js'

/** Passages in which two concepts meet, counted for one concept at a time: all pairs at once are millions. */

export interface Meetings {
  /** Others that it meets and that come after it, in no order. Valid until the next call. */
  others: readonly number[]
  /** Passages in which it meets another one that comes after it. Valid until the next call. */
  count(other: number): number
}

/** Concepts that a passage names are paired up to this many: a list of everything relates nothing. */
const maxPaired = 16

/** @param concepts how many there are. Cost of all calls: pairs in passages. */
export function createMeetingCounter(table: MentionTable, concepts: number): (concept: number) => Meetings {
  const paired = listPaired(table)
  const ofConcept = groupItems(paired.concept, concepts)
  const counts = new Uint32Array(concepts)
  let others: number[] = []
  return (concept) => {
    for (const other of others) counts[other] = 0
    others = []
    const to = ofConcept.starts[concept + 1] as number
    for (let item = ofConcept.starts[concept] as number; item < to; item++) {
      const place = paired.place[ofConcept.items[item] as number] as number
      for (let at = paired.starts[place] as number; at < (paired.starts[place + 1] as number); at++) {
        const other = paired.concept[at] as number
        if (other <= concept) continue
        const before = counts[other] as number
        if (before === 0) others.push(other)
        counts[other] = before + 1
      }
    }
    return { others, count: (other) => counts[other] ?? 0 }
  }
}

/** The concepts of each passage that are paired. */
function listPaired({ size, places, starts, concept, focus }: MentionTable) {
  const paired = {
    concept: new Uint32Array(size),
    place: new Uint32Array(size),
    starts: new Uint32Array(places.length + 1),
  }
  let end = 0
  const add = (place: number, at: number) => {
    paired.concept[end] = concept[at] as number
    paired.place[end++] = place
  }
  for (let place = 0; place < places.length; place++) {
    const [from, to] = [starts[place] as number, starts[place + 1] as number]
    if (to - from <= maxPaired) for (let at = from; at < to; at++) add(place, at)
    else
      Array.from({ length: to - from }, (_, at) => from + at)
        .sort(
          (a, b) =>
            (focus[b] as number) - (focus[a] as number) || (concept[a] as number) - (concept[b] as number),
        )
        .slice(0, maxPaired)
        .forEach((at) => add(place, at))
    paired.starts[place + 1] = end
  }
  return { ...paired, concept: paired.concept.subarray(0, end) }
}
