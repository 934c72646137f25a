import { sampleRate } from './read-wav.js'

/** One stretch of sound that is transcribed by itself. */
export interface SoundWindow {
  /** From the beginning of the recording. */
  startMs: number
  samples: Float32Array
}

/** Whisper hears 30 s at once; what is longer it would cut off. */
const maxWindowSamples = 29 * sampleRate
/** A cut is looked for in the last third of it: between two sentences there is a pause. */
const minWindowSamples = 19 * sampleRate
/** A pause shorter than this is inside a word. */
const pauseSamples = 0.3 * sampleRate
const stepSamples = 0.05 * sampleRate

/**
 * Cuts sound into windows that a model can hear at once, each at the quietest place near its end, so that no word is
 * cut and nothing has to be stitched together afterwards. Together they are the whole recording. Holds one window.
 */
export async function* cutWindows(blocks: AsyncIterable<Float32Array>): AsyncGenerator<SoundWindow> {
  let held = new Float32Array(0)
  let startSample = 0
  const take = (length: number): SoundWindow => {
    const window = { startMs: Math.round((startSample / sampleRate) * 1000), samples: held.slice(0, length) }
    held = held.slice(length)
    startSample += length
    return window
  }
  for await (const block of blocks) {
    held = join(held, block)
    while (held.length > maxWindowSamples) yield take(findQuietest(held))
  }
  if (held.length > 0) yield take(held.length)
}

function join(first: Float32Array, second: Float32Array): Float32Array<ArrayBuffer> {
  const both = new Float32Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}

/** The middle of the quietest pause in the last third of a window; of equally quiet ones the last. */
function findQuietest(samples: Float32Array): number {
  let quietest = maxWindowSamples
  let least = Infinity
  for (let from = minWindowSamples; from + pauseSamples <= maxWindowSamples; from += stepSamples) {
    const loudness = loudnessOf(samples.subarray(from, from + pauseSamples))
    if (loudness > least) continue
    least = loudness
    quietest = from + pauseSamples / 2
  }
  return quietest
}

/** Root of the mean square, 0 to 1; 0 for no sound at all. */
export function loudnessOf(samples: Float32Array): number {
  let squares = 0
  for (const sample of samples) squares += sample * sample
  return samples.length === 0 ? 0 : Math.sqrt(squares / samples.length)
}
