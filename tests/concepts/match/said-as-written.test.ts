import { describe, expect, test } from 'vitest'
import { findSaidAgain, stemSentences } from '../../../src/concepts/match/said-as-written.js'
import { hostileTexts } from '../hostile-texts.js'

/** A section that tells by four words of the same weight. */
const section = new Map(['rank', 'list', 'sixti', 'plu'].map((word) => [word, 2]))
const find = (sentences: string[], named: number, ...sections: ReadonlyMap<string, number>[]) =>
  findSaidAgain(stemSentences(sentences), named, sections)

test('a passage that says what the section says explains it, however it puts it', () => {
  const talk = ['The first cure is fusion.', 'One divided by sixty plus its rank.', 'First, second, third.']
  // Three of four: more than a plain definition has not.
  expect(find(talk, 0, section)).toEqual({ from: 0, to: 3, strength: expect.closeTo(0.7, 5) as number })
})

describe('quoted are the three sentences around the name that say most of it', () => {
  const told = 'Sixty, plus its rank, on the list.'
  const idle = 'So much for that.'
  test('before it', () => {
    expect(find([told, idle, 'We call it fusion.', idle, idle], 2, section)).toMatchObject({ from: 0, to: 3 })
  })
  test('after it, which goes before where both say as much', () => {
    expect(find([told, idle, 'Fusion.', idle, told], 2, section)).toMatchObject({ from: 2, to: 5 })
  })
  test('to the end of the passage', () => {
    expect(find([idle, told, 'Fusion.'], 2, section)).toMatchObject({ from: 1, to: 3 })
    expect(find([`${told} Fusion.`], 0, section)).toMatchObject({ from: 0, to: 1 })
  })
})

test('it explains more where the sentences quoted say more of it', () => {
  const talk = [
    'What is the F in fusion?',
    'Short.',
    'Well.',
    'The full name is rank fusion.',
    'Sixty, plus rank, a list.',
  ]
  const [short, full] = [0, 3].map((named) => find(talk, named, section)?.strength ?? 0)
  expect(full).toBeGreaterThan(short ?? 1)
})

test('two words come together by chance, and little of much explains nothing', () => {
  expect(find(['Fusion of a list by rank.'], 0, section)).toBeNull()
  const long = new Map([...section, ...Array.from({ length: 20 }, (_, at) => [`word${at}`, 2] as const)])
  expect(find(['Fusion of a list by rank, plus sixty.'], 0, long)).toBeNull()
})

test('of several sections the one that is said most counts; of none, none', () => {
  const other = new Map(['rank', 'list', 'plu', 'a1', 'a2', 'a3'].map((word) => [word, 1]))
  const talk = ['Fusion of a list by rank, plus one.']
  expect(find(talk, 0, other, section)).toEqual(find(talk, 0, section))
  expect(find(talk, 0)).toBeNull()
  expect(find(talk, 0, new Map())).toBeNull()
  expect(find([], 0, section)).toBeNull()
})

test('whatever is said', () => {
  for (const [, text] of hostileTexts) expect(() => find([text, text], 0, section)).not.toThrow()
})
