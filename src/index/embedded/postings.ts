const initialCapacity = 4
const maxWeight = 0xffff

/** The passages that hold one term, by ascending label, with the weight of its occurrences. Six bytes each. */
export class Postings {
  static readonly none = new Postings()

  #labels = new Uint32Array(initialCapacity)
  #weights = new Uint16Array(initialCapacity)
  #length = 0
  #passages = 0

  /** Only the first `length` count. Some may be of passages that are gone. */
  get labels(): Uint32Array {
    return this.#labels
  }

  get weights(): Uint16Array {
    return this.#weights
  }

  get length(): number {
    return this.#length
  }

  /** Passages that hold the term now. */
  get passages(): number {
    return this.#passages
  }

  /** One more occurrence, in the newest passage or in one that is newer still. */
  add(label: number, weight: number): void {
    const last = this.#length - 1
    if (last >= 0 && this.#labels[last] === label) {
      this.#weights[last] = Math.min(maxWeight, (this.#weights[last] ?? 0) + weight)
      return
    }
    if (this.#length === this.#labels.length) this.#resize(this.#length * 2)
    this.#labels[this.#length] = label
    this.#weights[this.#length] = weight
    this.#length++
    this.#passages++
  }

  /** A passage that held it is gone; its entry stays until `keepOnly`. */
  forgetOne(): void {
    this.#passages--
  }

  keepOnly(isKept: (label: number) => boolean): void {
    let kept = 0
    for (let at = 0; at < this.#length; at++) {
      const label = this.#labels[at] ?? 0
      if (!isKept(label)) continue
      this.#labels[kept] = label
      this.#weights[kept] = this.#weights[at] ?? 0
      kept++
    }
    this.#length = kept
    this.#resize(Math.max(initialCapacity, kept))
  }

  #resize(capacity: number): void {
    const labels = new Uint32Array(capacity)
    labels.set(this.#labels.subarray(0, this.#length))
    const weights = new Uint16Array(capacity)
    weights.set(this.#weights.subarray(0, this.#length))
    this.#labels = labels
    this.#weights = weights
  }
}
