import { open, type FileHandle } from 'node:fs/promises'

/** What the models for speech take. */
export const sampleRate = 16_000
/** A second of sound at a time. */
const blockSamples = sampleRate
const maxChunks = 1_000

interface WavLayout {
  file: FileHandle
  isFloat: boolean
  bytesPerSample: number
  channels: number
  /** Where its sound begins and ends in the file. */
  from: number
  to: number
}

/**
 * The sound of a WAV file in blocks of a second, mixed down to one channel, each sample from -1 to 1. Null for a file
 * that is no WAV of 16 kHz with 16-bit integers or 32-bit floats: that is for a converter.
 */
export async function openWav(path: string): Promise<AsyncGenerator<Float32Array> | null> {
  const file = await open(path, 'r')
  const layout = await readLayout(file).catch(async (error: unknown) => {
    await file.close()
    throw error
  })
  if (layout !== null) return readBlocks(layout)
  await file.close()
  return null
}

async function readLayout(file: FileHandle): Promise<WavLayout | null> {
  const { size } = await file.stat()
  const head = await readAt(file, 0, 12)
  if (head.toString('latin1', 0, 4) !== 'RIFF' || head.toString('latin1', 8, 12) !== 'WAVE') return null
  let format: Pick<WavLayout, 'isFloat' | 'bytesPerSample' | 'channels'> | null = null
  let at = 12
  for (let chunks = 0; chunks < maxChunks && at + 8 <= size; chunks++) {
    const chunk = await readAt(file, at, 8)
    const name = chunk.toString('latin1', 0, 4)
    const chunkBytes = chunk.readUInt32LE(4)
    if (name === 'fmt ') format = readFormat(await readAt(file, at + 8, Math.min(chunkBytes, 40)))
    if (name === 'data') {
      if (format === null) return null
      // Written to a pipe the length is not known and too large.
      return { file, ...format, from: at + 8, to: Math.min(at + 8 + chunkBytes, size) }
    }
    at += 8 + chunkBytes + (chunkBytes % 2)
  }
  return null
}

function readFormat(chunk: Buffer): Pick<WavLayout, 'isFloat' | 'bytesPerSample' | 'channels'> | null {
  if (chunk.length < 16) return null
  const written = chunk.readUInt16LE(0)
  // The extensible form has its true format further on.
  const format = written === 0xfffe && chunk.length >= 26 ? chunk.readUInt16LE(24) : written
  const channels = chunk.readUInt16LE(2)
  const bits = chunk.readUInt16LE(14)
  if (chunk.readUInt32LE(4) !== sampleRate || channels < 1 || channels > 8) return null
  if (format === 1 && bits === 16) return { isFloat: false, bytesPerSample: 2, channels }
  if (format === 3 && bits === 32) return { isFloat: true, bytesPerSample: 4, channels }
  return null
}

async function* readBlocks(layout: WavLayout): AsyncGenerator<Float32Array> {
  const { file, bytesPerSample, channels, from, to } = layout
  const frameBytes = bytesPerSample * channels
  try {
    for (let at = from; at + frameBytes <= to; at += blockSamples * frameBytes) {
      const bytes = await readAt(file, at, Math.min(blockSamples * frameBytes, to - at))
      const block = mixDown(bytes, layout)
      if (block.length > 0) yield block
    }
  } finally {
    await file.close()
  }
}

function mixDown(
  bytes: Buffer,
  { isFloat, bytesPerSample, channels }: Pick<WavLayout, 'isFloat' | 'bytesPerSample' | 'channels'>,
): Float32Array {
  const samples = new Float32Array(Math.floor(bytes.length / (bytesPerSample * channels)))
  let at = 0
  for (let index = 0; index < samples.length; index++) {
    let sum = 0
    for (let channel = 0; channel < channels; channel++, at += bytesPerSample)
      sum += isFloat ? bytes.readFloatLE(at) : bytes.readInt16LE(at) / 32_768
    samples[index] = sum / channels
  }
  return samples
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}
