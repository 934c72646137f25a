import { expect, test } from 'vitest'
import { frameRateNames, frameRateOf, framesToTimecode } from '../../../src/domain/timecode.js'
import type { ExportCollection } from '../../../src/editor/export/export-format.js'
import { edlFormat } from '../../../src/editor/export/edl.js'
import { fcpxmlFormat } from '../../../src/editor/export/fcpxml.js'
import { otioFormat } from '../../../src/editor/export/otio.js'
import { removeControls } from '../../../src/editor/export/plain-line.js'
import {
  aHostileCollection,
  anExportClip,
  anExportCollection,
  anExportDocument,
  aWrittenClip,
  hostileTexts,
} from '../../builders/exports.js'
import { framesOf, readTimeline, testWithTimelineReaders } from './read-back.js'

/** The formats of editing programs, read back by OpenTimelineIO, which was not written here. */

const video = anExportDocument({
  id: 'short',
  kind: 'short',
  mediaType: 'video/mp4',
  mediaUrl: 'file:///v/a%20b.mp4',
})
const collection = anExportCollection([
  anExportClip({
    startMs: 12_345,
    endMs: 31_234,
    title: 'First',
    note: 'Keep the pause',
    tags: ['a, b', 'c'],
  }),
  anExportClip({ id: 'clip-2', startMs: 5000, endMs: 15_010, document: video, speaker: 'Bob' }),
  aWrittenClip({ text: 'Words as written.' }),
  // Ten hours in.
  anExportClip({
    id: 'clip-3',
    startMs: 36_000_500,
    endMs: 36_021_777,
    document: anExportDocument({ durationMs: null }),
  }),
])

/** By another way of computing than the one under test: exact fractions as big integers. */
function expectedFrames({ clips }: ExportCollection, frameRate: string): [number, number, number][] {
  const { numerator, denominator } = frameRateOf(frameRate)
  const nearest = (ms: number) =>
    Number(
      (2n * BigInt(ms) * BigInt(numerator) + 1000n * BigInt(denominator)) / (2000n * BigInt(denominator)),
    )
  let at = 0
  return clips.flatMap(({ startMs, endMs }) => {
    if (startMs === null || endMs === null) return []
    const frames = nearest(endMs) - nearest(startMs)
    at += frames
    return [[nearest(startMs), frames, at - frames] satisfies [number, number, number]]
  })
}

testWithTimelineReaders('OTIO and EDL give the same frames at every rate, ten hours in too', () => {
  for (const frameRate of frameRateNames) {
    const options = { frameRate, times: 'sequence' } as const
    const otio = readTimeline('otio', otioFormat.write(collection, options), frameRate)
    const edl = readTimeline('edl', edlFormat.write(collection, options), frameRate)
    const expected = expectedFrames(collection, frameRate)
    expect(framesOf(otio, 'Audio'), frameRate).toEqual(expected)
    expect(framesOf(edl, 'Audio'), frameRate).toEqual(expected)
    // The picture of the one clip that has one; an EDL's track begins with it.
    expect(framesOf(otio, 'Video'), frameRate).toEqual([expected[1]])
    expect(framesOf(edl, 'Video').map(([start, frames]) => [start, frames])).toEqual([
      expected[1]?.slice(0, 2),
    ])
  }
})

testWithTimelineReaders('OTIO keeps media, markers, notes and speakers, and says what it leaves out', () => {
  const { name, metadata, tracks } = readTimeline(
    'otio',
    otioFormat.write(collection, { frameRate: '25', times: 'sequence' }),
    '25',
  )
  expect(name).toBe('Best of')
  expect(metadata['cuepoint']?.['leftOut']).toBe('Left out, having no times: “Words as written.”')
  const [first, second] = tracks.find(({ kind }) => kind === 'Audio')?.items ?? []
  expect(first).toMatchObject({
    name: 'First',
    media: 'https://example.org/document-1.mp3',
    markers: [{ name: 'Ann: First', start: 309 }],
    metadata: { cuepoint: { note: 'Keep the pause', speaker: 'Ann', tags: ['a, b', 'c'] } },
  })
  expect(second).toMatchObject({
    media: 'file:///v/a%20b.mp4',
    markers: [{ name: 'Bob: Words as spoken.', start: 125 }],
  })
})

testWithTimelineReaders(
  'an EDL names each recording by a reel of its own, with its file and what was noted',
  () => {
    const { tracks } = readTimeline(
      'edl',
      edlFormat.write(collection, { frameRate: '25', times: 'sequence' }),
      '25',
    )
    const [first, second, third] = tracks.find(({ kind }) => kind === 'Audio')?.items ?? []
    expect(first).toMatchObject({ name: 'document-1.mp3', media: 'https://example.org/document-1.mp3' })
    expect(first?.metadata['cmx_3600']).toEqual({
      reel: 'DOCUMENT',
      comments: [
        'RECORDING: Title of document-1 / A show',
        'TITLE: First',
        'SPEAKER: Ann',
        'NOTE: Keep the pause',
        'TAGS: a, b, c',
      ],
    })
    expect(first?.markers).toEqual([{ name: 'First / Ann', start: 25 * 3600 }])
    expect(second).toMatchObject({
      name: 'a b.mp4',
      media: '/v/a b.mp4',
      metadata: { cmx_3600: { reel: 'A_B' } },
    })
    expect(third?.metadata['cmx_3600']).toMatchObject({ reel: 'DOCUMENT' })
  },
)

