import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createNameFinder, type NamedConcept } from '../../../web/src/concepts/name-marks.js'

const find = (text: string, ...concepts: NamedConcept[]) =>
  createNameFinder(concepts)(text).map(({ slug, range: [from, to] }) => [slug, text.slice(from, to)])

const vae: NamedConcept = { slug: 'vae', names: ['Variational autoencoder', 'VAE'] }

test('a name is found whatever its case, hyphens, accents and plural', () => {
  expect(find('VAEs: a variational auto-encoder? Variational Autoencoders!', vae)).toEqual([
    ['vae', 'VAEs'],
    ['vae', 'Variational Autoencoders'],
  ])
  expect(find('the zero-knowledge proofs', { slug: 'zkp', names: ['Zero knowledge proof'] })).toEqual([
    ['zkp', 'zero-knowledge proofs'],
  ])
  expect(
    find('one address, two hashes', { slug: 'a', names: ['Addresses'] }, { slug: 'h', names: ['hash'] }),
  ).toEqual([
    ['a', 'address'],
    ['h', 'hashes'],
  ])
  expect(find('naïve Bayes', { slug: 'nb', names: ['Naive Bayes'] })).toEqual([['nb', 'naïve Bayes']])
})

test('names are whole words', () => {
  expect(find('the network of nets', { slug: 'net', names: ['net'] })).toEqual([['net', 'nets']])
  expect(find('reinforcement', { slug: 'force', names: ['force'] })).toEqual([])
})

test('a short name in capitals is not the common word', () => {
  const it: NamedConcept = { slug: 'it', names: ['IT'] }
  expect(find('it works because IT works', it)).toEqual([['it', 'IT']])
  expect(find('two vaes', vae)).toEqual([])
  expect(find('a DoS is what they do', { slug: 'dos', names: ['DoS'] })).toEqual([['dos', 'DoS']])
})

test('the longest of the names that begin at a word is taken, and names do not overlap', () => {
  const activation: NamedConcept = { slug: 'activation', names: ['Taproot activation'] }
  const taproot: NamedConcept = { slug: 'taproot', names: ['Taproot'] }
  const period: NamedConcept = { slug: 'period', names: ['activation period'] }
  expect(find('Taproot activation period, then Taproot', taproot, activation, period)).toEqual([
    ['activation', 'Taproot activation'],
    ['taproot', 'Taproot'],
  ])
})

test('names without a word find nothing', () => {
  expect(find('anything ++ at all', { slug: 'x', names: ['', '++'] })).toEqual([])
})

test('every mark lies in the text, after the one before', () => {
  const word = fc.constantFrom('vae', 'VAE', 'variational', 'autoencoders', '-', '\n', '.', 'é', 'a')
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const text = words.join(' ')
      let position = 0
      for (const { range } of createNameFinder([vae, { slug: 'a', names: ['a'] }])(text)) {
        expect(range[0]).toBeGreaterThanOrEqual(position)
        expect(range[1]).toBeGreaterThan(range[0])
        position = range[1]
      }
      expect(position).toBeLessThanOrEqual(text.length)
    }),
  )
})
