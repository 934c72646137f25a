import { open, type FileHandle } from 'node:fs/promises'
import type { Chapter } from '../../../src/domain/document.js'
import { orderChapters } from '../../chapters.js'
import { toLine } from '../html/html-to-text.js'

/**
 * Chapters of MP4 files in both ways in use: Nero's list (`chpl`), and QuickTime's text track. Read here because
 * music-metadata gives them only when the index of the file stands before its sound, which encoders rarely do.
 */

/** The index of a video of ten hours is about 20 MB. */
const maxIndexBytes = 64 * 1024 * 1024
const maxTopBoxes = 10_000
/** Longer than any book's table of contents. */
const maxChapters = 2_000
const maxTitleBytes = 4_096
/** Nero counts in units of 100 ns. */
const neroUnitsPerMs = 10_000

interface RawChapter {
  startMs: number
  title: string
}

/** Of the two lists the longer one, since Nero's ends at 255; empty for a file that is no MP4. Reads the index only. */
export async function readMp4Chapters(path: string): Promise<Chapter[]> {
  const file = await open(path, 'r')
  try {
    const index = await readIndex(file)
    if (index === null) return []
    const nero = readNeroChapters(index)
    const track = await readTrackChapters(index, file)
    const longer = track.length > nero.length ? track : nero
    return orderChapters(
      longer
        .map(({ startMs, title }) => ({ startMs, endMs: null, title: toLine(title), url: null }))
        .filter(({ title }) => title !== ''),
    )
  } finally {
    await file.close()
  }
}

