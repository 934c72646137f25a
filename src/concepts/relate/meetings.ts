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
      const own = ofConcept.items[item] as number
      const end = paired.ends[own] as number
      for (let at = own + 1; at < end; at++) {
        const other = paired.concept[at] as number
        const before = counts[other] as number
        if (before === 0) others.push(other)
        counts[other] = before + 1
      }
    }
    return { others, count: (other) => counts[other] ?? 0 }
  }
}

/** The concepts of each passage that are paired, in their order, and of each where those of its passage end. */
function listPaired({ size, places, starts, concept, focus }: MentionTable) {
  const paired = new Uint32Array(size)
  const ends = new Uint32Array(size)
  let from = 0
  for (let place = 0; place < places.length; place++) {
    const [first, end] = [starts[place] as number, starts[place + 1] as number]
    let to = from
    if (end - first <= maxPaired) for (let at = first; at < end; at++) paired[to++] = concept[at] as number
    else for (const at of mostAbout(first, end)) paired[to++] = concept[at] as number
    for (let at = from; at < to; at++) ends[at] = to
    from = to
  }
  return { concept: paired.subarray(0, from), ends }

  /** Those that the passage is most about, by concept. */
  function mostAbout(first: number, end: number): number[] {
    const byConcept = (a: number, b: number): number => (concept[a] as number) - (concept[b] as number)
    return Array.from({ length: end - first }, (_, at) => first + at)
      .sort((a, b) => (focus[b] as number) - (focus[a] as number) || byConcept(a, b))
      .slice(0, maxPaired)
      .sort(byConcept)
  }
}
