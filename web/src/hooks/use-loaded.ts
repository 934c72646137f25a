import { useCallback, useEffect, useState } from 'preact/hooks'
import { isAbort, toApiError, type ApiError } from '../api.js'

export interface Loaded<Value> {
  value: Value | null
  error: ApiError | null
  /** Asks again; what was there stays until the new answer comes. */
  reload: () => void
  /** Shows what is known before the server is asked again; nothing where nothing is shown. */
  change: (how: (value: Value) => Value) => void
}

/** A few documents and their transcripts, so that Back shows them at once. */
const maxKept = 12

const allKept: Kept<unknown>[] = []

/** After a pull or a correction the library is another one: whatever was kept of it goes. Views stay as they are. */
export function forgetLibrary(): void {
  for (const kept of allKept) kept.clear()
}

/** Answers kept by key over page changes, until the library changes; the oldest goes first. For modules, not for components. */
export class Kept<Value> {
  readonly #values = new Map<string, Value>()

  constructor() {
    allKept.push(this)
  }

  get(key: string): Value | null {
    return this.#values.get(key) ?? null
  }

  set(key: string, value: Value): void {
    this.#values.delete(key)
    this.#values.set(key, value)
    const [oldest] = this.#values.keys()
    if (this.#values.size > maxKept && oldest !== undefined) this.#values.delete(oldest)
  }

  clear(): void {
    this.#values.clear()
  }
}

/** Loads what `key` names, again when the key changes; a late answer to an earlier key is dropped. */
export function useLoaded<Value>(
  key: string,
  load: (signal: AbortSignal) => Promise<Value>,
  kept?: Kept<Value>,
): Loaded<Value> {
  const [state, setState] = useState<{ key: string; value: Value | null; error: ApiError | null }>(() => ({
    key,
    value: kept?.get(key) ?? null,
    error: null,
  }))
  const [attempt, setAttempt] = useState(0)
  const reload = useCallback(() => setAttempt((count) => count + 1), [])
  const change = useCallback(
    (how: (value: Value) => Value) =>
      setState((old) => (old.key === key && old.value !== null ? { ...old, value: how(old.value) } : old)),
    [key],
  )

  useEffect(() => {
    const known = kept?.get(key)
    if (known != null && attempt === 0) return setState({ key, value: known, error: null })
    const controller = new AbortController()
    load(controller.signal).then(
      (value) => {
        kept?.set(key, value)
        setState({ key, value, error: null })
      },
      (error: unknown) => {
        if (!isAbort(error))
          setState((old) => ({ key, value: old.key === key ? old.value : null, error: toApiError(error) }))
      },
    )
    return () => controller.abort()
    // `load` is what `key` says, written anew at each render.
  }, [key, attempt])

  return state.key === key
    ? { ...state, reload, change }
    : { value: kept?.get(key) ?? null, error: null, reload, change }
}
