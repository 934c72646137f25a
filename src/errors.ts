/**
 * The catalogue of error codes: STAGE_PROBLEM, with the HTTP status an AppError answers with and whether trying the
 * same thing again can help. docs/errors.md describes each for users; a test holds the two together.
 */
const catalogue = {
  ALIGNMENT_INVALID: { status: 400, retryable: false },
  ALIGNMENT_UNTIMED: { status: 422, retryable: false },
  CATALOG_BUSY: { status: 503, retryable: true },
  CATALOG_CORRUPT: { status: 500, retryable: false },
  CATALOG_FULL: { status: 507, retryable: true },
  CATALOG_NEWER: { status: 500, retryable: false },
  CHAPTERS_INVALID: { status: 422, retryable: false },
  CLIP_INVALID: { status: 400, retryable: false },
  CLIP_NOT_FOUND: { status: 404, retryable: false },
  CLIP_ORDER_INVALID: { status: 400, retryable: false },
  COLLECTION_CHANGED: { status: 412, retryable: false },
  COLLECTION_FULL: { status: 409, retryable: false },
  COLLECTION_NOT_FOUND: { status: 404, retryable: false },
  COMPANION_MISSING: { status: 404, retryable: false },
  CONCEPT_EDIT_INVALID: { status: 400, retryable: false },
  CONCEPT_NOT_FOUND: { status: 404, retryable: false },
  CONFIG_INVALID: { status: 500, retryable: false },
  CORRECTION_INVALID: { status: 400, retryable: false },
  CROSS_ENCODER_UNAVAILABLE: { status: 503, retryable: true },
  CUE_REPEATED: { status: 422, retryable: false },
  CUE_TIMES_INVALID: { status: 422, retryable: false },
  CUT_EMPTY: { status: 422, retryable: false },
  CUT_FAILED: { status: 422, retryable: false },
  CUT_FILE_EXISTS: { status: 409, retryable: false },
  DOCUMENT_NOT_FOUND: { status: 404, retryable: false },
  EMBEDDER_UNAVAILABLE: { status: 503, retryable: true },
  EMBED_ADDRESS_UNKNOWN: { status: 404, retryable: false },
  EMBED_FORMAT_UNSUPPORTED: { status: 501, retryable: false },
  EVAL_INPUT_INVALID: { status: 422, retryable: false },
  EVAL_REGRESSED: { status: 500, retryable: false },
  EXPORT_TIMES_MIXED: { status: 422, retryable: false },
  FEED_EMPTY: { status: 422, retryable: false },
  FEED_ITEM_INVALID: { status: 422, retryable: false },
  FEED_MALFORMED: { status: 422, retryable: false },
  FEED_NOT_RSS: { status: 422, retryable: false },
  FETCH_ADDRESS_FORBIDDEN: { status: 403, retryable: false },
  FETCH_FAILED: { status: 502, retryable: true },
  FETCH_GONE: { status: 410, retryable: false },
  FETCH_NOT_FOUND: { status: 404, retryable: false },
  FETCH_TOO_LARGE: { status: 413, retryable: false },
  FFMPEG_MISSING: { status: 501, retryable: false },
  HOST_FORBIDDEN: { status: 403, retryable: false },
  INDEX_LOCKED: { status: 503, retryable: true },
  INDEX_MISMATCH: { status: 500, retryable: false },
  INDEX_SAVE_FAILED: { status: 500, retryable: true },
  INDEX_UNAVAILABLE: { status: 503, retryable: true },
  INGEST_FAILED: { status: 500, retryable: false },
  INGEST_INTERRUPTED: { status: 503, retryable: true },
  JOB_NOT_FOUND: { status: 404, retryable: false },
  MEDIA_INVALID: { status: 422, retryable: false },
  MEDIA_NOT_LOCAL: { status: 404, retryable: false },
  MODEL_CORRUPT: { status: 500, retryable: false },
  MODEL_NOT_FOUND: { status: 500, retryable: false },
  PASSAGE_NOT_FOUND: { status: 404, retryable: false },
  PATH_OUTSIDE_SOURCE: { status: 403, retryable: false },
  PORT_IN_USE: { status: 500, retryable: false },
  POST_INVALID: { status: 422, retryable: false },
  PUBLIC_ADDRESS_UNKNOWN: { status: 400, retryable: false },
  QUERY_EMPTY: { status: 400, retryable: false },
  QUERY_INVALID: { status: 400, retryable: false },
  QUERY_TOO_LONG: { status: 400, retryable: false },
  REVISION_NOT_FOUND: { status: 404, retryable: false },
  SAVED_SEARCHES_FULL: { status: 409, retryable: false },
  SAVED_SEARCH_NOT_FOUND: { status: 404, retryable: false },
  SOURCE_DUPLICATE: { status: 409, retryable: false },
  SOURCE_NOT_FOUND: { status: 404, retryable: false },
  SOURCE_UNREADABLE: { status: 422, retryable: false },
  SOURCE_UNRECOGNIZED: { status: 422, retryable: false },
  YTDLP_MISSING: { status: 501, retryable: false },
  TOKEN_REQUIRED: { status: 401, retryable: false },
  TRANSCRIBE_FAILED: { status: 422, retryable: false },
  TRANSCRIBE_UNAVAILABLE: { status: 503, retryable: true },
  TRANSCRIPT_EMPTY: { status: 422, retryable: false },
  TRANSCRIPT_INVALID: { status: 422, retryable: false },
  TRANSCRIPT_MISSING: { status: 422, retryable: false },
  TRANSCRIPT_TYPE_UNSUPPORTED: { status: 422, retryable: false },
  USAGE: { status: 400, retryable: false },
  WEBHOOK_INVALID: { status: 400, retryable: false },
  WEBHOOK_MISSING: { status: 409, retryable: false },
} as const

export type ErrorCode = keyof typeof catalogue
export const errorCodes = Object.keys(catalogue) as ErrorCode[]

/** A failure with a name. The message names the thing, its value and what to do about it. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly statusCode: number
  readonly retryable: boolean

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.statusCode = catalogue[code].status
    this.retryable = catalogue[code].retryable
  }
}

/** The message of anything that was thrown, for putting into another message. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

export const hasCode = (error: unknown, code: ErrorCode): boolean =>
  error instanceof AppError && error.code === code
