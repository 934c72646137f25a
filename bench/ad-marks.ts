import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { normalizeCues } from '../ingest/normalize-cues.js'
import { tagAds } from '../ingest/tag-ads.js'
import { readTranscript } from '../ingest/transcripts/read-transcript.js'
import type { TaggedCue } from '../src/domain/cue.js'

/**
 * How well advertisements are tagged, against marks made by reading: tests/fixtures/ads/talk-python.json, whose rules
 * stand in list.json beside it. The transcripts themselves may not be part of the project.
 */

export interface AdMark {
  file: string
  startMs: number
  endMs: number
  /** False: a look-alike, speech that shares the words of advertisements. */
  ad: boolean
  /** Phrases are found on `tune`; `test` only judges them. A hash of the file's name decides. */
  split: 'tune' | 'test'
  why: string
}

export interface AdFigures {
  reads: number
  found: number
  lookAlikes: number
  /** Look-alikes of which a cue is tagged, and tagged stretches of fully marked files that touch no reading. */
  falseAlarms: number
  precision: number
  recall: number
  /** Over fully marked files. */
  precisionBySeconds: number
  recallBySeconds: number
}

export interface AdMiss {
  kind: 'missed' | 'false alarm'
  file: string
  startMs: number
  endMs: number
  /** Why it was tagged, or what was missed. */
  why: string
}

/** Where the shared data is, for those who have it. */
export const transcriptFolder = join(
  process.env.CUEPOINT_SHARED ?? '../shared',
  'data/talk-python/transcripts',
)
export const hasTranscripts = existsSync(transcriptFolder)

/** A reading is found when this share of its time is tagged. */
const minFoundShare = 0.5

export function readMarks(): AdMark[] {
  return JSON.parse(readFileSync('tests/fixtures/ads/talk-python.json', 'utf8')) as AdMark[]
}

/** Reads each transcript that has a mark once. In a file with any reading marked, all are: the rest of it is not advertisement. */
export function measureAds(
  marks: readonly AdMark[],
  folder = transcriptFolder,
): { figures: AdFigures; misses: AdMiss[] } {
  const misses: AdMiss[] = []
  const count = { reads: 0, found: 0, lookAlikes: 0, falseAlarms: 0 }
  const timeMs = { tagged: 0, marked: 0, both: 0 }
  for (const file of new Set(marks.map((mark) => mark.file))) {
    const ofFile = marks.filter((mark) => mark.file === file)
    const reads = ofFile.filter((mark) => mark.ad)
    const stretches = listStretches(tagFile(join(folder, file)))
    for (const mark of ofFile) {
      const coveredMs = sum(stretches.map((stretch) => overlapMs(stretch, mark)))
      if (mark.ad) {
        count.reads += 1
        if (coveredMs >= minFoundShare * (mark.endMs - mark.startMs)) count.found += 1
        else misses.push({ ...mark, kind: 'missed' })
      } else {
        count.lookAlikes += 1
        const tagged = stretches.find((stretch) => overlapMs(stretch, mark) > 0)
        if (tagged === undefined) continue
        count.falseAlarms += 1
        misses.push({ ...tagged, kind: 'false alarm', file })
      }
    }
    if (reads.length === 0) continue
    for (const stretch of stretches) {
      const inReadsMs = sum(reads.map((mark) => overlapMs(stretch, mark)))
      timeMs.tagged += stretch.endMs - stretch.startMs
      timeMs.both += inReadsMs
      const isCounted = ofFile.some((mark) => !mark.ad && overlapMs(stretch, mark) > 0)
      if (inReadsMs > 0 || isCounted) continue
      count.falseAlarms += 1
      misses.push({ ...stretch, kind: 'false alarm', file })
    }
    timeMs.marked += sum(reads.map(({ startMs, endMs }) => endMs - startMs))
  }
  const figures = {
    ...count,
    precision: count.found / (count.found + count.falseAlarms),
    recall: count.found / count.reads,
    precisionBySeconds: timeMs.both / timeMs.tagged,
    recallBySeconds: timeMs.both / timeMs.marked,
  }
  return { figures, misses }
}

interface Stretch {
  startMs: number
  endMs: number
  why: string
}

function tagFile(path: string): TaggedCue[] {
  const { cues } = readTranscript(readFileSync(path, 'utf8'), 'text/vtt', path)
  return tagAds(normalizeCues(cues, { durationMs: null }).cues, { chapters: [], overrides: [] })
}

/** Tagged cues that follow one another, as one. */
function listStretches(cues: readonly TaggedCue[]): Stretch[] {
  const stretches: Stretch[] = []
  let isOpen = false
  for (const { startMs, endMs, ad, adReason } of cues) {
    const last = stretches.at(-1)
    if (ad && startMs !== null && endMs !== null) {
      if (isOpen && last !== undefined) last.endMs = endMs
      else stretches.push({ startMs, endMs, why: adReason ?? '' })
    }
    isOpen = ad
  }
  return stretches
}

const overlapMs = (a: Pick<AdMark, 'startMs' | 'endMs'>, b: Pick<AdMark, 'startMs' | 'endMs'>): number =>
  Math.max(0, Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs))

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