/** The reader of FCPXML cuts off what its floating point leaves below a frame: fcpxml-rules.test.ts is the exact one. */
function expectFrames(actual: readonly number[][], expected: readonly number[][]): void {
  expect(actual).toHaveLength(expected.length)
  for (const [index, frames] of expected.entries())
    for (const [place, frame] of frames.entries())
      expect(Math.abs((actual[index]?.[place] ?? NaN) - frame)).toBeLessThanOrEqual(1)
}

testWithTimelineReaders('FCPXML gives the same frames and markers', () => {
  // Its reader takes the rates for whole numbers.
  for (const frameRate of ['24', '25', '30'] as const) {
    const xml = fcpxmlFormat.write(collection, { frameRate, times: 'sequence' })
    const timeline = readTimeline('fcpxml', xml, frameRate)
    expectFrames(framesOf(timeline, null), expectedFrames(collection, frameRate))
    const names = timeline.tracks[0]?.items.flatMap(({ markers }) => markers.map(({ name }) => name))
    expect(names).toEqual(['Ann: First', 'Bob: Words as spoken.', 'Ann: Words as spoken.'])
  }
})

testWithTimelineReaders('hostile text breaks none of them', () => {
  const hostile = aHostileCollection()
  const options = { frameRate: '29.97', times: 'sequence' } as const
  const expected = expectedFrames(hostile, '29.97')
  const otio = readTimeline('otio', otioFormat.write(hostile, options), '29.97')
  expect(framesOf(otio, 'Audio')).toEqual(expected)
  expect(framesOf(readTimeline('edl', edlFormat.write(hostile, options), '29.97'), 'Audio')).toEqual(expected)
  const xml = fcpxmlFormat.write(hostile, { frameRate: '25', times: 'sequence' })
  expectFrames(framesOf(readTimeline('fcpxml', xml, '25'), null), expectedFrames(hostile, '25'))
  // As they are, but for what UTF-8 or a reader in C cannot hold.
  const notes = otio.tracks[0]?.items.map(({ metadata }) => metadata['cuepoint']?.['note'])
  expect(notes).toEqual(hostileTexts.map(removeControls))
})

test('an EDL has the columns of CMX 3600, drop-frame where the rate has it', () => {
  const text = edlFormat.write(collection, { frameRate: '29.97', times: 'sequence' })
  const lines = text.split('\r\n')
  expect(lines.slice(0, 4)).toEqual([
    'TITLE: Best of',
    'FCM: DROP FRAME',
    '',
    '001 DOCUMENT A     C        00:00:12;10 00:00:31;06 01:00:00;00 01:00:18;26',
  ])
  expect(lines).toContain('002 A_B      B     C        00:00:05;00 00:00:15;00 01:00:18;26 01:00:28;26')
  expect(lines.at(-2)).toBe('* Left out, having no times: “Words as written.”')
  expect(text).not.toMatch(/[^\r]\n/)
})

test('the record times of an EDL have no gap, and every clip is as long there as in its recording', () => {
  for (const frameRate of frameRateNames) {
    const rate = frameRateOf(frameRate)
    const events = edlFormat
      .write(collection, { frameRate, times: 'sequence' })
      .split('\r\n')
      .filter((line) => /^\d{3} /.test(line))
      .map((line) => line.split(' ').slice(-4))
    const hour =
      rate.droppedPerMinute === 0 ? 3600 * rate.timebase : 3600 * rate.timebase - 54 * rate.droppedPerMinute
    expect(framesToTimecode(hour, rate)).toMatch(/^01:00:00[:;]00$/)
    for (const [start, frames, at] of expectedFrames(collection, frameRate))
      expect(events.shift()).toEqual(
        [start, start + frames, hour + at, hour + at + frames].map((each) => framesToTimecode(each, rate)),
      )
  }
})

test('a collection without times is an empty timeline, not an error', () => {
  const empty = anExportCollection([aWrittenClip()])
  const options = { frameRate: '25', times: 'sequence' } as const
  expect(edlFormat.write(empty, options)).toBe(
    'TITLE: Best of\r\nFCM: NON-DROP FRAME\r\n\r\n* Left out, having no times: “Words as written.”\r\n',
  )
  expect(JSON.parse(otioFormat.write(empty, options))).toMatchObject({
    tracks: { children: [{ children: [] }] },
  })
  expect(fcpxmlFormat.write(empty, options)).toContain('<spine/>')
})
