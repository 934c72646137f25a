import { lengthOf, type RepeatText, type Span } from './repeat-text.js'
import type { SentenceVectors } from './sentence-vectors.js'

/** A long sentence says more, but not in proportion. */
const maxSentenceWeight = 25

/** How much a sentence counts in what is said with others. */
export const weightOf = (text: RepeatText, at: number): number => {
  const sentence = text.sentences[at]
  return sentence ? Math.min(maxSentenceWeight, lengthOf(sentence)) : 0
}

/** The likeness of each sentence of one run to each of another. */
export class LikenessTable {
  readonly #likeness: Float32Array
  readonly #width: number

  constructor(
    private readonly a: Span,
    private readonly b: Span,
    private readonly text: RepeatText,
    vectors: SentenceVectors,
  ) {
    this.#width = lengthOf(b)
    this.#likeness = new Float32Array(lengthOf(a) * this.#width)
    let cell = 0
    for (let i = a.from; i < a.to; i++)
      for (let j = b.from; j < b.to; j++) this.#likeness[cell++] = vectors.likeness(i, j)
  }

  /** What the runs have of each other: each sentence by its nearest one, long ones for more; the mean of both ways. */
  mean(): number {
    return (this.#coverA(this.a, this.b).mean + this.#coverB(this.a, this.b).mean) / 2
  }

  /** What two parts of the runs have of each other, over what a counterpart must have: more of it is better. */
  gain(a: Span, b: Span, counterpart: number): number {
    const [ofA, ofB] = [this.#coverA(a, b), this.#coverB(a, b)]
    return ofA.weight * (ofA.mean - counterpart) + ofB.weight * (ofB.mean - counterpart)
  }

  #coverA(a: Span, b: Span): Cover {
    return this.#cover(a, b, (i, j) => (i - this.a.from) * this.#width + j - this.b.from)
  }

  #coverB(a: Span, b: Span): Cover {
    return this.#cover(b, a, (j, i) => (i - this.a.from) * this.#width + j - this.b.from)
  }

  #cover(of: Span, by: Span, cell: (of: number, by: number) => number): Cover {
    let [sum, all] = [0, 0]
    for (let at = of.from; at < of.to; at++) {
      let best = 0
      for (let other = by.from; other < by.to; other++)
        best = Math.max(best, this.#likeness[cell(at, other)] ?? 0)
      const weight = weightOf(this.text, at)
      sum += weight * best
      all += weight
    }
    return { mean: sum / Math.max(1, all), weight: all }
  }
}

interface Cover {
  mean: number
  weight: number
}
