import { useState } from 'preact/hooks'
import { toApiError, type ApiError } from '../api.js'
import { withToken } from '../token-gate.js'

export interface Action {
  isBusy: boolean
  error: ApiError | null
  /** Not while it is busy. */
  start: () => void
  reset: () => void
}

/** Something that changes the library: under way, failed, or at rest. Asks for the token when the server wants it. */
export function useAction(act: () => Promise<unknown>, onDone: () => void): Action {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const run = async () => {
    setBusy(true)
    setError(null)
    try {
      await withToken(act)
      onDone()
    } catch (failure) {
      setError(toApiError(failure))
    } finally {
      setBusy(false)
    }
  }
  return {
    isBusy,
    error,
    start: () => {
      if (!isBusy) void run()
    },
    reset: () => setError(null),
  }
}
