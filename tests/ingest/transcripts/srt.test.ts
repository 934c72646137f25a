import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { srtFormat } from '../../../ingest/transcripts/srt.js'

const read = (text: string) => srtFormat.read(text).cues
const at = '00:00:01,000 --> 00:00:02,500'
const cue = (speaker: string | null, text: string, startMs = 1000, endMs = 2500) => ({
  startMs,
  endMs,
  speaker,
  text,
})
const spoken = (...texts: string[]) =>
  read(texts.map((text, index) => `${index + 1}\n${at}\n${text}`).join('\n\n')).map(({ speaker, text }) => [
    speaker,
    text,
  ])

test('a file is recognised by a time line near its beginning', () => {
  expect(srtFormat.recognizes(`1\n${at}\nHello`, 'text/plain')).toBe(true)
  expect(srtFormat.recognizes('Dear --> all', 'application/x-subrip')).toBe(false)
})

test('a messy file loses none of its cues', () => {
  const file = path.join(import.meta.dirname, '../../fixtures/transcripts/messy.srt')
  expect(read(readFileSync(file, 'utf8').replace(/^\uFEFF/u, ''))).toEqual([
    cue(null, 'dot millis & BOM'),
    cue(null, 'short fields, index skips', 3500, 4250),
    cue(null, 'no blank line or index before this cue', 5000, 6000),
    cue(null, 'end before start', 9000, 8000),
    cue(null, 'ass tag, empty cue before', 11_000, 12_000),
  ])
})

test('a number that is said is no index', () => {
  expect(read(`1\n${at}\n42\n${at}\nRight.`)).toEqual([cue(null, '42'), cue(null, 'Right.')])
})

test('an index is taken off even where the blank line before it is missing', () => {
  expect(read(`1\n${at}\nOne\n2\n${at}\nTwo`)).toEqual([cue(null, 'One'), cue(null, 'Two')])
})

test('a line that is no time line costs its cue only, and is named', () => {
  const { cues, issues } = srtFormat.read(`1\n${at}\nOne\n\n2\n0:xx --> 0:03\nLost\n\n3\n${at}\nThree`)
  expect(cues).toEqual([cue(null, 'One'), cue(null, 'Three')])
  expect(issues.map(({ code, where }) => [code, where])).toEqual([['CUE_TIMES_INVALID', 'line 6']])
})

test('a name is written where the speaker changes, and carries over', () => {
  expect(
    spoken('Sarah: In today’s', 'episode,', 'Gillian van Dam: Hi.', 'Hello.', 'SPEAKER_00: Bye.'),
  ).toEqual([
    ['Sarah', 'In today’s'],
    ['Sarah', 'episode,'],
    ['Gillian van Dam', 'Hi.'],
    ['Gillian van Dam', 'Hello.'],
    ['SPEAKER_00', 'Bye.'],
  ])
})

test('what merely stands before a colon is no speaker', () => {
  const texts = [
    'Hello there.',
    'a',
    'b',
    'c',
    'd',
    'Remember: be kind.',
    'Note: this.',
    'Python: a language.',
    'Python: again.',
  ]
  expect(spoken(...texts)).toEqual(texts.map((text) => [null, text]))
})

test('an address or a clock time is no speaker', () => {
  expect(spoken('https://example.org is it', '10:30 is when', 'Ratio 3:1')).toEqual([
    [null, 'https://example.org is it'],
    [null, '10:30 is when'],
    [null, 'Ratio 3:1'],
  ])
})
