export type SampleErrorCode =
  | 'SAMPLE_USAGE'
  | 'SAMPLE_FILE_MISSING'
  | 'SAMPLE_FRONT_MATTER_INVALID'
  | 'SAMPLE_TIME_INVALID'
  | 'SAMPLE_TURN_UNREADABLE'
  | 'SAMPLE_SECTIONS_MISMATCH'
  | 'SAMPLE_TEMPLATE_CODE_LEFT'

/** The one error of the sample makers: the code says which rule the source broke, the message where. */
export class SampleError extends Error {
  constructor(
    readonly code: SampleErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${message}`, options)
    this.name = 'SampleError'
  }
}
