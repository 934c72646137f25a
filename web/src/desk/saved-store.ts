import type { SavedSearch, Webhook } from '../../../client/index.js'
import { isAbort, toApiError, type ApiError } from '../api.js'
import { listSavedSearches } from '../desk-tools-api.js'

/** The saved searches with what is unread of them, polled once for all who show them. */

export interface SavedState {
  /** Oldest first; null until they were listed once. */
  searches: readonly SavedSearch[] | null
  /** Of the latest asking. */
  error: ApiError | null
}

/** New documents are held against them within seconds of being found by a search. */
const pollIntervalMs = 15_000

let state: SavedState = { searches: null, error: null }
let timer: ReturnType<typeof setInterval> | undefined
let underWay: AbortController | null = null
const listeners = new Set<() => void>()

export const readSaved = (): SavedState => state

export const countUnread = ({ searches }: SavedState): number =>
  searches?.reduce((sum, { unread }) => sum + unread, 0) ?? 0

/** Asks the server while somebody listens, and whenever the window is returned to. */
export function subscribeToSaved(listener: () => void): () => void {
  listeners.add(listener)
  if (listeners.size === 1) {
    timer = setInterval(() => void refreshIfSeen(), pollIntervalMs)
    addEventListener('focus', refreshIfSeen)
    void refreshSaved()
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    removeEventListener('focus', refreshIfSeen)
  }
}

export async function refreshSaved(): Promise<void> {
  underWay?.abort()
  const controller = new AbortController()
  underWay = controller
  try {
    const searches = await listSavedSearches(controller.signal)
    if (underWay === controller) set({ searches, error: null })
  } catch (error) {
    if (underWay === controller && !isAbort(error)) set({ ...state, error: toApiError(error) })
  }
}

/** Shows a search as the server just told it; a new one comes last. A secret is not kept. */
export function keepSaved({ webhook, ...told }: SavedSearch): void {
  const search: SavedSearch = { ...told, webhook: webhook && withoutSecret(webhook) }
  // What was asked before that would say what was.
  underWay?.abort()
  const searches = state.searches ?? []
  const isKnown = searches.some(({ id }) => id === search.id)
  set({
    searches: isKnown
      ? searches.map((each) => (each.id === search.id ? search : each))
      : [...searches, search],
    error: null,
  })
}

export function dropSaved(id: string): void {
  underWay?.abort()
  set({ searches: state.searches?.filter((each) => each.id !== id) ?? null, error: null })
}

const withoutSecret = ({ url, active, lastDelivery }: Webhook): Webhook => ({ url, active, lastDelivery })

function refreshIfSeen(): void {
  if (!document.hidden) void refreshSaved()
}

function set(next: SavedState): void {
  // Those that are as they were are not drawn again.
  if (JSON.stringify(next.searches) === JSON.stringify(state.searches) && next.error === state.error) return
  state = next
  for (const listener of listeners) listener()
}
