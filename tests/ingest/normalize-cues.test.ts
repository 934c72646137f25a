import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalizeCues } from '../../ingest/normalize-cues.js'
import type { Cue } from '../../src/domain/cue.js'

const cue = (
  startMs: number | null,
  endMs: number | null,
  text: string,
  speaker: string | null = null,
): Cue => ({
  startMs,
  endMs,
  speaker,
  text,
})
const normalize = (...cues: Cue[]) => normalizeCues(cues, { durationMs: null })
const ranges = (...cues: Cue[]) =>
  normalize(...cues).cues.map(({ startMs, endMs, text }) => [startMs, endMs, text])

test('white space is collapsed, empty cues go, an empty speaker is none', () => {
  expect(
    normalize(cue(0, 10, ' a \n b ', '  Ann  Lee '), cue(10, 20, ' \u00A0'), cue(20, 30, 'c', ' ')).cues,
  ).toEqual([
    { startMs: 0, endMs: 10, speaker: 'Ann Lee', text: 'a b', interpolated: false },
    { startMs: 20, endMs: 30, speaker: null, text: 'c', interpolated: false },
  ])
})

test('voices of one range share it by the length of what they say', () => {
  expect(normalize(cue(0, 1000, 'x'.repeat(10), 'A'), cue(0, 1000, 'x'.repeat(30), 'B')).cues).toMatchObject([
    { startMs: 0, endMs: 251, speaker: 'A', interpolated: true },
    { startMs: 251, endMs: 1000, speaker: 'B', interpolated: true },
  ])
})

test('an end is clipped to the next start, and touching cues stay as they are', () => {
  expect(ranges(cue(0, 1500, 'a'), cue(1000, 2000, 'b'), cue(2000, 3000, 'c'))).toEqual([
    [0, 1000, 'a'],
    [1000, 2000, 'b'],
    [2000, 3000, 'c'],
  ])
})

test('cues out of order are sorted by start, with an issue', () => {
  const { cues, issues } = normalize(cue(5000, 6000, 'b'), cue(0, 1000, 'a'))
  expect(cues.map(({ text }) => text)).toEqual(['a', 'b'])
  expect(issues.map(({ message }) => message)).toEqual([
    '1 start before the one above them; they are sorted by start',
  ])
})

test('a cue without length gets one by its words, up to the next start', () => {
  expect(ranges(cue(0, 0, 'one two three'), cue(5000, 5000, 'one two three'), cue(5500, 6000, 'x'))).toEqual([
    [0, 1200, 'one two three'],
    [5000, 5500, 'one two three'],
    [5500, 6000, 'x'],
  ])
})

test('an end before the start is estimated, with an issue that names the cue', () => {
  const { cues, issues } = normalize(cue(9000, 8000, 'one two'))
  expect(cues).toMatchObject([{ startMs: 9000, endMs: 9800 }])
  expect(issues.map(({ code, where }) => [code, where])).toEqual([['CUE_TIMES_INVALID', 'cue 1 at 0:09']])
})

test('an estimated end stays inside the recording', () => {
  expect(normalizeCues([cue(9000, 9000, 'one two')], { durationMs: 9500 }).cues).toMatchObject([
    { endMs: 9500 },
  ])
})

test('without any times cues pass through', () => {
  expect(normalize(cue(null, null, ' a '), cue(null, null, 'b')).cues).toMatchObject([
    { startMs: null, endMs: null, text: 'a', interpolated: false },
    { startMs: null, endMs: null, text: 'b', interpolated: false },
  ])
})

test('a cue without times among timed ones shares the range of the one before', () => {
  expect(ranges(cue(0, 100, 'aa'), cue(null, null, 'bb'), cue(100, 200, 'c'))).toEqual([
    [0, 50, 'aa'],
    [50, 100, 'bb'],
    [100, 200, 'c'],
  ])
})

const anyTime = fc.oneof({ weight: 9, arbitrary: fc.nat({ max: 60 }) }, { weight: 1, arbitrary: fc.nat() })
const anyCue = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      startMs: anyTime,
      endMs: anyTime,
      speaker: fc.constantFrom('A', null),
      text: fc.string(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      startMs: fc.constant(null),
      endMs: fc.constant(null),
      speaker: fc.constant(null),
      text: fc.string(),
    }),
  },
)
const collapse = (text: string) => text.replace(/\s+/gu, ' ').trim()

test('whatever comes in, times run forward without overlap, no text is lost, and twice is once', () => {
  fc.assert(
    fc.property(fc.array(anyCue, { maxLength: 12 }), (published) => {
      const { cues } = normalizeCues(published, { durationMs: 50 })
      expect(cues.map(({ text }) => text).sort()).toEqual(
        published
          .map(({ text }) => collapse(text))
          .filter((text) => text !== '')
          .sort(),
      )
      let lastEndMs = 0
      for (const { startMs, endMs } of cues) {
        if (startMs === null || endMs === null) continue
        expect(Number.isInteger(startMs) && Number.isInteger(endMs)).toBe(true)
        expect(startMs).toBeGreaterThanOrEqual(lastEndMs)
        expect(endMs).toBeGreaterThan(startMs)
        lastEndMs = endMs
      }
      expect(new Set(cues.map(({ startMs }) => startMs === null)).size).toBeLessThan(2)
      expect(normalizeCues(cues, { durationMs: 50 }).cues).toEqual(cues)
    }),
    { seed: 11, numRuns: 1_000 },
  )
})
