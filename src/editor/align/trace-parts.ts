/**
 * The way through a recording: which part of the post each of its sentences is about, or none. A hidden Markov model,
 * decoded by Viterbi: parts follow one another in their order, some may be left out, the talk may leave the post and
 * come back to the part where it left, and for a price it may go to any other part. Linear in sentences × parts.
 */

/** In nats of evidence. */
export interface TraceCosts {
  /** What a sentence about nothing of the post earns: only what tells more than this is about a part. */
  aside: number
  /** To leave a part for an aside, and to come back. */
  leave: number
  /** To begin the next part. */
  next: number
  /** For each part that is left out, and at most. */
  skip: number
  maxSkip: number
  /** To begin any part, whatever its place. */
  jump: number
}

/** The part that each sentence is about; -1 for none. */
export function traceParts(
  evidence: readonly Float32Array[],
  begins: readonly Float32Array[],
  { sentences, costs }: { sentences: number; costs: TraceCosts },
): Int16Array {
  const parts = evidence.length
  const states = parts * 2 + 1
  let scores = new Float64Array(states).fill(-Infinity)
  scores[states - 1] = 0
  const origins: Int16Array[] = []
  for (let at = 0; at < sentences; at++) {
    const step = advance(scores, { at, parts, evidence, begins, costs })
    scores = step.scores
    origins.push(step.origins)
  }
  return readPath(scores, origins, parts)
}

interface Advance {
  at: number
  parts: number
  evidence: readonly Float32Array[]
  begins: readonly Float32Array[]
  costs: TraceCosts
}

/**
 * One sentence on. State p: about part p; parts + p: aside, after part p; the last: aside, before any. What may come
 * before a part is kept as running maxima over the parts before it, so that no pair of parts is looked at.
 */
function advance(scores: Float64Array, { at, parts, evidence, begins, costs }: Advance) {
  const next = new Float64Array(scores.length)
  const origins = new Int16Array(scores.length)
  const last = scores.length - 1
  const best = new Best()
  const any = new Best()
  for (let state = 0; state < last; state++) any.offer(scores[state] ?? 0, state)
  const near = new Best(scores[last], last)
  const far = new Best(scores[last], last)
  for (let part = 0; part < parts; part++) {
    const stay = scores[part] ?? 0
    const aside = scores[parts + part] ?? 0
    const begin = begins[part]?.[at] ?? 0
    best.set(stay, part)
    best.offer(aside - costs.leave, parts + part)
    best.offer(near.score - costs.next + begin, near.state)
    best.offer(far.score - costs.next - costs.maxSkip + begin, far.state)
    best.offer(any.score - costs.jump + begin, any.state)
    next[part] = best.score + (evidence[part]?.[at] ?? 0)
    origins[part] = best.state
    best.set(aside, parts + part)
    best.offer(stay - costs.leave, part)
    next[parts + part] = best.score + costs.aside
    origins[parts + part] = best.state
    near.score -= costs.skip
    for (const passed of [near, far]) {
      passed.offer(stay, part)
      passed.offer(aside, parts + part)
    }
  }
  next[last] = (scores[last] ?? 0) + costs.aside
  origins[last] = last
  return { scores: next, origins }
}

class Best {
  constructor(
    public score = -Infinity,
    public state = 0,
  ) {}

  set(score: number, state: number): void {
    this.score = score
    this.state = state
  }

  offer(score: number, state: number): void {
    if (score > this.score) this.set(score, state)
  }
}

function readPath(scores: Float64Array, origins: readonly Int16Array[], parts: number): Int16Array {
  let state = scores.reduce((best, score, at) => (score > (scores[best] ?? 0) ? at : best), 0)
  const path = new Int16Array(origins.length)
  for (let at = origins.length - 1; at >= 0; at--) {
    path[at] = state < parts ? state : -1
    state = origins[at]?.[state] ?? 0
  }
  return path
}
