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

test('a recogniser has to give its times more closely', () => {
  const cues = [cue(0, 15_001, 11), cue(20_000, 30_000, 20)]
  expect(judgeTiming(cues, noLength).timing).toBe('exact')
  expect(judgeTiming(cues, { ...noLength, machine: true })).toEqual({
    timing: 'approximate',
    reason: 'A speech recogniser wrote the transcript and gives few times; positions between are estimated.',
  })
})

test('that a recogniser wrote it is no reason by itself', () => {
  expect(judgeTiming([cue(0, 15_000), cue(15_000, 17_000)], { ...noLength, machine: true })).toEqual({
    timing: 'exact',
    reason: '',
  })
})

test('a transcript longer than its recording may be shifted, a rounded length says nothing', () => {
  const cues = [cue(0, 3000), cue(110_000, 110_001)]
  expect(judgeTiming(cues, { durationMs: 100_001 }).timing).toBe('exact')
  expect(judgeTiming(cues, { durationMs: 100_000 })).toEqual({
    timing: 'approximate',
    reason: 'The transcript is longer than the recording, so its times may be shifted.',
  })
})

test('a recording that goes on for minutes after the transcript holds something else', () => {
  const cues = [cue(0, 3000), cue(3_599_000, 3_600_000)]
  expect(judgeTiming(cues, { durationMs: 3_780_000 })).toEqual({ timing: 'exact', reason: '' })
  expect(judgeTiming(cues, { durationMs: 3_780_000 + 60_000 })).toEqual({
    timing: 'approximate',
    reason:
      'The recording is 4 minutes longer than the transcript; what was put in shifts the times after it.',
  })
})

test('a transcript that stops long before the recording was cut short, and is where it says', () => {
  const cues = [cue(0, 3000), cue(119_000, 120_000)]
  expect(judgeTiming(cues, { durationMs: 3_960_000 })).toEqual({ timing: 'exact', reason: '' })
  expect(judgeTiming(cues, { durationMs: 171_000 + 3_600_000, enclosureUrl: null }).timing).toBe('exact')
})

test('of a long recording a twentieth is closing music', () => {
  const cues = [cue(0, 3000), cue(9_499_999, 9_500_000)]
  expect(judgeTiming(cues, { durationMs: 10_000_000 }).timing).toBe('exact')
  expect(judgeTiming(cues, { durationMs: 10_000_021 }).timing).toBe('approximate')
})

test('a minute is enough where the host can insert advertisements', () => {
  const cues = [cue(0, 3000), cue(3_599_000, 3_600_000)]
  const at = (enclosureUrl: string, durationMs: number) => judgeTiming(cues, { enclosureUrl, durationMs })
  expect(at('https://traffic.libsyn.com/x.mp3', 3_660_000).timing).toBe('exact')
  expect(at('https://traffic.libsyn.com/x.mp3', 3_660_001)).toEqual({
    timing: 'approximate',
    reason:
      'The recording is longer than the transcript, and its host can put advertisements in, which shifts the times.',
  })
  expect(at('https://example.org/x.mp3', 3_660_001).timing).toBe('exact')
})

test.each([
  'https://traffic.megaphone.fm/A.mp3',
  'https://dts.podtrac.com/redirect.mp3/traffic.megaphone.fm/A.mp3',
  'https://chrt.fm/track/1/pdst.fm/e/sphinx.acast.com/p/acast/s/x.mp3',
  'https://rss.art19.com/episodes/1.mp3',
  'https://injector.simplecastaudio.com/1/2.mp3?awCollectionId=3',
  'https://op3.dev/e/https%3A%2F%2Fapi.spreaker.com%2Fdownload%2F1.mp3',
  'https://stream.redcircle.com:443/1.mp3',
])('a host that inserts advertisements shifts times, also behind a tracking address: %s', (enclosureUrl) => {
  expect(judgeTiming([cue(0, 3000)], { ...noLength, enclosureUrl })).toEqual({
    timing: 'approximate',
    reason: 'Advertisements may be put into this recording as it is downloaded, which shifts the times.',
  })
})

test.each([
  'https://example.org/nottraffic.megaphone.fm.mp3',
  'https://notmegaphone.fm/A.mp3',
  'https://dts.podtrac.com/redirect.mp3/chrt.fm/track/1/op3.dev/e/pdst.fm/e/example.org/A.mp3',
  'https://cdn.simplecast.com/audio/1.mp3',
])('other addresses say nothing: %s', (enclosureUrl) => {
  expect(judgeTiming([cue(0, 3000)], { ...noLength, enclosureUrl }).timing).toBe('exact')
})
