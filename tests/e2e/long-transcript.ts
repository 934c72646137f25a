import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formatTimestamp } from '../../src/domain/time.js'

/** A made conversation of three hours: 30,000 words of two speakers in 3,000 captions. */

const words =
  'the a of and to in is that it for on with as this we you they can what how when because so then there about into ' +
  'wallet node block channel transaction signature miner fee mempool relay script taproot lightning network protocol ' +
  'vector passage query index search model meaning distance neighbour graph layer sample latent space encoder decoder'
const vocabulary = words.split(' ')

export const longTalk = { cues: 3000, wordsPerCue: 10, cueMs: 3600 }

/** Writes `long.vtt` and its silent `long.wav` into the folder, the same each time. */
export async function writeLongTalk(folder: string): Promise<void> {
  await writeSilence(join(folder, 'long.wav'))
  const next = createRandom(7)
  const cues = Array.from({ length: longTalk.cues }, (_, index) => {
    const said = Array.from(
      { length: longTalk.wordsPerCue },
      () => vocabulary[Math.floor(next() * vocabulary.length)] ?? '',
    ).join(' ')
    const text = index % 3 === 2 ? `${said}.` : said
    const startMs = index * longTalk.cueMs
    const speaker = Math.floor(index / 18) % 2 === 0 ? 'Ada' : 'Grace'
    return `${formatTimestamp(startMs)} --> ${formatTimestamp(startMs + longTalk.cueMs)}\n<v ${speaker}>${text}`
  })
  await writeFile(join(folder, 'long.vtt'), `WEBVTT\n\n${cues.join('\n\n')}\n`)
}

const samplesPerSecond = 8000

/** One byte a sample; the bytes that were never written take no room on the disk. */
async function writeSilence(file: string): Promise<void> {
  const dataBytes = ((longTalk.cues * longTalk.cueMs) / 1000) * samplesPerSecond
  const header = Buffer.alloc(44)
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + dataBytes, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(samplesPerSecond, 24)
  header.writeUInt32LE(samplesPerSecond, 28)
  header.writeUInt16LE(1, 32)
  header.writeUInt16LE(8, 34)
  header.write('data', 36)
  header.writeUInt32LE(dataBytes, 40)
  await writeFile(file, header)
  await truncate(file, header.length + dataBytes)
}

/** A small generator of numbers in [0, 1) that are the same each time (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
