import { execFileSync } from 'node:child_process'

/** Where a piece of sound is in a recording, by the sound alone. */

const samplesPerSecond = 8000

/** Decoded by ffmpeg to one channel of 8 kHz. */
export function decode(path: string): Float64Array {
  const words = [
    '-v',
    'error',
    '-i',
    `file:${path}`,
    '-ac',
    '1',
    '-ar',
    String(samplesPerSecond),
    '-f',
    's16le',
    '-',
  ]
  const bytes = execFileSync('ffmpeg', words, { maxBuffer: 256 * 1024 * 1024 })
  return Float64Array.from({ length: bytes.length >> 1 }, (_, index) => bytes.readInt16LE(2 * index))
}

export const lengthMs = (sound: Float64Array): number => (sound.length * 1000) / samplesPerSecond

export const sliceMs = (sound: Float64Array, fromMs: number, toMs: number): Float64Array =>
  sound.subarray(toSample(fromMs), toSample(toMs))

const toSample = (ms: number): number => Math.round((ms * samplesPerSecond) / 1000)

/** How loud it is: the root of the mean square. */
export const loudness = (sound: Float64Array): number =>
  Math.sqrt(sound.reduce((sum, sample) => sum + sample * sample, 0) / sound.length)

/**
 * Where `piece` begins in `recording`: where their correlation, divided by the loudness of both, is highest, looked for
 * within `withinMs` of a guess. Also how alike the two are there, 1 for the same.
 */
export function findSound(
  piece: Float64Array,
  recording: Float64Array,
  { nearMs, withinMs }: { nearMs: number; withinMs: number },
): { atMs: number; likeness: number } {
  let best = { atMs: NaN, likeness: -1 }
  const from = Math.max(0, toSample(nearMs - withinMs))
  const to = Math.min(recording.length - piece.length, toSample(nearMs + withinMs))
  const own = Math.sqrt(piece.reduce((sum, sample) => sum + sample * sample, 0))
  for (let at = from; at <= to; at++) {
    let product = 0
    let energy = 0
    for (let index = 0; index < piece.length; index++) {
      const sample = recording[at + index] ?? 0
      product += sample * (piece[index] ?? 0)
      energy += sample * sample
    }
    const likeness = product / (own * Math.sqrt(energy) || 1)
    if (likeness > best.likeness) best = { atMs: (at * 1000) / samplesPerSecond, likeness }
  }
  return best
}
