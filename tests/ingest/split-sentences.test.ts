import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countWords } from '../../ingest/count-words.js'
import { splitSentences } from '../../ingest/split-sentences.js'
import type { TaggedCue } from '../../src/domain/cue.js'

const cue = (
  startMs: number | null,
  endMs: number | null,
  text: string,
  rest: Partial<TaggedCue> = {},
): TaggedCue => ({
  startMs,
  endMs,
  speaker: null,
  text,
  interpolated: false,
  ad: false,
  adReason: null,
  ...rest,
})
const brief = (cues: TaggedCue[], language = 'en') =>
  splitSentences(cues, { language }).map(({ startMs, endMs, text }) => [startMs, endMs, text])

test('a sentence goes over cues, and begins and ends exactly at the edges of cues', () => {
  expect(brief([cue(0, 1000, 'We met'), cue(1000, 2000, 'in Rome.'), cue(2500, 3000, 'Yes.')])).toEqual([
    [0, 2000, 'We met in Rome.'],
    [2500, 3000, 'Yes.'],
  ])
})

test('inside a cue times are interpolated by characters', () => {
  expect(brief([cue(1000, 2000, 'Yes. No.')])).toEqual([
    [1000, 1500, 'Yes.'],
    [1625, 2000, 'No.'],
  ])
})

test('a sentence ends where another speaks, and keeps its speaker', () => {
  const cues = [cue(0, 1000, 'We met', { speaker: 'A' }), cue(1000, 2000, 'in Rome.', { speaker: 'B' })]
  expect(splitSentences(cues)).toEqual([
    { text: 'We met', startMs: 0, endMs: 1000, speaker: 'A', ad: false, adReason: null },
    { text: 'in Rome.', startMs: 1000, endMs: 2000, speaker: 'B', ad: false, adReason: null },
  ])
})

test('a silence of four seconds ends a sentence, a shorter one does not', () => {
  expect(brief([cue(0, 1000, 'We met'), cue(4999, 6000, 'in Rome.')])).toHaveLength(1)
  expect(brief([cue(0, 1000, 'We met'), cue(5000, 6000, 'in Rome.')])).toHaveLength(2)
})

test('a sentence is advertisement when most of it is', () => {
  const cues = [
    cue(0, 1000, 'Here. Buy this'),
    cue(1000, 2000, 'very fine lamp today.', { ad: true, adReason: null }),
  ]
  expect(splitSentences(cues).map(({ text, ad }) => [text, ad])).toEqual([
    ['Here.', false],
    ['Buy this very fine lamp today.', true],
  ])
})

test('without punctuation speech is cut at breaths', () => {
  const cues = [
    cue(0, 1000, 'so this is what we do'),
    cue(1700, 3000, 'and then we go on'),
    cue(3699, 4000, 'with it'),
  ]
  expect(brief(cues)).toEqual([
    [0, 1000, 'so this is what we do'],
    [1700, 4000, 'and then we go on with it'],
  ])
})

test('without punctuation or breaths speech is cut at the ends of cues, at most thirty words', () => {
  const cues = Array.from({ length: 10 }, (_, index) =>
    cue(index * 1000, (index + 1) * 1000, 'one two three four five six seven'),
  )
  expect(splitSentences(cues).map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
    [0, 4000],
    [4000, 8000],
    [8000, 10_000],
  ])
})

test('among punctuated sentences one of eighty words stays whole, a longer one is cut at its clauses', () => {
  const others = 'This is fine. '.repeat(10)
  const sentence = (words: number) => `Word ${'word '.repeat(39)}word, ${'word '.repeat(words - 42)}end.`
  const lengths = (words: number) =>
    splitSentences([cue(0, 60_000, others + sentence(words))])
      .slice(10)
      .map(({ text }) => countWords(text))
  expect(lengths(80)).toEqual([80])
  expect(lengths(81)).toEqual([41, 40])
})

test('Japanese cues are joined without a space', () => {
  expect(brief([cue(0, 1000, '今日は'), cue(1000, 2000, 'いい天気です。はい。')], 'ja')).toEqual([
    [0, 1700, '今日はいい天気です。'],
    [1700, 2000, 'はい。'],
  ])
})

test('without times sentences have none', () => {
  expect(brief([cue(null, null, 'Yes. No.')])).toEqual([
    [null, null, 'Yes.'],
    [null, null, 'No.'],
  ])
})

const anyCues = fc
  .array(
    fc.record({
      gapMs: fc.constantFrom(0, 0, 700, 5000),
      lengthMs: fc.integer({ min: 1, max: 40_000 }),
      text: fc
        .array(fc.constantFrom('We', 'met', 'Mr.', 'Rome.', 'Oh?', '...', 'and', 'so,', '漢字。', '3.5'), {
          minLength: 1,
          maxLength: 40,
        })
        .map((words) => words.join(' ')),
      speaker: fc.constantFrom('A', 'B', null),
      ad: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((entries) => {
    let clockMs = 0
    return entries.map(({ gapMs, lengthMs, text, speaker, ad }) => {
      const startMs = clockMs + gapMs
      clockMs = startMs + lengthMs
      return cue(startMs, clockMs, text, { speaker, ad })
    })
  })

test('nothing said is lost, times run forward inside the cues, and no speaker gets another’s words', () => {
  fc.assert(
    fc.property(anyCues, (cues) => {
      const sentences = splitSentences(cues)
      const letters = (texts: { text: string; speaker: string | null }[], speaker: string | null) =>
        texts
          .filter((text) => text.speaker === speaker)
          .map(({ text }) => text.replace(/\s/gu, ''))
          .join('')
      for (const speaker of ['A', 'B', null]) expect(letters(sentences, speaker)).toBe(letters(cues, speaker))
      let lastMs = cues[0]?.startMs ?? 0
      for (const { startMs, endMs } of sentences) {
        expect(startMs).toBeGreaterThanOrEqual(lastMs)
        expect(endMs).toBeGreaterThanOrEqual(startMs ?? 0)
        lastMs = endMs ?? lastMs
      }
      expect(lastMs).toBe(cues.at(-1)?.endMs ?? 0)
    }),
    { seed: 13, numRuns: 500 },
  )
})
