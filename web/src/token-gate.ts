import { toApiError, type ApiError } from './api.js'

/** What the server refuses without its token waits here until the token was given, and is then done. */

export interface TokenRequest {
  /** Why it is asked for, in the server's words. */
  message: string
  accept: () => void
  dismiss: () => void
}

let request: TokenRequest | null = null
let answer: Promise<void> | null = null
const listeners = new Set<(request: TokenRequest | null) => void>()

/** Told of each request and of its end. Returns what stops that. */
export function onTokenRequest(listener: (request: TokenRequest | null) => void): () => void {
  listeners.add(listener)
  listener(request)
  return () => listeners.delete(listener)
}

/** Does it, once more after the token was given. @throws {ApiError} what it throws, also when no token is given */
export async function withToken<Value>(act: () => Promise<Value>): Promise<Value> {
  for (;;)
    try {
      return await act()
    } catch (failure) {
      const error = toApiError(failure)
      if (error.code !== 'TOKEN_REQUIRED') throw failure
      await askForToken(error)
    }
}

/** Several that are refused at once ask once. */
function askForToken(error: ApiError): Promise<void> {
  answer ??= new Promise<void>((resolve, reject) => {
    request = { message: error.message, accept: resolve, dismiss: () => reject(error) }
    tell()
  }).finally(() => {
    answer = null
    request = null
    tell()
  })
  return answer
}

function tell(): void {
  for (const listener of listeners) listener(request)
}
