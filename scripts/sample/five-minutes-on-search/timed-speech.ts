import type { Slide } from './script.js'
import type { Pcm } from './wav.js'

export interface Cue {
  speaker: string
  text: string
  startMs: number
  endMs: number
}

export interface TimedSentence extends Cue {
  /** Clause pauses inside the sentence. */
  pauses: readonly { startMs: number; endMs: number }[]
}

export interface TimedChapter {
  title: string
  startMs: number
  slide: Slide | null
  cues: readonly Cue[]
}

export interface TimedSpeech extends Pcm {
  durationMs: number
  chapters: readonly TimedChapter[]
  sentences: readonly TimedSentence[]
}
