export interface ScoredLabel {
  label: number
  /** Larger is better. */
  score: number
}

/** Kept at most, as a multiple of what is wanted, before the rest is thrown away. */
const slack = 4

/** The best `count` of what is offered, and all that tie with the last of them. */
export class TopLabels {
  #kept: ScoredLabel[] = []
  #maxKept: number
  /** Below it nothing can be among the best any more. */
  #floor = -Infinity

  constructor(readonly count: number) {
    this.#maxKept = Math.max(16, count * slack)
  }

  offer(label: number, score: number): void {
    if (score < this.#floor) return
    this.#kept.push({ label, score })
    if (this.#kept.length >= this.#maxKept) {
      this.#prune()
      // All tie: sorting them again at every offer would be quadratic.
      this.#maxKept = Math.max(this.#maxKept, this.#kept.length * 2)
    }
  }

  /** Best first. */
  take(): ScoredLabel[] {
    this.#prune()
    return this.#kept
  }

  #prune(): void {
    this.#kept.sort((a, b) => b.score - a.score)
    const last = this.#kept[this.count - 1]
    if (!last) return
    this.#floor = last.score
    let end = this.count
    while (this.#kept[end]?.score === last.score) end++
    this.#kept.length = end
  }
}
