import { describe, expect, test } from 'vitest'
import { conceptKey } from '../../../src/concepts/concept-key.js'
import { pairByAbbreviation, pairBySpacing } from '../../../src/concepts/resolve/pair-names.js'
import { anEvidence, aTable, aTerm } from '../evidence-builder.js'

test('names that differ by their spaces only are one, unless they are so short that it is chance', () => {
  expect(
    pairBySpacing([
      'timelock',
      'pipx',
      'time lock',
      'pip x',
      'bip 32',
      'bip32',
      'time loc k',
      'ecash',
      'e cash',
    ]),
  ).toEqual([
    { a: 'bip 32', b: 'bip32' },
    { a: 'e cash', b: 'ecash' },
    { a: 'time loc k', b: 'time lock' },
    { a: 'time loc k', b: 'timelock' },
  ])
})

const pairs = (...counts: [string, string, number][]) =>
  pairByAbbreviation(
    counts.map(([short, long, count]) => ({ short, long, count })),
    aTable(anEvidence({ terms: [aTerm('RBF', { count: 9 })] })),
  ).map(({ a, b }) => ({ a, b }))

test('a short form goes with what it is said to stand for most, those said most often first', () => {
  expect(
    pairs(
      ['VAE', 'variational autoencoder', 3],
      ['RBF', 'replace-by-fee', 7],
      ['VAEs', 'variational autoencoders', 2],
      ['VAE', 'variable area entry', 1],
    ),
  ).toEqual([
    { a: 'rbf', b: 'replace by fee' },
    { a: 'vae', b: 'variational autoencoder' },
  ])
})

test('one that stands for two things about as often stands for none', () => {
  expect(pairs(['RAG', 'retrieval augmented generation', 5], ['RAG', 'red amber green', 2])).toEqual([])
  expect(pairs(['RAG', 'retrieval augmented generation', 6], ['RAG', 'red amber green', 2])).toHaveLength(1)
  // Ways to write one long form are no rivals, and all of them are its names.
  expect(pairs(['HTL', 'hash time lock', 2], ['HTL', 'hash timelock', 2])).toEqual([
    { a: 'htl', b: 'hash time lock' },
    { a: 'htl', b: 'hash timelock' },
  ])
})

describe('ways to put a long form are no rivals, and all of them are its names', () => {
  test.each([
    ['dev kit', 'development kit'],
    ['client side validation', 'client side validating'],
    ['multipath payment', 'multipart payment'],
    ['OP_CHECKTEMPLATEVERIFY', 'CHECKTEMPLATEVERIFY'],
  ])('%s, %s', (one, other) => {
    expect(new Set(pairs(['XYZ', one, 5], ['XYZ', other, 4]).map(({ b }) => b))).toEqual(
      new Set([conceptKey(one), conceptKey(other)]),
    )
  })

  test.each([
    ['recurrent neural network', 'recursive neural network'],
    ['internet protocol', 'internal protocol'],
    ['soft fork activation', 'hard fork activation'],
    ['discrete log equality', 'discrete log equivalence'],
    ['network address translation port mapping', 'nat port mapping'],
    ['client side validation', 'checksequenceverify'],
    ['coinbase transaction', 'transaction'],
  ])('but %s is not %s', (one, other) => {
    expect(pairs(['XYZ', one, 5], ['XYZ', other, 4])).toEqual([])
  })

  test('rivals are counted one by one', () => {
    expect(pairs(['XYZ', 'log equality', 5], ['XYZ', 'log sum', 1], ['XYZ', 'log sums', 1])).toEqual([])
    expect(pairs(['XYZ', 'dev kit', 5], ['XYZ', 'disk kit', 1], ['XYZ', 'desk kit', 1])).toHaveLength(1)
  })
})

test('two letters need to be said more often than once', () => {
  expect(pairs(['LN', 'lightning network', 2])).toEqual([])
  expect(pairs(['LN', 'lightning network', 3])).toHaveLength(1)
})

test('a long form of more than six words, an empty one and the same again are none', () => {
  expect(pairs(['ABC', 'a b c d e f g', 9], ['!?', 'what', 9], ['ABC', '…', 9], ['abc', 'ABC', 9])).toEqual(
    [],
  )
})

test('names of objects that come with the language are names like others', () => {
  expect(pairs(['constructor', '__proto__ of it', 3])).toHaveLength(1)
  expect(pairBySpacing(['__proto__', 'constructor', 'con structor'])).toEqual([
    { a: 'con structor', b: 'constructor' },
  ])
})
