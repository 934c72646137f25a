import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { WebVTTParser } from 'webvtt-parser'
import { srtFormat, vttFormat } from '../../../src/editor/export/captions.js'
import type { ExportCollection, ExportOptions } from '../../../src/editor/export/export-format.js'
import {
  aHostileCollection,
  anExportClip,
  anExportCollection,
  anExportDocument,
  aWrittenClip,
  sequence,
} from '../../builders/exports.js'

// Its types are those of a module that it is not.
const { default: validateSrt } = createRequire(import.meta.url)('srt-validator') as {
  default: (text: string) => unknown[]
}

/** Captions, read by the strict parser of the W3C's authors and by a validator of SubRip. */

const source: ExportOptions = { ...sequence, times: 'source' }

function readVtt(collection: ExportCollection, options: ExportOptions) {
  const { cues, errors } = new WebVTTParser().parse(vttFormat.write(collection, options), 'metadata')
  expect(errors).toEqual([])
  return cues.map(({ startTime, endTime, text }) => [startTime, endTime, text])
}

function writeSrt(collection: ExportCollection, options: ExportOptions): string {
  const text = srtFormat.write(collection, options)
  expect(validateSrt(text)).toEqual([])
  return text
}

const two = anExportCollection([
  anExportClip({
    startMs: 10_000,
    endMs: 20_000,
    cues: [
      { startMs: 10_000, endMs: 14_000, speaker: 'Ann', text: 'One & only.' },
      { startMs: 14_500, endMs: 20_000, speaker: 'Ann', text: 'Two.' },
    ],
  }),
  aWrittenClip(),
  anExportClip({
    id: 'clip-2',
    startMs: 5_000,
    endMs: 6_001,
    cues: [{ startMs: 5_001, endMs: 6_001, speaker: 'Bob', text: 'Three.' }],
  }),
])

test('the captions run by the clips one after the other', () => {
  expect(readVtt(two, sequence)).toEqual([
    [0, 4, '<v Ann>One &amp; only.'],
    [4.5, 10, '<v Ann>Two.'],
    [10.001, 11.001, '<v Bob>Three.'],
  ])
  expect(writeSrt(two, sequence)).toBe(
    [
      '1\n00:00:00,000 --> 00:00:04,000\nAnn: One & only.\n',
      '2\n00:00:04,500 --> 00:00:10,000\nTwo.\n',
      '3\n00:00:10,001 --> 00:00:11,001\nBob: Three.\n',
    ].join('\n'),
  )
})

test('VTT says which clips it leaves out', () => {
  expect(vttFormat.write(two, sequence).split('\n\n')[1]).toBe(
    'NOTE\nBest of\nLeft out, having no times: “Words as written.”',
  )
})

test('a single clip begins at 0, or where it is in its recording', () => {
  const one = anExportCollection([anExportClip({ startMs: 3_600_000, endMs: 3_601_500 })])
  expect(readVtt(one, sequence)).toEqual([[0, 1.5, '<v Ann>Words as spoken.']])
  expect(readVtt(one, source)).toEqual([[3600, 3601.5, '<v Ann>Words as spoken.']])
})

test('by the recording they are in its order, and what two clips share is shown once', () => {
  const cue = (startMs: number, text: string) => ({ startMs, endMs: startMs + 1000, speaker: null, text })
  const clips = [
    anExportClip({ startMs: 2000, endMs: 4000, cues: [cue(2000, 'c'), cue(3000, 'd')] }),
    anExportClip({
      id: 'clip-2',
      startMs: 0,
      endMs: 3000,
      cues: [cue(0, 'a'), cue(1000, 'b'), cue(2000, 'c')],
    }),
  ]
  expect(readVtt(anExportCollection(clips), source).map(([start, , text]) => [start, text])).toEqual([
    [0, 'a'],
    [1, 'b'],
    [2, 'c'],
    [3, 'd'],
  ])
})

test('the clock of one recording is not that of another', () => {
  const clips = [anExportClip(), anExportClip({ id: 'clip-2', document: anExportDocument({ id: 'other' }) })]
  for (const { write } of [vttFormat, srtFormat])
    expect(() => write(anExportCollection(clips), source)).toThrow(
      expect.objectContaining({ code: 'EXPORT_TIMES_MIXED' }) as Error,
    )
})

test('hostile text stays text', () => {
  const hostile = aHostileCollection()
  const cues = readVtt(hostile, sequence)
  expect(cues).toHaveLength(hostile.clips.length)
  // Nothing but the voice is a tag.
  for (const [, , text] of cues) expect(String(text).replace(/^<v [^>]*>/, '')).not.toMatch(/[<>]/)
  const srt = writeSrt(hostile, sequence)
  expect(srt.split('\n\n')).toHaveLength(hostile.clips.length)
  expect(srt).not.toMatch(/<script|<v /)
})

test('cues that reach beyond their clip are cut to it', () => {
  const clip = anExportClip({
    startMs: 10_000,
    endMs: 12_000,
    cues: [
      { startMs: 9000, endMs: 11_000, speaker: null, text: 'In.' },
      { startMs: 11_000, endMs: 13_000, speaker: null, text: 'Out.' },
      { startMs: 12_000, endMs: 13_000, speaker: null, text: 'Beyond.' },
    ],
  })
  expect(readVtt(anExportCollection([clip]), sequence)).toEqual([
    [0, 1, 'In.'],
    [1, 2, 'Out.'],
  ])
})
