import { MakerError } from './maker-error.js'

/** One channel, sixteen bits: what flite writes, and all that this maker needs. */
export interface Pcm {
  samples: Int16Array
  sampleRate: number
}

/** @throws SAMPLE_WAV_INVALID for anything but mono 16-bit PCM */
export function parseWav(bytes: Buffer): Pcm {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WAVE')
    throw new MakerError('SAMPLE_WAV_INVALID', 'not a RIFF WAVE file')
  let sampleRate = 0
  for (let at = 12; at + 8 <= bytes.length;) {
    const name = bytes.toString('latin1', at, at + 4)
    const size = bytes.readUInt32LE(at + 4)
    if (name === 'fmt ') {
      const [format, channels, bits] = [
        bytes.readUInt16LE(at + 8),
        bytes.readUInt16LE(at + 10),
        bytes.readUInt16LE(at + 22),
      ]
      if (format !== 1 || channels !== 1 || bits !== 16)
        throw new MakerError('SAMPLE_WAV_INVALID', `format ${format}, ${channels} channels, ${bits} bits`)
      sampleRate = bytes.readUInt32LE(at + 12)
    }
    if (name === 'data') {
      const samples = new Int16Array(Math.floor(Math.min(size, bytes.length - at - 8) / 2))
      for (let index = 0; index < samples.length; index++)
        samples[index] = bytes.readInt16LE(at + 8 + 2 * index)
      return { samples, sampleRate }
    }
    at += 8 + size + (size % 2)
  }
  throw new MakerError('SAMPLE_WAV_INVALID', 'no data chunk')
}

export function formatWav({ samples, sampleRate }: Pcm): Buffer {
  const bytes = Buffer.alloc(44 + 2 * samples.length)
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(36 + 2 * samples.length, 4)
  bytes.write('WAVEfmt ', 8, 'latin1')
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(sampleRate, 24)
  bytes.writeUInt32LE(2 * sampleRate, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36, 'latin1')
  bytes.writeUInt32LE(2 * samples.length, 40)
  for (const [index, sample] of samples.entries()) bytes.writeInt16LE(sample, 44 + 2 * index)
  return bytes
}
