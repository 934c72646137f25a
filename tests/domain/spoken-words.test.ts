import { expect, test } from 'vitest'
import {
  findMainSpeaker,
  findSpokenWords,
  findWordsHeardIn,
  isHeardIn,
  textOf,
} from '../../src/domain/spoken-words.js'

const cue = (startMs: number | null, endMs: number | null, text: string, speaker: string | null = null) => ({
  startMs,
  endMs,
  speaker,
  text,
})

test('a word has the share of its cue that its letters have', () => {
  const words = findSpokenWords([cue(1000, 2000, 'ab cdefghi')])
  expect(words).toEqual([
    { startMs: 1000, endMs: 1300, speaker: null, text: 'ab ' },
    { startMs: 1300, endMs: 2000, speaker: null, text: 'cdefghi ' },
  ])
})

test('punctuation belongs to its word, and what no space divides is one word', () => {
  const texts = findSpokenWords([cue(0, 1000, '“Well,” he said: state-of-the-art – don’t! ')]).map(
    ({ text }) => text,
  )
  expect(texts.map((text) => text.trim())).toEqual(['“Well,”', 'he', 'said:', 'state-of-the-art', '– don’t!'])
})

test('a script without spaces is cut into its words', () => {
  const words = findSpokenWords([cue(0, 1000, '今日は良い天気です。')])
  expect(words.length).toBeGreaterThan(2)
  expect(textOf(words)).toBe('今日は良い天気です。')
})

test('together the words are the text of the cues, without a gap in time within one', () => {
  const cues = [cue(0, 700, '  One two, '), cue(900, 1500, '… three')]
  const words = findSpokenWords(cues)
  expect(textOf(words)).toBe('One two, … three')
  expect(words.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
    [0, expect.any(Number)],
    [expect.any(Number), 700],
    [900, 1500],
  ])
  expect(words[0]?.endMs).toBe(words[1]?.startMs)
})

test('untimed cues have no words, and a cue of signs alone has none', () => {
  expect(findSpokenWords([cue(null, null, 'Words'), cue(0, 10, '♪ … ♪'), cue(0, 10, '')])).toEqual([])
})

test('the words heard in a range are those that are among all words, of cues without length too', () => {
  const cues = [
    cue(0, 1000, 'one two'),
    cue(1000, 1000, 'now'),
    cue(null, null, 'never'),
    cue(1000, 2000, 'three'),
  ]
  const ranges = [0, 400, 999, 1000, 1001, 1500, 2000].flatMap((startMs) =>
    [1, 500, 1000, 3000].map((lengthMs) => ({ startMs, endMs: startMs + lengthMs })),
  )
  for (const range of ranges)
    expect(findWordsHeardIn(cues, range)).toEqual(
      findSpokenWords(cues).filter((word) => isHeardIn(word, range)),
    )
  expect(textOf(findWordsHeardIn(cues, { startMs: 1000, endMs: 1001 }))).toBe('now')
})

test('a word is heard where its middle is; the range is half-open', () => {
  expect(isHeardIn({ startMs: 0, endMs: 200 }, { startMs: 100, endMs: 200 })).toBe(true)
  expect(isHeardIn({ startMs: 0, endMs: 200 }, { startMs: 101, endMs: 200 })).toBe(false)
  expect(isHeardIn({ startMs: 0, endMs: 200 }, { startMs: 0, endMs: 100 })).toBe(false)
})

test('who says most of the letters is the speaker', () => {
  const words = findSpokenWords([
    cue(0, 1000, 'A b c d e', 'Ann'),
    cue(1000, 2000, 'Considerably longer', 'Bob'),
    cue(2000, 9000, 'Nobody in particular says the most of all of it'),
  ])
  expect(findMainSpeaker(words)).toBe('Bob')
  expect(findMainSpeaker([])).toBeNull()
})
