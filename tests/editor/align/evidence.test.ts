import { expect, test } from 'vitest'
import { findIntroductions } from '../../../src/editor/align/introductions.js'
import { judgePlace } from '../../../src/editor/align/judge-place.js'
import { compareMeaning } from '../../../src/editor/align/meaning-evidence.js'
import { weighWords } from '../../../src/editor/align/word-evidence.js'
import { openWordReader } from '../../../src/editor/align/word-reader.js'
import { aPart, aSpoken } from './a-part.js'

const nothingKnown = { usualShare: () => 0 }

test('a sentence tells for the part whose words it holds, and hardly with words that are usual', () => {
  const parts = [aPart('fees', 'the fees of miners'), aPart('keys', 'the keys of wallets')]
  const spoken = [aSpoken('the fees rise'), aSpoken('the keys break'), aSpoken('the end of it')]
  const usual = { usualShare: (word: string) => (word === 'the' || word === 'of' ? 0.05 : 0) }
  const [fees, keys] = weighWords(parts, spoken, usual)
  expect(fees?.[0]).toBeGreaterThan(1)
  expect(fees?.[1]).toBeLessThan((fees?.[0] ?? 0) / 3)
  expect(keys?.[1]).toBeCloseTo(fees?.[0] ?? NaN, 5) // the same the other way round
})

test('a word counts once in a sentence', () => {
  const parts = [aPart('fees', 'fees of miners')]
  const [row] = weighWords(parts, [aSpoken('fees'), aSpoken('fees fees fees')], nothingKnown)
  expect(row?.[1]).toBe(row?.[0])
})

test('English words are known by how usual they are, in any of their forms', () => {
  const reader = openWordReader('en-GB')
  expect(reader.read('The keys, the keys!')).toEqual(['the', 'kei', 'the', 'kei'])
  reader.read('lightning')
  expect(reader.usualShare('the')).toBeGreaterThan(0.01)
  expect(reader.usualShare('the')).toBeGreaterThan(100 * reader.usualShare('lightn'))
  const other = openWordReader('fi')
  expect([other.read('kolme sanaa'), other.usualShare('kolme')]).toEqual([['kolme', 'sanaa'], 0])
})

test('meaning is what is nearer than usual, and nothing where vectors are missing', () => {
  const vector = (...values: number[]) => Int8Array.from(values)
  const withVector = (values: Int8Array | null) =>
    aPart('', '', { sentences: [{ words: [], vector: values }] })
  const parts = [withVector(vector(100, 0)), withVector(vector(0, 100)), withVector(null)]
  const spoken = [vector(100, 10), vector(10, 100), null].map((each) => aSpoken('', { vector: each }))
  const [first, second, none] = compareMeaning(parts, spoken)
  expect(first?.[0]).toBeGreaterThan(0)
  expect(first?.[0]).toBeCloseTo(-(first?.[1] ?? NaN), 5)
  expect(second?.[1]).toBeCloseTo(first?.[0] ?? NaN, 5)
  expect([first?.[2], ...(none ?? [])]).toEqual([0, 0, 0, 0])
})

test('a part is introduced by its name, said anew; by a turn, another speaker, a chapter', () => {
  const spoken = [
    aSpoken('welcome'),
    aSpoken('next proof of burn', { speaker: 'B' }),
    aSpoken('proof of burn again', { speaker: 'B' }),
    aSpoken('so', { speaker: 'B', chapter: ['swap'] }),
    aSpoken('swap it', { speaker: 'B' }),
  ]
  const found = findIntroductions([aPart('proof burn', 'x'), aPart('swap', 'y')], spoken)
  const rounded = found.named.map((row) => [...row].map((value) => Math.round(value * 100) / 100))
  expect(rounded).toEqual([
    [0.5, 1, 0, 0, 0], // half in the sentence before, nothing where it was said just before
    [0, 0, 0.5, 1, 0], // a chapter's title is said with its first sentence
  ])
  expect([...found.turns]).toEqual([0, 1, 0, 0, 0])
  expect([...found.speakers]).toEqual([1, 1, 0, 0, 0])
  expect([...found.chapters]).toEqual([0, 0, 0, 1, 0])
})

test('confidence grows with each kind of evidence', () => {
  const weak = { gain: 1, margin: 0, named: 0, turns: false }
  const of = (fields: Partial<typeof weak>) => judgePlace({ ...weak, ...fields })
  expect(of({})).toBeLessThan(0.5)
  for (const more of [{ gain: 10 }, { margin: 10 }, { named: 1 }, { turns: true }])
    expect(of(more)).toBeGreaterThan(of({}))
  expect(of({ gain: 30, margin: 20, named: 1, turns: true })).toBeGreaterThan(0.98)
})
