import type { ErrorBody } from './schema.js'

/** Why there is no answer, in words that can be shown. */
export class ApiError extends Error {
  override readonly name = 'ApiError'

  constructor(
    /** A code of docs/errors.md, or `UNREACHABLE` when nothing answered, or what answered is no Cuepoint. */
    readonly code: string,
    /** The HTTP status; 0 when nothing answered. */
    readonly status: number,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** What a server said instead of an answer, which is its own error unless something else stands in its place. */
export function describeFailure(body: unknown, status: number): ApiError {
  if (isErrorBody(body)) return new ApiError(body.code, status, body.message)
  return new ApiError('UNREACHABLE', status, `The server answered ${status} without saying why.`)
}

const isErrorBody = (body: unknown): body is ErrorBody =>
  typeof body === 'object' && body !== null && 'code' in body && 'message' in body
