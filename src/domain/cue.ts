/**
 * One timed text as published. Times are null together, when the transcript has none.
 * Several cues may share one time range (a WebVTT cue with several voices): `normalizeCues` divides it among them.
 */
export interface Cue {
  startMs: number | null
  endMs: number | null
  speaker: string | null
  text: string
}

/** A cue after normalisation: times do not overlap and do not run backwards. */
export interface NormalizedCue extends Cue {
  /** True when the time was interpolated inside a longer published cue. */
  interpolated: boolean
}

/** A normalised cue that the ad tagger has looked at. */
export interface TaggedCue extends NormalizedCue {
  ad: boolean
  /** What it was told by, in words for a reader; null when it is no advertisement. */
  adReason: string | null
}
