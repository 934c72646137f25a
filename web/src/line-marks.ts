import { chapterAt } from './chapter-steps.js'
import type { TrackDetails } from './player-state.js'
import type { RangeMark } from './range-marks.js'

/** What stands on the player's time range. */
export interface LineMarks {
  readonly chapters: TrackDetails['chapters']
  readonly matches: readonly RangeMark[]
  readonly durationMs: number
}

/** What is said of a place on the range: the match that is near, else the chapter; empty without either. */
export function markAt({ chapters, matches }: LineMarks, positionMs: number, nearMs: number): string {
  let nearest: RangeMark | null = null
  for (const match of matches) {
    const distanceMs = Math.abs(match.positionMs - positionMs)
    if (distanceMs <= nearMs && distanceMs < Math.abs((nearest?.positionMs ?? Infinity) - positionMs))
      nearest = match
  }
  return nearest?.label ?? chapters[chapterAt(chapters, positionMs)]?.title ?? ''
}
