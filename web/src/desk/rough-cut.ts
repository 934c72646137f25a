import type { PlayerState } from '../player-state.js'
import { playRange, readPlayer, subscribeToPlayer } from '../player.js'
import { placeInCut, type CutPart, type CutPlan } from './cut-plan.js'

/** Plays the clips of a collection one after the other in the page's one player; it goes on over pages. */

export interface RoughCut {
  readonly plan: CutPlan
  /** Index of the part that is heard, or was last. */
  readonly at: number
  /** It ends with its last part, and when something else is played. */
  readonly isOn: boolean
  /** Clips whose recordings did not play. */
  readonly failed: readonly string[]
}

/** A stop at the end of a range comes a moment early at most. */
const endToleranceMs = 60

const emptyPlan: CutPlan = { parts: [], totalMs: 0, skipped: [] }
let cut: RoughCut = { plan: emptyPlan, at: -1, isOn: false, failed: [] }
/** What the player was asked for. */
let asked: { startMs: number; endMs: number } | null = null
/** The player is being asked: what it says in between is not what was asked for. */
let isAsking = false
let stopWatching: () => void = () => undefined
const listeners = new Set<() => void>()

export const readCut = (): RoughCut => cut

export function subscribeToCut(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Call it within a press of the user's. */
export function playCut(plan: CutPlan, sequenceMs = 0): void {
  const place = placeInCut(plan, sequenceMs)
  if (!place) return
  stopWatching()
  change({ plan, isOn: true, failed: [] })
  play(place.index, place.offsetMs)
  stopWatching = subscribeToPlayer(watch)
}

/** As it is now, while it is heard: clips may have been moved, trimmed or removed. */
export function replanCut(plan: CutPlan): void {
  const part = cut.plan.parts[cut.at]
  if (!part || cut.plan === plan) return
  const at = plan.parts.findIndex(({ clipId }) => clipId === part.clipId)
  // A clip that was removed while it is heard is heard to its end, and then the one that stands in its place.
  if (at === -1) change({ plan: { ...plan, parts: withHeard(plan.parts, part, cut.at) } })
  else change({ plan, at })
}

const withHeard = (parts: readonly CutPart[], heard: CutPart, at: number): CutPart[] =>
  parts.toSpliced(Math.min(at, parts.length), 0, { ...heard, endMs: heard.startMs })

export function seekCut(sequenceMs: number): void {
  if (cut.isOn) playCut(cut.plan, sequenceMs)
}

function play(index: number, offsetMs: number): void {
  const part = cut.plan.parts[index]
  if (!part) return end()
  change({ at: index })
  asked = { startMs: part.startMs + offsetMs, endMs: part.endMs }
  isAsking = true
  playRange(part.track, asked.startMs, asked.endMs)
  isAsking = false
}

function watch(): void {
  const part = cut.plan.parts[cut.at]
  if (isAsking || !part || !asked) return
  const player = readPlayer()
  if (!isHeard(player, part)) return end()
  const isOver = player.phase === 'ended' || (player.phase === 'paused' && isAtEnd(player, asked.endMs))
  if (player.phase === 'failed') change({ failed: [...cut.failed, part.clipId] })
  if (!isOver && player.phase !== 'failed') return
  isAsking = true
  // The player is still telling of the stop.
  queueMicrotask(() => play(cut.at + 1, 0))
}

const isAtEnd = ({ positionMs }: PlayerState, endMs: number): boolean => positionMs >= endMs - endToleranceMs

/** Still what was asked for: nobody played something else, or on over the end of the clip. */
const isHeard = ({ track, range }: PlayerState, part: CutPart): boolean =>
  track?.documentId === part.track.documentId &&
  track.mediaUrl === part.track.mediaUrl &&
  range?.startMs === asked?.startMs &&
  range?.endMs === asked?.endMs

function end(): void {
  isAsking = false
  asked = null
  stopWatching()
  change({ isOn: false })
}

function change(changes: Partial<RoughCut>): void {
  cut = Object.freeze({ ...cut, ...changes })
  for (const listener of listeners) listener()
}
