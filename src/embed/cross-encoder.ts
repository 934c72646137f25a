/**
 * The port to a cross-encoder: a model that reads a query and a text together, and so tells better than two vectors
 * whether the one answers the other, at the price of a run for each pair. Adapter: process-cross-encoder.
 */
export interface CrossEncoder {
  /** `name@weights/dtype`; tells two of them apart in a record of a run. */
  readonly model: string
  /**
   * The model's logit for each text, in input order: larger answers better. Its zero and scale are the model's own, so
   * scores of one query compare, those of two queries do not. A pair longer than the model's window loses the end of the
   * text. Cost: that of embedding query and text by a model of the same size, one pair after the other.
   * @throws CROSS_ENCODER_UNAVAILABLE
   */
  score(query: string, texts: readonly string[]): Promise<number[]>
  close(): Promise<void>
}
