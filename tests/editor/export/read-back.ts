import { execFileSync } from 'node:child_process'
import { frameRateOf } from '../../../src/domain/timecode.js'
import type { ExportOptions } from '../../../src/editor/export/export-format.js'
import { hasTimelineReaders, isThere, python, testWith } from '../../builders/programs.js'

/** What readers that were not written here make of an export. */

export interface ReadItem {
  type: string
  name: string
  rate: number
  start: number
  frames: number
  at: number
  media: string | null
  markers: { name: string; start: number }[]
  metadata: Record<string, Record<string, unknown>>
}

export interface ReadTimeline {
  name: string
  metadata: Record<string, Record<string, unknown>>
  tracks: { kind: string; items: ReadItem[] }[]
}

export const testWithTimelineReaders = testWith({
  'OpenTimelineIO (scripts/install-timeline-readers.sh)': hasTimelineReaders,
})
export const testWithPython = testWith({ 'Python 3': isThere(python, '--version') })

export function readTimeline(
  kind: 'otio' | 'edl' | 'fcpxml',
  text: string,
  frameRate: ExportOptions['frameRate'],
): ReadTimeline {
  const { numerator, denominator } = frameRateOf(frameRate)
  return readBack(kind, text, `${numerator}/${denominator}`) as ReadTimeline
}

export function readBack(kind: string, text: string, ...words: readonly string[]): unknown {
  const output = execFileSync(python, ['tests/editor/export/read-back.py', kind, ...words], {
    input: text,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return JSON.parse(output)
}

/** The clips of the first track of a kind as frames: where in the recording, how many, where in the sequence. */
export const framesOf = ({ tracks }: ReadTimeline, kind: string | null): [number, number, number][] =>
  (tracks.find((track) => kind === null || track.kind === kind)?.items ?? [])
    .filter(({ type }) => type === 'Clip')
    .map(({ start, frames, at }) => [start, frames, at])
