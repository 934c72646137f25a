import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutWindows, type SoundWindow } from '../../../ingest/transcribe/cut-windows.js'
import { dropUnlikely } from '../../../ingest/transcribe/drop-unlikely.js'
import { readSound } from '../../../ingest/transcribe/read-sound.js'
import { openWav, sampleRate } from '../../../ingest/transcribe/read-wav.js'
import { temporaryFolder } from './temporary.js'

function wavOf(data: Buffer, { format = 1, channels = 1, rate = 16_000, bits = 16 } = {}): Buffer {
  const head = Buffer.alloc(44)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(36 + data.length, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(format, 20)
  head.writeUInt16LE(channels, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE((rate * channels * bits) / 8, 28)
  head.writeUInt16LE((channels * bits) / 8, 32)
  head.writeUInt16LE(bits, 34)
  head.write('data', 36, 'latin1')
  head.writeUInt32LE(data.length, 40)
  return Buffer.concat([head, data])
}

async function collect(blocks: AsyncIterable<Float32Array>): Promise<number[]> {
  const samples: number[] = []
  for await (const block of blocks) for (const sample of block) samples.push(sample)
  return samples
}

async function fileOf(bytes: Buffer): Promise<string> {
  const path = join(await temporaryFolder(), 'sound.wav')
  await writeFile(path, bytes)
  return path
}

test('two channels of integers are mixed down to samples from -1 to 1', async () => {
  const data = Buffer.from(Int16Array.of(32_767, 32_767, -32_768, -32_768, 16_384, -16_384).buffer)
  const path = await fileOf(wavOf(data, { channels: 2 }))
  expect(await collect(readSound(path))).toEqual([Math.fround(32_767 / 32_768), -1, 0])
})

test('floats are read as they are, and a length that is not true is the rest of the file', async () => {
  const bytes = wavOf(Buffer.from(Float32Array.of(0.5, -0.25).buffer), { format: 3, bits: 32 })
  bytes.writeUInt32LE(0xffffffff, 40)
  expect(await collect(readSound(await fileOf(bytes)))).toEqual([0.5, -0.25])
})

test.each([
  ['another rate', wavOf(Buffer.alloc(4), { rate: 44_100 })],
  ['bytes', wavOf(Buffer.alloc(4), { bits: 8 })],
  ['no format', Buffer.from('RIFF\0\0\0\0WAVEdata\0\0\0\0', 'latin1')],
  ['no WAV', Buffer.from('ID3')],
])('%s is for the converter; without one it says what is missing', async (_, bytes) => {
  const path = await fileOf(bytes)
  expect(await openWav(path)).toBe(null)
  await expect(collect(readSound(path, { converter: 'no-such-converter' }))).rejects.toMatchObject({
    code: 'TRANSCRIBE_UNAVAILABLE',
    message: expect.stringContaining('no-such-converter') as string,
  })
})

test('windows are the whole sound in order, none longer than 29 s, whatever its blocks', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 20 * sampleRate }), { maxLength: 8 }),
      async (lengths) => {
        let next = 0
        async function* blocks() {
          for (const length of lengths)
            yield await Promise.resolve(Float32Array.from({ length }, () => (next++ % 97) / 97))
        }
        let at = 0
        for await (const { startMs, samples } of cutWindows(blocks())) {
          expect(samples.length).toBeLessThanOrEqual(29 * sampleRate)
          expect(startMs).toBe(Math.round((at / sampleRate) * 1000))
          expect(samples[0]).toBe(Math.fround((at % 97) / 97))
          at += samples.length
          expect(samples.at(-1)).toBe(Math.fround(((at - 1) % 97) / 97))
        }
        expect(at).toBe(next)
      },
    ),
    { numRuns: 20 },
  )
})

test('a window ends in the pause near its end', async () => {
  const samples = Float32Array.from({ length: 40 * sampleRate }, (_, index) => (index % 2 === 0 ? 0.5 : -0.5))
  samples.fill(0, 24.5 * sampleRate, 25 * sampleRate)
  const starts: number[] = []
  for await (const { startMs } of cutWindows(one(samples))) starts.push(startMs)
  expect(starts).toHaveLength(2)
  expect(starts[1]).toBeGreaterThanOrEqual(24_500)
  expect(starts[1]).toBeLessThanOrEqual(25_000)
})

async function* one(samples: Float32Array) {
  yield await Promise.resolve(samples)
}

test('phrases heard in silence and windows that go round in circles are left out', () => {
  const samples = new Float32Array(10 * sampleRate)
  samples.fill(0.1, 0, 5 * sampleRate)
  const window: SoundWindow = { startMs: 0, samples }
  const spoken = { startMs: 0, endMs: 4_000, text: 'Bells are cast in loam.' }
  const made = { startMs: 6_000, endMs: 9_000, text: 'Thanks for watching.' }
  expect(dropUnlikely([spoken, made], window)).toEqual([spoken])
  const loop = Array.from({ length: 20 }, (_, index) => ({
    ...spoken,
    startMs: index,
    text: 'and so on and',
  }))
  expect(dropUnlikely(loop, window)).toEqual([])
})
