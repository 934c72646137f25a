import type { ReadTranscript } from '../transcripts/transcript-format.js'

export interface TranscribeOptions {
  /** Decides how long it may take; null when unknown. */
  durationMs: number | null
  /** BCP 47; null lets the recogniser find out, where it can. */
  language: string | null
  signal?: AbortSignal | undefined
}

/** Speech to text. What it gives is always marked as written by a machine. */
export interface Transcriber {
  /** Names what writes the transcripts; part of the key under which they are kept. */
  identity: string
  /**
   * @param mediaPath absolute; sound or video
   * @throws TRANSCRIBE_FAILED, TRANSCRIBE_UNAVAILABLE, INGEST_INTERRUPTED (by `signal`)
   */
  transcribe(mediaPath: string, options: TranscribeOptions): Promise<ReadTranscript>
}

/** Recognisers on slow machines take several times as long as the recording. */
const limitPerDuration = 8
/** Loading a model takes a while even for a short. */
const minLimitMs = 10 * 60_000
/** For a recording of unknown length: one of an hour and a half. */
const unknownLimitMs = 12 * 3_600_000

/** How long transcribing a recording may take. */
export const timeLimitOf = (durationMs: number | null): number =>
  durationMs === null ? unknownLimitMs : Math.max(minLimitMs, limitPerDuration * durationMs)
