/**
 * One int8 vector a sentence, in one block of memory. Sentences of one library point much the same way (two at random
 * have a cosine of about .5): likeness is measured from the middle of them all, where 0 means nothing in common.
 */
export class SentenceVectors {
  #dimensions = 0
  #bytes = new Int8Array(0)
  readonly #isKnown: Uint8Array
  #middle: Float64Array = new Float64Array(0)
  /** Length of each from the middle, and its product with the middle. */
  #lengths = new Float32Array(0)
  #products = new Float32Array(0)
  #middleSquare = 0

  constructor(readonly count: number) {
    this.#isKnown = new Uint8Array(count)
  }

  /** 0 until the first is set. */
  get dimensions(): number {
    return this.#dimensions
  }

  /** @throws {RangeError} for another number of dimensions than those before */
  set(at: number, bytes: Uint8Array): void {
    if (this.#dimensions === 0) {
      this.#dimensions = bytes.length
      this.#bytes = new Int8Array(this.count * bytes.length)
    }
    if (bytes.length !== this.#dimensions)
      throw new RangeError(`a vector of ${bytes.length} dimensions meets one of ${this.#dimensions}`)
    this.#bytes.set(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length), at * this.#dimensions)
    this.#isKnown[at] = 1
  }

  has(at: number): boolean {
    return this.#isKnown[at] === 1
  }

  get middle(): Float64Array {
    return this.#middle
  }

  /** Their mean. */
  findMiddle(): Float64Array {
    const d = this.#dimensions
    const middle = new Float64Array(d)
    let known = 0
    for (let at = 0; at < this.count; at++) {
      if (this.#isKnown[at] !== 1) continue
      known++
      for (let i = 0; i < d; i++) middle[i] = (middle[i] ?? 0) + (this.#bytes[at * d + i] ?? 0)
    }
    return middle.map((sum) => sum / Math.max(1, known))
  }

  /** Must be called before likeness is asked for, with a middle of the same dimensions. */
  centre(middle: Float64Array): void {
    const d = this.#dimensions
    this.#middle = middle
    this.#lengths = new Float32Array(this.count)
    this.#products = new Float32Array(this.count)
    this.#middleSquare = middle.reduce((sum, value) => sum + value * value, 0)
    for (let at = 0; at < this.count; at++) {
      let square = 0
      let product = 0
      for (let i = 0; i < d; i++) {
        const value = this.#bytes[at * d + i] ?? 0
        square += value * value
        product += value * (middle[i] ?? 0)
      }
      this.#products[at] = product
      this.#lengths[at] = Math.sqrt(Math.max(1e-9, square - 2 * product + this.#middleSquare))
    }
  }

  /** Cosine of two sentences, seen from the middle; 0 where one was not embedded. */
  likeness(a: number, b: number): number {
    if (this.#isKnown[a] !== 1 || this.#isKnown[b] !== 1) return 0
    const d = this.#dimensions
    const bytes = this.#bytes
    let dot = 0
    for (let i = a * d, j = b * d, end = a * d + d; i < end; i++, j++)
      dot += (bytes[i] ?? 0) * (bytes[j] ?? 0)
    const centred = dot - (this.#products[a] ?? 0) - (this.#products[b] ?? 0) + this.#middleSquare
    return centred / ((this.#lengths[a] ?? 1) * (this.#lengths[b] ?? 1))
  }

  /** Adds `weight` times a sentence, seen from the middle and of length 1, to `sum`. */
  addTo(sum: Float64Array | Float32Array, at: number, weight: number): void {
    if (this.#isKnown[at] !== 1) return
    const d = this.#dimensions
    const factor = weight / (this.#lengths[at] ?? 1)
    for (let i = 0; i < d; i++)
      sum[i] = (sum[i] ?? 0) + factor * ((this.#bytes[at * d + i] ?? 0) - (this.#middle[i] ?? 0))
  }
}
