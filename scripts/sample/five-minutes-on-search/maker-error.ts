export type MakerErrorCode =
  'SAMPLE_TOOL_MISSING' | 'SAMPLE_TOOL_FAILED' | 'SAMPLE_SCRIPT_INVALID' | 'SAMPLE_WAV_INVALID'

/** The one error of this maker: the code says what is wrong, the message where and what to do. */
export class MakerError extends Error {
  constructor(
    readonly code: MakerErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${message}`, options)
    this.name = 'MakerError'
  }
}