/** The content of `moov`, which stands at the beginning or at the end. */
async function readIndex(file: FileHandle): Promise<Buffer | null> {
  const { size } = await file.stat()
  let at = 0
  for (let boxes = 0; boxes < maxTopBoxes && at + 8 <= size; boxes++) {
    const header = await readAt(file, at, 16)
    if (header.length < 8) return null
    const type = header.toString('latin1', 4, 8)
    if (boxes === 0 && type !== 'ftyp') return null
    const { headerBytes, boxBytes } = sizeOf(header, size - at)
    if (boxBytes < headerBytes) return null
    if (type === 'moov') {
      const length = Math.min(boxBytes, size - at) - headerBytes
      return length > maxIndexBytes ? null : await readAt(file, at + headerBytes, length)
    }
    at += boxBytes
  }
  return null
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

/** A size of 1 stands for a 64-bit one after the type, one of 0 for "to the end". */
function sizeOf(header: Buffer, restBytes: number): { headerBytes: number; boxBytes: number } {
  const written = header.readUInt32BE(0)
  if (written === 0) return { headerBytes: 8, boxBytes: restBytes }
  if (written !== 1) return { headerBytes: 8, boxBytes: written }
  return { headerBytes: 16, boxBytes: header.length < 16 ? 0 : Number(header.readBigUInt64BE(8)) }
}

function* boxesIn(content: Buffer): Generator<{ type: string; content: Buffer }> {
  let at = 0
  while (at + 8 <= content.length) {
    const header = content.subarray(at, at + 16)
    const { headerBytes, boxBytes } = sizeOf(header, content.length - at)
    if (boxBytes < headerBytes) return
    yield {
      type: header.toString('latin1', 4, 8),
      content: content.subarray(at + headerBytes, at + boxBytes),
    }
    at += boxBytes
  }
}

function findBox(content: Buffer, ...path: string[]): Buffer | null {
  let found: Buffer | null = content
  for (const type of path) {
    if (found === null) return null
    let next: Buffer | null = null
    for (const box of boxesIn(found))
      if (box.type === type) {
        next = box.content
        break
      }
    found = next
  }
  return found
}

function readNeroChapters(index: Buffer): RawChapter[] {
  const list = findBox(index, 'udta', 'chpl')
  if (list === null || list.length < 5) return []
  // Version 1 has four more bytes before the count.
  let at = list[0] === 0 ? 5 : 9
  const chapters: RawChapter[] = []
  for (let left = list[at - 1] ?? 0; left > 0 && at + 9 <= list.length; left--) {
    const startMs = Math.round(Number(list.readBigUInt64BE(at)) / neroUnitsPerMs)
    const titleBytes = list[at + 8] ?? 0
    chapters.push({ startMs, title: list.toString('utf8', at + 9, at + 9 + titleBytes) })
    at += 9 + titleBytes
  }
  return chapters
}

/** The titles are the samples of a track that another track names as its chapters. */
async function readTrackChapters(index: Buffer, file: FileHandle): Promise<RawChapter[]> {
  const tracks = [...boxesIn(index)].filter(({ type }) => type === 'trak').map(({ content }) => content)
  const named = new Set(tracks.flatMap((track) => readNumbers(findBox(track, 'tref', 'chap'), 0)))
  // A file may name a track of pictures beside the one of titles.
  const track = tracks.find(
    (each) =>
      named.has(readTrackId(each)) &&
      /^(?:text|sbtl)$/.test(findBox(each, 'mdia', 'hdlr')?.toString('latin1', 8, 12) ?? ''),
  )
  const unitsPerSecond = track ? readTimeScale(track) : 0
  const table = track ? findBox(track, 'mdia', 'minf', 'stbl') : null
  if (table === null || unitsPerSecond === 0) return []
  const starts = readSampleStarts(table)
  const places = readSamplePlaces(table)
  const chapters: RawChapter[] = []
  for (const [sample, { position, sizeBytes }] of places.entries()) {
    const start = starts[sample]
    if (start === undefined) break
    const bytes = await readAt(file, position, Math.min(sizeBytes, maxTitleBytes))
    chapters.push({ startMs: Math.round((start / unitsPerSecond) * 1000), title: readTitle(bytes) })
  }
  return chapters
}

/** Of a full box the version decides how long the dates before the number are. */
const afterDates = (box: Buffer): number => (box[0] === 1 ? 20 : 12)

function readTrackId(track: Buffer): number {
  const header = findBox(track, 'tkhd')
  return header && header.length >= afterDates(header) + 4 ? header.readUInt32BE(afterDates(header)) : 0
}

function readTimeScale(track: Buffer): number {
  const header = findBox(track, 'mdia', 'mdhd')
  return header && header.length >= afterDates(header) + 4 ? header.readUInt32BE(afterDates(header)) : 0
}

/** 32-bit numbers to the end of a box, of its first `maxChapters` · 4 at most. */
function readNumbers(box: Buffer | null, from: number): number[] {
  const numbers: number[] = []
  for (let at = from; box !== null && at + 4 <= box.length && numbers.length < 4 * maxChapters; at += 4)
    numbers.push(box.readUInt32BE(at))
  return numbers
}

function readSampleStarts(table: Buffer): number[] {
  const starts: number[] = []
  let at = 0
  const runs = readNumbers(findBox(table, 'stts'), 8)
  for (let run = 0; run + 1 < runs.length; run += 2)
    for (let sample = 0; sample < (runs[run] ?? 0) && starts.length < maxChapters; sample++) {
      starts.push(at)
      at += runs[run + 1] ?? 0
    }
  return starts
}

/** Where the samples lie in the file: one after the other in chunks, whose sizes in samples are given as runs. */
function readSamplePlaces(table: Buffer): { position: number; sizeBytes: number }[] {
  const [commonBytes = 0, , ...sizes] = readNumbers(findBox(table, 'stsz'), 4)
  const count = Math.min(readNumbers(findBox(table, 'stsz'), 8)[0] ?? 0, maxChapters)
  const runs = readNumbers(findBox(table, 'stsc'), 8)
  const places: { position: number; sizeBytes: number }[] = []
  for (const [chunk, chunkPosition] of readChunkPositions(table).entries()) {
    let position = chunkPosition
    for (let left = samplesInChunk(runs, chunk + 1); left > 0 && places.length < count; left--) {
      const sizeBytes = commonBytes === 0 ? (sizes[places.length] ?? 0) : commonBytes
      places.push({ position, sizeBytes })
      position += sizeBytes
    }
  }
  return places
}

function readChunkPositions(table: Buffer): number[] {
  const short = findBox(table, 'stco')
  if (short !== null) return readNumbers(short, 8)
  const halves = readNumbers(findBox(table, 'co64'), 8)
  const positions: number[] = []
  for (let at = 0; at + 1 < halves.length; at += 2)
    positions.push((halves[at] ?? 0) * 2 ** 32 + (halves[at + 1] ?? 0))
  return positions
}

/** Runs are triples: first chunk (from 1), samples in each, and a description. */
function samplesInChunk(runs: readonly number[], chunk: number): number {
  let samples = 0
  for (let run = 0; run + 1 < runs.length && (runs[run] ?? 0) <= chunk; run += 3) samples = runs[run + 1] ?? 0
  return Math.min(samples, maxChapters)
}

/** A length of two bytes, then UTF-8, or UTF-16 with its mark. */
function readTitle(sample: Buffer): string {
  if (sample.length < 2) return ''
  const text = sample.subarray(2, 2 + sample.readUInt16BE(0))
  const isWide = text[0] === 0xfe && text[1] === 0xff
  return new TextDecoder(isWide ? 'utf-16be' : 'utf-8').decode(text)
}
