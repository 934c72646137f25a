import type { Embedder, ModelIdentity } from '../../src/embed/embedder.js'
import { inputHash } from '../../src/domain/ids.js'

/**
 * A stand-in for a model where the model is not the point: a hashed bag of words, so that texts that share words are
 * near. Each word counts once in one dimension; deterministic, synchronous in effect.
 */
export class FakeEmbedder implements Embedder {
  readonly identity: ModelIdentity
  /** Every text that was embedded, in order. */
  readonly embedded: string[] = []
  closed = false

  constructor(dimensions = 64) {
    this.identity = {
      model: 'fake/bag-of-words',
      weights: '0000000000000000',
      dtype: 'fp32',
      pooling: 'mean',
      dimensions,
      queryPrefix: '',
    }
  }

  embedPassages(texts: readonly string[]): Promise<Float32Array[]> {
    this.embedded.push(...texts)
    return Promise.resolve(texts.map((text) => this.#embed(text)))
  }

  embedQuery(text: string): Promise<Float32Array> {
    return Promise.resolve(this.#embed(text))
  }

  close(): Promise<void> {
    this.closed = true
    return Promise.resolve()
  }

  /** A text without words is the first axis, so that every vector has length 1. */
  #embed(text: string): Float32Array {
    const vector = new Float32Array(this.identity.dimensions)
    const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    for (const word of words) {
      const dimension = parseInt(inputHash(word).slice(0, 8), 16) % vector.length
      vector[dimension] = (vector[dimension] ?? 0) + 1
    }
    if (words.size === 0) vector[0] = 1
    const length = Math.hypot(...vector)
    return vector.map((component) => component / length)
  }
}
