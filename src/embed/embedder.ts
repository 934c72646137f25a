/** The port to a text embedding model. Adapters: inference-thread (queries), embed-processes (bulk), fakes in tests. */

/**
 * Names a vector space: vectors of two identities must never meet. Kept with every vector and every index.
 * Compared by `modelIdentityKey`.
 */
export interface ModelIdentity {
  /** Folder name or hub id, for example `Xenova/bge-small-en-v1.5`. */
  model: string
  /** First 16 hexadecimal digits of the SHA-256 of the weights. */
  weights: string
  dtype: string
  pooling: 'cls' | 'mean'
  dimensions: number
  /** Put before a query, never before a passage; part of the space, since it moves the query's vector. */
  queryPrefix: string
}

export function modelIdentityKey(identity: ModelIdentity): string {
  const { model, weights, dtype, pooling, dimensions } = identity
  return `${model}@${weights}/${dtype}/${pooling}/${dimensions}`
}

export interface Embedder {
  readonly identity: ModelIdentity
  /**
   * One L2-normalised vector of `identity.dimensions` an input, in input order. Inputs longer than the model's window
   * are cut by the tokenizer. Cost: about 1 ms a 8 words on one core.
   * @throws EMBEDDER_UNAVAILABLE when the worker died or was closed
   */
  embedPassages(texts: readonly string[]): Promise<Float32Array[]>
  /** As `embedPassages` for one text, with the model's query prefix. */
  embedQuery(text: string): Promise<Float32Array>
  close(): Promise<void>
}
