import type { Clip } from '../../../client/index.js'
import { trackOf, type Track } from '../player-state.js'

/** A collection as one sequence: its clips one after the other, as far as they can be heard. */

export interface CutPart {
  clipId: string
  track: Track
  /** Of the recording, half-open. */
  startMs: number
  endMs: number
  /** Where it begins in the sequence. */
  fromMs: number
}

export interface CutPlan {
  parts: readonly CutPart[]
  totalMs: number
  skipped: readonly { clipId: string; reason: 'written' | 'silent' }[]
}

/** What is written, and what came without sound, is left out. */
export function planCut(clips: readonly Clip[]): CutPlan {
  const parts: CutPart[] = []
  const skipped: CutPlan['skipped'][number][] = []
  let fromMs = 0
  for (const { id, document, startMs, endMs } of clips) {
    const track = startMs === null ? null : trackOf(document)
    if (startMs === null || endMs === null) skipped.push({ clipId: id, reason: 'written' })
    else if (!track) skipped.push({ clipId: id, reason: 'silent' })
    else {
      parts.push({ clipId: id, track, startMs, endMs, fromMs })
      fromMs += endMs - startMs
    }
  }
  return { parts, totalMs: fromMs, skipped }
}

/** The part that is heard at a moment of the sequence, and how far into it that is; null for an empty sequence. */
export function placeInCut(
  { parts }: CutPlan,
  sequenceMs: number,
): { index: number; offsetMs: number } | null {
  const index = parts.findLastIndex(({ fromMs }) => fromMs <= Math.max(0, sequenceMs))
  const part = parts[index]
  if (!part) return null
  const lengthMs = part.endMs - part.startMs
  return { index, offsetMs: Math.max(0, Math.min(sequenceMs - part.fromMs, lengthMs - 1)) }
}

/** Where the sequence is while a part of it is heard at a position of its recording. */
export function sequencePosition({ fromMs, startMs, endMs }: CutPart, positionMs: number): number {
  return fromMs + Math.max(0, Math.min(positionMs, endMs) - startMs)
}

/** `2 clips are left out: 1 is written, 1 has no sound`; empty when none is. */
export function describeSkipped({ skipped }: CutPlan): string {
  const count = (reason: string) => skipped.filter((each) => each.reason === reason).length
  const [written, silent] = [count('written'), count('silent')]
  const parts = [
    written > 0 && `${written} ${written === 1 ? 'is' : 'are'} written`,
    silent > 0 && `${silent} ${silent === 1 ? 'has' : 'have'} no sound`,
  ].filter((part) => part !== false)
  if (parts.length === 0) return ''
  return `${skipped.length} ${skipped.length === 1 ? 'clip is' : 'clips are'} left out: ${parts.join(', ')}.`
}
