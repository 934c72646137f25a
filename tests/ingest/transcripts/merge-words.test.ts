import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeWords, placeWords, type Word } from '../../../ingest/transcripts/merge-words.js'

/** A word of 300 ms every `stepMs`, begun at `fromMs`. */
const say = (text: string, { fromMs = 0, stepMs = 400, speaker = null as string | null } = {}): Word[] =>
  text.split(' ').map((word, index) => ({
    text: word,
    startMs: fromMs + index * stepMs,
    endMs: fromMs + index * stepMs + 300,
    speaker,
  }))
const rows = (words: readonly Word[]) =>
  mergeWords(words).map(({ startMs, endMs, speaker, text }) => [startMs, endMs, speaker, text])
const untimed = (text: string): Word => ({ text, startMs: null, endMs: null, speaker: null })

test('a sentence is a cue; one that is over at once shares its cue with the next', () => {
  expect(rows(say('This is one sentence. No. This is another.'))).toEqual([
    [0, 1500, null, 'This is one sentence.'],
    [1600, 3100, null, 'No. This is another.'],
  ])
})

test('another speaker begins another cue', () => {
  expect(
    rows([...say('well I', { speaker: 'A' }), ...say('no wait', { fromMs: 800, speaker: 'B' })]),
  ).toEqual([
    [0, 700, 'A', 'well I'],
    [800, 1500, 'B', 'no wait'],
  ])
})

test('a breath ends a cue of a few words, a silence any', () => {
  expect(
    rows([...say('so'), ...say('and then we', { fromMs: 1_200 }), ...say('went home', { fromMs: 3_000 })]),
  ).toEqual([
    [0, 2300, null, 'so and then we'],
    [3000, 3700, null, 'went home'],
  ])
  expect(rows([...say('so'), ...say('home', { fromMs: 2_400 })])).toEqual([
    [0, 300, null, 'so'],
    [2400, 2700, null, 'home'],
  ])
})

test('a long sentence is cut at its last clause before six seconds', () => {
  const words = say(
    'one two three four five six seven eight nine ten, eleven twelve thirteen fourteen fifteen sixteen',
  )
  expect(rows(words)).toEqual([
    [0, 3900, null, 'one two three four five six seven eight nine ten,'],
    [4000, 6300, null, 'eleven twelve thirteen fourteen fifteen sixteen'],
  ])
})

test('tokens that bring their spaces along are joined as they stand, and never torn apart', () => {
  const words = [' in', 'dex', 'es', ' are', ' fast', '.'].map((text, index) => ({
    ...untimed(text),
    startMs: index * 100,
    endMs: index * 100 + 100,
  }))
  expect(rows(words)).toEqual([[0, 600, null, 'indexes are fast.']])
})

test('marks lean on the word before them, and what English cuts off does', () => {
  expect(rows(['It', "'s", 'here', ',', '(', 'almost', ')', '.'].map(untimed))).toEqual([
    [null, null, null, "It's here, (almost)."],
  ])
})

test('words without times share the room between their neighbours by length', () => {
  const words = [...say('In'), untimed('20'), untimed('30'), ...say('more', { fromMs: 700 })]
  expect(
    placeWords(words, { startMs: null, endMs: null })?.map(({ startMs, endMs }) => [startMs, endMs]),
  ).toEqual([
    [0, 300],
    [300, 500],
    [500, 700],
    [700, 1000],
  ])
})

test('at the edges, the bounds are the neighbours', () => {
  const placed = placeWords([untimed('a'), ...say('b', { fromMs: 500 }), untimed('c')], {
    startMs: 100,
    endMs: 1_000,
  })
  expect(placed?.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
    [100, 500],
    [500, 800],
    [800, 1000],
  ])
})

test('no time at all is none', () => {
  expect(placeWords([untimed('a')], { startMs: null, endMs: null })).toBeNull()
})

test('whatever the times, no word is lost, added or moved, and ends do not lie before starts', () => {
  const time = fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: null })
  const word = fc.record({
    text: fc.constantFrom('a', 'word', 'end.', 'clause,', '今日', ' spaced', 'tail ', 'é', '—'),
    startMs: time,
    endMs: time,
    speaker: fc.constantFrom(null, 'A', 'B'),
  })
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (words) => {
      const cues = mergeWords(words)
      const letters = (texts: readonly { text: string }[]) =>
        texts.map(({ text }) => text.replace(/\s/gu, '')).join('')
      expect(letters(cues)).toBe(letters(words))
      for (const { startMs, endMs } of cues) {
        expect(startMs === null).toBe(endMs === null)
        if (startMs !== null && endMs !== null) expect(endMs).toBeGreaterThanOrEqual(startMs)
      }
    }),
    { seed: 20_26, numRuns: 1_000 },
  )
})
