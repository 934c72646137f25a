import { silent, type PlayerState } from './player-state.js'

/** A frozen snapshot of the player's state, which pages read and subscribe to; only the player changes it. */

/** After this long without data a listener wonders; the browser itself may try for minutes. */
const slowAfterMs = 8000

let state: PlayerState = silent
let slowTimer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

export const readPlayer = (): PlayerState => state

/** Calls back after each change; answers how to stop it. */
export function subscribeToPlayer(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function changePlayer(changes: Partial<PlayerState>): void {
  const next = { ...state, ...changes }
  if (next.phase !== state.phase || next.track !== state.track) {
    next.isSlow = false
    clearTimeout(slowTimer)
    if (next.phase === 'loading') slowTimer = setTimeout(() => changePlayer({ isSlow: true }), slowAfterMs)
  }
  state = Object.freeze(next)
  for (const listener of listeners) listener()
}
