import { deflateSync } from 'node:zlib'
import { loudnessOf, type SoundWindow } from './cut-windows.js'
import { sampleRate } from './read-wav.js'

/** One phrase as a model gives it for a window; ms from the beginning of the window. */
export interface HeardPhrase {
  startMs: number
  endMs: number
  text: string
}

/** -50 dB below full scale: quieter than the pauses of a recording in a room, where nobody speaks. */
const silence = 0.003
/** Whisper's own limit: a text that deflates better than this is one phrase over and over. */
const maxCompressionRatio = 2.4

/**
 * Leaves out what was heard where there is silence (models make up "Thanks for watching" there) and, when the text of
 * the window goes round in circles, all of it. These stand in for a confidence, which the library does not give.
 */
export function dropUnlikely(phrases: readonly HeardPhrase[], window: SoundWindow): HeardPhrase[] {
  if (compressionRatio(phrases.map(({ text }) => text).join(' ')) > maxCompressionRatio) return []
  return phrases.filter(({ startMs, endMs, text }) => {
    const range = window.samples.subarray(toSample(startMs), Math.max(toSample(endMs), toSample(startMs) + 1))
    return text.trim() !== '' && loudnessOf(range) > silence
  })
}

const toSample = (ms: number): number => Math.round((ms / 1000) * sampleRate)

function compressionRatio(text: string): number {
  const bytes = Buffer.from(text)
  return bytes.length === 0 ? 0 : bytes.length / deflateSync(bytes).length
}
