import type { NewClip } from './collections-api.js'

/** A clip that waits for the question which collection it goes to; asked by a dialog that is fetched when it is first needed. */

let request: NewClip | null = null
const listeners = new Set<() => void>()

export const readClipRequest = (): NewClip | null => request

export function askForCollection(clip: NewClip | null): void {
  request = clip
  for (const listener of listeners) listener()
}

export function subscribeToClipRequest(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
