/** What a thread or process that owns a model does: input → numbers, one input at a time. */

/** A text to be embedded, or a query and a text to be read together. */
export type EncoderInput = string | readonly [query: string, text: string]

export interface Encoder {
  /**
   * As many numbers as the model has dimensions. Inputs longer than its window are cut; the closing special token is kept.
   * @throws {RangeError} for an input of the other kind
   */
  encode(input: EncoderInput): Promise<Float32Array>
  close(): Promise<void>
}
