import { expect, test } from 'vitest'
import { readEnglishWords, readGivenNames } from '../../src/index/word-lists.js'

test('lists English words, most usual first, each once', () => {
  const words = readEnglishWords()
  const frequencies = words.map(({ frequency }) => frequency)
  expect(words[0]).toEqual({ word: 'the', frequency: 7.7 })
  expect(frequencies).toEqual(frequencies.toSorted((a, b) => b - a))
  expect(frequencies.every((frequency) => frequency > 0)).toBe(true)
  expect(new Set(words.map(({ word }) => word)).size).toBe(words.length)
})

test('lists given names without what is said of them', () => {
  expect(readGivenNames().filter((name) => !/^[a-z]+$/.test(name))).toEqual([])
})
