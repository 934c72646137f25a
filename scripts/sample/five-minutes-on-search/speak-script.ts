import { join } from 'node:path'
import { cutCues } from './cut-cues.js'
import { MakerError } from './maker-error.js'
import type { Script, Show } from './script.js'
import { speakSentence } from './speak-sentence.js'
import type { Cue, TimedChapter, TimedSentence, TimedSpeech } from './timed-speech.js'

/** Silences by which the sentences are joined, in ms. */
const LEAD_IN_MS = 300
const SAME_BREATH_MS = 260
const SAME_SPEAKER_MS = 420
const OTHER_SPEAKER_MS = 340
const NEXT_CHAPTER_MS = 900
const TAIL_MS = 700

/** A viewer reads captions in a glance, a reader of transcripts wants whole sentences. */
const MAX_CUE_MS = { episode: 7_000, short: 4_500 } as const

/** flite's clustergen voices speak at this rate. */
const SAMPLE_RATE = 16_000

/**
 * Speaks a script sentence by sentence and lays the sentences on one track. Each sentence is trimmed to its speech, so
 * the place where it is laid, kept to the whole ms, is the time at which it is heard.
 */
export async function speakScript(script: Script, show: Show, scratch: string): Promise<TimedSpeech> {
  const laid: { atMs: number; samples: Int16Array }[] = []
  const chapters: TimedChapter[] = []
  const sentences: TimedSentence[] = []
  let nowMs = LEAD_IN_MS
  let lastSpeaker: string | null = null
  for (const { title, slide, lines } of script.chapters) {
    if (chapters.length > 0) nowMs += NEXT_CHAPTER_MS
    const startMs = nowMs
    const cues: Cue[] = []
    for (const [lineAt, { speaker, sentences: spoken }] of lines.entries()) {
      if (lineAt > 0) nowMs += speaker === lastSpeaker ? SAME_SPEAKER_MS : OTHER_SPEAKER_MS
      lastSpeaker = speaker
      const voice = show.voices.get(speaker)
      if (!voice) throw new MakerError('SAMPLE_SCRIPT_INVALID', `"${speaker}" has no voice`)
      const line: TimedSentence[] = []
      for (const { text, say } of spoken) {
        if (line.length > 0) nowMs += SAME_BREATH_MS
        const { samples, sampleRate, pauses } = await speakSentence(say, voice, join(scratch, 'sentence.wav'))
        if (sampleRate !== SAMPLE_RATE)
          throw new MakerError('SAMPLE_WAV_INVALID', `${voice.voice} speaks at ${sampleRate} Hz`)
        laid.push({ atMs: nowMs, samples })
        const shifted = pauses.map((pause) => ({
          startMs: at(nowMs, pause.startMs),
          endMs: at(nowMs, pause.endMs),
        }))
        const endMs = at(nowMs, (samples.length / SAMPLE_RATE) * 1000)
        line.push({ speaker, text, startMs: nowMs, endMs, pauses: shifted })
        nowMs = endMs
      }
      sentences.push(...line)
      cues.push(...cutCues(line, MAX_CUE_MS[script.kind]))
    }
    chapters.push({ title, slide, startMs, cues })
  }
  const durationMs = nowMs + TAIL_MS
  return { samples: layTrack(laid, durationMs), sampleRate: SAMPLE_RATE, durationMs, chapters, sentences }
}

function at(baseMs: number, offsetMs: number): number {
  return Math.round(baseMs + offsetMs)
}

function layTrack(laid: readonly { atMs: number; samples: Int16Array }[], durationMs: number): Int16Array {
  const track = new Int16Array((durationMs * SAMPLE_RATE) / 1000)
  for (const { atMs, samples } of laid) track.set(samples, (atMs * SAMPLE_RATE) / 1000)
  return track
}
