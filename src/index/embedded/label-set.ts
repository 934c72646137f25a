/** A set of labels as bits: labels are small integers, and asking for one costs no hashing. */
export class LabelSet {
  #words = new Uint32Array(64)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** False for anything that is no label; never throws. */
  has(label: number): boolean {
    const word = this.#words[label >>> 5]
    return word !== undefined && (word & (1 << (label & 31))) !== 0
  }

  copy(): LabelSet {
    const copy = new LabelSet()
    copy.#words = this.#words.slice()
    copy.#size = this.#size
    return copy
  }

  add(label: number): void {
    if (this.has(label)) return
    const index = label >>> 5
    if (index >= this.#words.length) this.#grow(index)
    this.#words[index] = (this.#words[index] ?? 0) | (1 << (label & 31))
    this.#size++
  }

  delete(label: number): void {
    if (!this.has(label)) return
    const index = label >>> 5
    this.#words[index] = (this.#words[index] ?? 0) & ~(1 << (label & 31))
    this.#size--
  }

  /** In ascending order. */
  *[Symbol.iterator](): Generator<number> {
    for (const [index, word] of this.#words.entries()) {
      let rest = word
      while (rest !== 0) {
        const bit = 31 - Math.clz32(rest & -rest)
        yield index * 32 + bit
        rest &= rest - 1
      }
    }
  }

  #grow(index: number): void {
    const words = new Uint32Array(Math.max(index + 1, this.#words.length * 2))
    words.set(this.#words)
    this.#words = words
  }
}
