import { readFile } from 'node:fs/promises'
import { runTool } from './run-tool.js'
import type { Voice } from './script.js'
import { parseWav, type Pcm } from './wav.js'

/** A sentence as spoken: its first and last sample are speech, so where it is laid is where it is heard. */
export interface SpokenSentence extends Pcm {
  /** The silences that the voice makes at clause borders, in ms from the first sample. */
  pauses: readonly { startMs: number; endMs: number }[]
}

/** A frame of 5 ms belongs to speech from this share of the loudest frame (−34 dB; flite's floor is below −45 dB). */
const SPEECH_SHARE = 0.02
const FRAME_MS = 5

/** −17.6 dBFS over the whole sentence makes the two voices equally loud and, with pauses, about −19 LUFS. */
const TARGET_RMS = 0.132
const MAX_PEAK = 0.92

/** Speaks one sentence to wavPath (a scratch file), cuts the silence around it and levels it. */
export async function speakSentence(say: string, voice: Voice, wavPath: string): Promise<SpokenSentence> {
  const stretch = `duration_stretch=${voice.durationStretch}`
  const phones = await runTool('flite', [
    '-voice',
    voice.voice,
    '--setf',
    stretch,
    '-psdur',
    '-t',
    say,
    '-o',
    wavPath,
  ])
  const { samples, sampleRate } = parseWav(await readFile(wavPath))
  const [from, to] = speechRange(samples, sampleRate)
  const fromMs = (from / sampleRate) * 1000
  return {
    samples: level(samples.subarray(from, to)),
    sampleRate,
    pauses: innerPauses(phones).map(({ startMs, endMs }) => ({
      startMs: startMs - fromMs,
      endMs: endMs - fromMs,
    })),
  }
}

/** flite tells `phone:end` in seconds; a `pau` that is neither first nor last stands at a clause border. */
function innerPauses(phones: string): { startMs: number; endMs: number }[] {
  const ends = [...phones.matchAll(/(\S+):(\d+\.\d+)/g)].map(([, phone, end]) => ({
    phone,
    endMs: Number(end) * 1000,
  }))
  return ends.flatMap(({ phone, endMs }, at) => {
    const before = ends[at - 1]
    return phone === 'pau' && before && at < ends.length - 1 ? [{ startMs: before.endMs, endMs }] : []
  })
}

function speechRange(samples: Int16Array, sampleRate: number): [from: number, to: number] {
  const frame = (sampleRate * FRAME_MS) / 1000
  const levels = Array.from({ length: Math.floor(samples.length / frame) }, (_, at) =>
    rms(samples.subarray(at * frame, (at + 1) * frame)),
  )
  const floor = SPEECH_SHARE * levels.reduce((loudest, one) => Math.max(loudest, one), 0)
  const first = levels.findIndex((one) => one > floor)
  const last = levels.findLastIndex((one) => one > floor)
  return [first * frame, (last + 1) * frame]
}

function level(samples: Int16Array): Int16Array {
  const peak = samples.reduce((highest, sample) => Math.max(highest, Math.abs(sample)), 1) / 32768
  const gain = Math.min(TARGET_RMS / rms(samples), MAX_PEAK / peak)
  return samples.map((sample) => Math.round(sample * gain))
}

/** Root mean square, where 1 is full scale. */
function rms(samples: Int16Array): number {
  let sum = 0
  for (const sample of samples) sum += (sample / 32768) ** 2
  return Math.sqrt(sum / Math.max(1, samples.length))
}
