import { rememberPlace, rememberTrack } from './player-memory.js'
import type { PlayerState } from './player-state.js'

/** Remembers where the listener is, once some seconds were heard: a short look into a document is none. */

const heardEnoughMs = 5000
const keepEveryMs = 5000
/** A longer way between two reports was a seek. */
const longestStepMs = 2500

let heardMs = 0
let lastMs = 0
let keptMs = -Infinity

/** Another document, or the same one anew. */
export function beginHearing(): void {
  heardMs = 0
  keptMs = -Infinity
}

/** To be told of each position while it plays. */
export function hear(state: PlayerState): void {
  const stepMs = state.positionMs - lastMs
  lastMs = state.positionMs
  if (state.phase !== 'playing') return
  if (stepMs > 0 && stepMs < longestStepMs * state.speed) heardMs += stepMs
  if (Math.abs(state.positionMs - keptMs) >= keepEveryMs) keepHeard(state)
}

/** Writes it down now: on a pause, at the end, when the page goes. A passage that was only listened into is none. */
export function keepHeard({ track, positionMs, durationMs, range }: PlayerState): void {
  if (!track) return
  rememberTrack(track, positionMs)
  if (heardMs < heardEnoughMs || range) return
  keptMs = positionMs
  rememberPlace({ documentId: track.documentId, positionMs }, durationMs)
}
