import { expect, test } from 'vitest'
import {
  moveEdge,
  refuseEdge,
  nearestEdge,
  readTrimWords,
  sayPlace,
  snapToSentences,
  stepPlace,
  wordsInside,
} from '../../../web/src/desk/trim-words.js'

const sentence = (fromMs: number, text: string) => {
  const words = text.split(' ').map((word, index) => ({
    startMs: fromMs + index * 500,
    endMs: fromMs + index * 500 + 400,
    text: `${word} `,
  }))
  return { startMs: fromMs, endMs: words.at(-1)?.endMs ?? fromMs, speaker: null, words }
}

/** 0–1400, 2000–3900, 5000–5900. */
const sentences = [
  sentence(0, 'It is so.'),
  sentence(2000, 'The mean is given.'),
  sentence(5000, 'And then?'),
]
const words = readTrimWords(sentences)
const range = { startMs: 2000, endMs: 3900 }

test('an end is moved to words and sentences: the start to where they begin, the end to where they end', () => {
  const step = (edge: 'start' | 'end', fromMs: number, by: -1 | 1, unit: 'word' | 'sentence') =>
    stepPlace(words, { edge, fromMs, by, unit })
  expect(step('start', 2000, 1, 'word')).toBe(2500)
  expect(step('start', 2000, -1, 'word')).toBe(1000)
  expect(step('end', 3900, 1, 'word')).toBe(5400)
  expect(step('end', 3900, -1, 'word')).toBe(3400)
  expect(step('start', 2500, -1, 'sentence')).toBe(2000)
  expect(step('start', 2000, -1, 'sentence')).toBe(0)
  expect(step('start', 2000, 1, 'sentence')).toBe(5000)
  expect(step('end', 3500, 1, 'sentence')).toBe(3900)
  expect(step('end', 3900, 1, 'sentence')).toBe(5900)
  expect(step('end', 3900, -1, 'sentence')).toBe(1400)
  expect(step('start', 0, -1, 'word')).toBeNull()
  expect(step('end', 5900, 1, 'sentence')).toBeNull()
})

test('an end goes neither over the other one nor out of the recording', () => {
  const move = (edge: 'start' | 'end', ms: number) => moveEdge(range, { edge, ms, durationMs: 6000 })
  expect(move('start', -5)).toEqual({ startMs: 0, endMs: 3900 })
  expect(move('start', 9000)).toEqual({ startMs: 3800, endMs: 3900 })
  expect(move('end', 1000)).toEqual({ startMs: 2000, endMs: 2100 })
  expect(move('end', 9000)).toEqual({ startMs: 2000, endMs: 6000 })
  expect(moveEdge(range, { edge: 'end', ms: 9000.4, durationMs: null })).toEqual({
    startMs: 2000,
    endMs: 9000,
  })
})

test('words whose middle is in the clip are in it', () => {
  expect(wordsInside(words, range)).toEqual({ from: 3, to: 7 })
  expect(wordsInside(words, { startMs: 2201, endMs: 3699 })).toEqual({ from: 4, to: 6 })
  expect(wordsInside(words, { startMs: 0, endMs: 9000 })).toEqual({ from: 0, to: 9 })
  expect(wordsInside(words, { startMs: 7000, endMs: 9000 })).toEqual({ from: 9, to: 9 })
  // In the pause between two sentences.
  expect(wordsInside(words, { startMs: 4100, endMs: 4800 })).toEqual({ from: 7, to: 7 })
})

test('a pressed word is the end that is nearer', () => {
  expect(words.map((word) => nearestEdge(word, range)[0]).join('')).toBe('ssssseeee')
})

test('where an end is, is told by what is said there', () => {
  expect(sayPlace(words, range, 'start')).toBe('before “The mean is given.”')
  expect(sayPlace(words, range, 'end')).toBe('after “The mean is given.”')
  expect(sayPlace(words, { startMs: 0, endMs: 900 }, 'end')).toBe('after “It is”')
  expect(sayPlace([], range, 'end')).toBe('')
})

test('a selection becomes the sentences that it means, not those that it only touches', () => {
  expect(snapToSentences(sentences, { startMs: 2600, endMs: 5200 })).toEqual({ startMs: 2000, endMs: 3900 })
  expect(snapToSentences(sentences, { startMs: 600, endMs: 3300 })).toEqual({ startMs: 0, endMs: 3900 })
  expect(snapToSentences([], range)).toEqual(range)
  // Less than any sentence: as it is.
  expect(snapToSentences(sentences, { startMs: 2000, endMs: 2100 })).toEqual({ startMs: 2000, endMs: 2100 })
})

test('what a typed time cannot be is told in words, and nothing of what it can', () => {
  const range = { startMs: 2000, endMs: 4000 }
  const refuse = (edge: 'start' | 'end', ms: number, durationMs: number | null = 6000) =>
    refuseEdge(range, { edge, ms, durationMs })
  expect(refuse('start', 4000)).toBe('The clip ends at 0:04.000: move its end first.')
  expect(refuse('end', 2000)).toBe('The clip begins at 0:02.000: move its start first.')
  expect(refuse('end', 6001)).toBe('The recording ends at 0:06.000.')
  expect([refuse('end', 6001, null), refuse('end', 6000), refuse('start', 0), refuse('start', 3900)]).toEqual(
    [null, null, null, null],
  )
})
