import { describe, expect, test } from 'vitest'
import { findSynonyms, synonymCosines } from '../../../src/concepts/resolve/find-synonyms.js'

/** A unit vector whose cosine with `at(1)` is the number given. */
const at = (cosine: number): Float32Array => Float32Array.of(cosine, Math.sqrt(1 - cosine * cosine))
const near = (a: string, b: string, cosine: number): boolean =>
  findSynonyms(
    new Map([
      [a, at(1)],
      [b, at(cosine)],
    ]),
  ).length > 0

describe('two names are one when their words allow it and their vectors say so', () => {
  test.each<[string, string, string, number]>([
    ['the same stems', 'signature aggregation', 'aggregated signature', synonymCosines.sameStems],
    ['in another order', 'spring of the oven', 'oven spring', synonymCosines.sameStems],
    [
      'with a word for its kind',
      'threshold signature scheme',
      'threshold signature',
      synonymCosines.kindAdded,
    ],
    ['one letter off', 'taproot tree', 'taprout tree', synonymCosines.oneLetter],
  ])('%s', (_, a, b, needed) => {
    expect([near(a, b, needed + 0.005), near(b, a, needed + 0.005)]).toEqual([true, true])
    expect([near(a, b, needed - 0.005), near(b, a, needed - 0.005)]).toEqual([false, false])
  })
})

describe('they are two by their words, however near their vectors are', () => {
  test.each([
    ['another word', 'soft fork', 'hard fork'],
    ['one word of each', 'organ', 'organs'],
    ['another number', 'version 12345 rules', 'version 12346 rules'],
    ['a letter of a short word', 'time lock', 'tame lock'],
    ['two letters', 'taproot tree', 'tapruut tree'],
    ['a word more', 'threshold signature wallet', 'threshold signature'],
  ])('%s', (_, a, b) => expect(near(a, b, 1)).toBe(false))
})

test('nearest first, and the same whatever the order of the names', () => {
  const vectors: [string, Float32Array][] = [
    ['lock time', at(1)],
    ['time lock', at(0.97)],
    ['fork test', at(1)],
    ['test fork', at(0.99)],
  ]
  const expected = ['fork test', 'lock time']
  expect(findSynonyms(new Map(vectors)).map(({ a }) => a)).toEqual(expected)
  expect(findSynonyms(new Map([...vectors].reverse())).map(({ a }) => a)).toEqual(expected)
})

test('a name without a vector is like no other', () => {
  expect(
    findSynonyms(
      new Map([
        ['oven spring', new Float32Array()],
        ['spring oven', at(1)],
      ]),
    ),
  ).toEqual([])
})
