import { expect, test } from 'vitest'
import type { Passage } from '../../src/domain/passage.js'
import { findWordsAt } from '../../src/documents/find-words-at.js'
import { aPassage } from '../builders/documents.js'

const text = 'First one. Second one. Third one.'
/** Four seconds each, from the tenth on. */
const sentences = [
  { from: 0, to: 10, startMs: 10_000, endMs: 14_000, speaker: null },
  { from: 11, to: 22, startMs: 14_000, endMs: 18_000, speaker: null },
  { from: 23, to: 33, startMs: 18_000, endMs: 22_000, speaker: null },
]
const passage = aPassage({ text, sentences, startMs: 10_000, endMs: 22_000 })

function wordsAt(startMs: number, endMs: number | null = null, offsetMs = 0): Promise<string> {
  return findWordsAt(
    'document-1',
    { startMs, endMs },
    {
      findCorrections: () =>
        Promise.resolve(new Map([['document-1', { offsetMs, speakers: {}, adOverrides: [] }]])),
      findPassageAt: (_id, ms): Promise<Passage | null> => Promise.resolve(ms < 22_000 ? passage : null),
    },
  )
}

test('from a time on, the sentences to the end of the passage', async () => {
  expect(await wordsAt(14_000)).toBe('Second one. Third one.')
})

test('a sentence that is just over at a jump-in point is not quoted', async () => {
  expect(await wordsAt(13_200)).toBe('Second one. Third one.')
  expect(await wordsAt(12_000)).toBe(text)
})

test('a stretch quotes what begins in it, a short one too', async () => {
  expect(await wordsAt(14_000, 18_000)).toBe('Second one.')
  expect(await wordsAt(17_000, 18_000)).toBe('Second one.')
})

test('the time is the one that is shown: an offset of the user counts', async () => {
  expect(await wordsAt(19_000, 23_000, 5000)).toBe('Second one.')
})

test('where nothing is said any more there are no words', async () => {
  expect(await wordsAt(60_000)).toBe('')
})
