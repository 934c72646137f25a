import type { Evidence } from './gather-evidence.js'
import { judgePlace, type PlaceEvidence } from './judge-place.js'
import { traceParts, type TraceCosts } from './trace-parts.js'

/** Where a part of the post is said. */
export interface PartPlace extends PlaceEvidence {
  /** Half-open range of the recording's sentences. */
  from: number
  to: number
  /** That it is said there, and begins there, 0 to 1. */
  confidence: number
}

/** Found as the weights of evidence were. */
export const traceCosts: TraceCosts = { aside: 0.8, leave: 2.8, next: 3, skip: 1.2, maxSkip: 8, jump: 6 }

/** Each part's place, however sure; null for one that the way through the recording leaves out. */
export function placeParts({ about, begins, named, turns }: Evidence): (PartPlace | null)[] {
  const path = traceParts(about, begins, { sentences: turns.length, costs: traceCosts })
  const bestOthers = findBestOthers(about)
  const places: (PartPlace | null)[] = about.map(() => null)
  for (const { part, from, to } of findStretches(path)) {
    const evidence: PlaceEvidence = {
      gain: 0,
      margin: 0,
      named: named[part]?.[from] ?? 0,
      turns: turns[from] === 1,
    }
    for (let at = from; at < to; at++) {
      const own = about[part]?.[at] ?? 0
      const [first, second] = bestOthers[at] ?? [-1, -1]
      const other = about[first === part ? second : first]?.[at] ?? 0
      evidence.gain += own - traceCosts.aside
      evidence.margin += own - Math.max(traceCosts.aside, other)
    }
    const place = { from, to, ...evidence, confidence: judgePlace(evidence) }
    if (place.confidence > (places[part]?.confidence ?? 0)) places[part] = place
  }
  return places
}

/** Of each sentence the two parts that it tells most for. */
function findBestOthers(about: readonly Float32Array[]): [number, number][] {
  const scoreOf = (part: number, at: number): number => about[part]?.[at] ?? -Infinity
  return Array.from(about[0] ?? [], (_, at) => {
    let [first, second] = [-1, -1]
    for (let part = 0; part < about.length; part++)
      if (scoreOf(part, at) > scoreOf(first, at)) [first, second] = [part, first]
      else if (scoreOf(part, at) > scoreOf(second, at)) second = part
    return [first, second]
  })
}

/** Runs of one part; asides inside a run belong to it. */
function findStretches(path: Int16Array): { part: number; from: number; to: number }[] {
  const stretches: { part: number; from: number; to: number }[] = []
  for (const [at, part] of path.entries()) {
    if (part === -1) continue
    const last = stretches.at(-1)
    if (last?.part === part) last.to = at + 1
    else stretches.push({ part, from: at, to: at + 1 })
  }
  return stretches
}
