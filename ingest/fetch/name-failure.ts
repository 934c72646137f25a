import { displayLocation } from '../../src/domain/location.js'
import { AppError, reasonOf } from '../../src/errors.js'
import { TransientFailure } from './ask-politely.js'

/** What can go wrong on the way to a server, by name. */

/** Failures of the network that may pass. A name that does not exist is none. */
const transientCodes: ReadonlySet<unknown> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_SOCKET',
])

/** For messages: passwords and tokens of private feeds are left out. */
export function shown(location: string): string {
  const text = displayLocation(location)
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}

/** The failure by its name; those that may pass as such. */
export function nameFailure(
  cause: unknown,
  url: URL,
  signal: AbortSignal | undefined,
  { deadline, timeoutMs }: { deadline: AbortSignal; timeoutMs: number },
): AppError | TransientFailure {
  let isTransient = false
  for (let error = cause; error instanceof Error; error = error.cause) {
    if (error instanceof AppError || error instanceof TransientFailure) return error
    isTransient ||= 'code' in error && transientCodes.has(error.code)
  }
  if (signal?.aborted === true) return interrupted(url, cause)
  const reason = deadline.aborted ? `took longer than ${timeoutMs / 1000} s` : reasonOf(cause)
  const failure = new AppError(
    'FETCH_FAILED',
    `${shown(url.href)} cannot be fetched: ${reason}; check the address and try later`,
    { cause },
  )
  return isTransient && !deadline.aborted
    ? new TransientFailure(failure, { retryAfterMs: null, isOfHost: true })
    : failure
}

export const interrupted = (url: URL, cause: unknown) =>
  new AppError(
    'INGEST_INTERRUPTED',
    `Fetching ${shown(url.href)} was interrupted; the next pull takes it up`,
    {
      cause,
    },
  )
