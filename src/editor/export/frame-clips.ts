import { msToFrames, type FrameRate } from '../../domain/timecode.js'
import type { ExportCollection } from './export-format.js'
import { timedClips, type TimedClip } from './timed-clips.js'

/** The clips as whole frames, for editing programs: gapless, since what counts is added up in frames. */
export interface FramedClip {
  clip: TimedClip
  /** Of the recording, which begins at frame 0. */
  startFrame: number
  /** At least 1. */
  frames: number
  /** From the beginning of the sequence. */
  atFrame: number
}

export function frameClips(collection: ExportCollection, rate: FrameRate): FramedClip[] {
  let atFrame = 0
  return timedClips(collection).map((clip) => {
    const startFrame = msToFrames(clip.startMs, rate)
    const frames = Math.max(1, msToFrames(clip.endMs, rate) - startFrame)
    const framed = { clip, startFrame, frames, atFrame }
    atFrame += frames
    return framed
  })
}
