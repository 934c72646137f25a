import { expect, test } from 'vitest'
import { judgeTiming } from '../../ingest/timing-trust.js'
import type { NormalizedCue } from '../../src/domain/cue.js'

const cue = (
  startMs: number | null,
  endMs: number | null,
  words = 10,
  interpolated = false,
): NormalizedCue => ({
  startMs,
  endMs,
  speaker: null,
  text: 'word '.repeat(words).trim(),
  interpolated,
})
const noLength = { durationMs: null }

test('short cues with their own times are exact', () => {
  expect(judgeTiming([cue(0, 3000), cue(3000, 33_000)], noLength)).toEqual({ timing: 'exact', reason: '' })
})

test.each([[[]], [[cue(null, null)]]])('without times nothing is known: %j', (cues) => {
  expect(judgeTiming(cues, noLength)).toEqual({
    timing: 'unknown',
    reason: 'There is no transcript with times.',
  })
})

test('a third of the words in long cues is bearable, more is not', () => {
  const cues = (words: number) => [cue(0, 30_001, words), cue(40_000, 50_000, 20)]
  expect(judgeTiming(cues(10), noLength).timing).toBe('exact')
  expect(judgeTiming(cues(11), noLength)).toEqual({
    timing: 'approximate',
    reason:
      'The transcript has few times, some more than half a minute apart; positions between are estimated.',
  })
})

test('voices that share long sections are estimated', () => {
  expect(
    judgeTiming([cue(0, 20_000, 10, true), cue(20_000, 40_000, 10, true), cue(50_000, 51_000)], noLength),
  ).toEqual({
    timing: 'approximate',
    reason: 'The transcript has one time per section; positions inside are estimated.',
  })
})

test('voices that share a short caption are exact enough', () => {
  expect(judgeTiming([cue(0, 2000, 5, true), cue(2000, 4000, 5, true)], noLength).timing).toBe('exact')
})

test('a transcript longer than its recording may be shifted, a rounded length says nothing', () => {
  const cues = [cue(0, 3000), cue(110_000, 110_001)]
  expect(judgeTiming(cues, { durationMs: 100_001 }).timing).toBe('exact')
  expect(judgeTiming(cues, { durationMs: 100_000 })).toEqual({
    timing: 'approximate',
    reason: 'The transcript is longer than the recording, so its times may be shifted.',
  })
})

test('a host that inserts advertisements shifts times, also behind a tracking address', () => {
  const at = (enclosureUrl: string) => judgeTiming([cue(0, 3000)], { ...noLength, enclosureUrl }).timing
  expect(at('https://dts.podtrac.com/redirect.mp3/traffic.megaphone.fm/A.mp3')).toBe('approximate')
  expect(at('https://example.org/nottraffic.megaphone.fm.mp3')).toBe('exact')
})
