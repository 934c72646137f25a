import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AbbreviationTable, type AbbreviationPair } from '../../src/index/abbreviation-table.js'

const vae = { short: 'VAE', long: 'variational autoencoder' }
const vaes = { short: 'VAE', long: 'Variational Autoencoders' }
const dos = { short: 'DoS', long: 'denial-of-service' }

function aTable(...pairs: AbbreviationPair[]): AbbreviationTable {
  const table = new AbbreviationTable()
  table.add(pairs)
  return table
}

test('the two forms find each other, in any case, singular or plural', () => {
  const table = aTable(vae, vae, vaes, dos)
  const long = { words: ['variational', 'autoencoder'], count: 3 }
  for (const short of ['VAE', 'vae', 'vaes', 'VAEs']) expect(table.longFormsOf(short)).toEqual([long])
  expect(table.shortFormsOf(['Variational', 'Autoencoders'])).toEqual([{ words: ['vae'], count: 3 }])
  expect(table.longFormsOf('dos')).toEqual([{ words: ['denial', 'of', 'service'], count: 1 }])
})

test('a word that is an abbreviation without its last s is another word', () => {
  expect(aTable(dos).longFormsOf('do')).toEqual([])
})

test('several meanings are all given, the most frequent first', () => {
  const table = aTable(
    { short: 'CSV', long: 'comma separated values' },
    { short: 'CSV', long: 'CHECKSEQUENCEVERIFY' },
    { short: 'CSV', long: 'CHECKSEQUENCEVERIFY' },
  )
  expect(table.longFormsOf('csv')).toEqual([
    { words: ['checksequenceverify'], count: 2 },
    { words: ['comma', 'separated', 'values'], count: 1 },
  ])
})

test('a query is expanded at its short forms and at its longest long forms', () => {
  const table = aTable(
    vae,
    { short: 'MC', long: 'model collapse' },
    { short: 'VAEC', long: 'variational autoencoder collapse' },
  )
  expect(table.expand(['train', 'vae', 'mc'])).toEqual([
    { from: 1, to: 2, words: ['variational', 'autoencoder'], count: 1 },
    { from: 2, to: 3, words: ['model', 'collapse'], count: 1 },
  ])
  expect(table.expand(['variational', 'autoencoder', 'collapse', 'model'])).toEqual([
    { from: 0, to: 3, words: ['vaec'], count: 1 },
  ])
  expect(table.expand([])).toEqual([])
})

test('what is removed leaves no trace, whatever the order', () => {
  const pair = fc.record({
    short: fc.constantFrom('AB', 'CD', 'DoS'),
    long: fc.constantFrom('alpha beta', 'Alpha Betas', 'core dump', 'denial of service'),
  })
  fc.assert(
    fc.property(fc.array(pair), fc.array(pair), (kept, removed) => {
      const table = aTable(...removed, ...kept)
      table.remove([...removed].reverse())
      const fresh = aTable(...[...kept].reverse())
      for (const short of ['ab', 'cd', 'dos'])
        expect(table.longFormsOf(short)).toEqual(fresh.longFormsOf(short))
      for (const long of ['alpha beta', 'core dump', 'denial of service'])
        expect(table.shortFormsOf(long.split(' '))).toEqual(fresh.shortFormsOf(long.split(' ')))
    }),
  )
})

test('a pair that was never added cannot be removed', () => {
  expect(() => aTable(vae).remove([dos])).toThrow(RangeError)
})
