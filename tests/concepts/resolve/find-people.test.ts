import { describe, expect, test } from 'vitest'
import { conceptKey } from '../../../src/concepts/concept-key.js'
import type { DocumentEvidence } from '../../../src/concepts/extract/evidence.js'
import { findPeople } from '../../../src/concepts/resolve/find-people.js'
import { anEnglish, anEvidence, aTable, aTerm } from '../evidence-builder.js'

const english = anEnglish({ rose: 4.5, light: 5, bank: 4.8, time: 6 }, ['maria', 'rose'])
const spoken = (name: string) => ({ name, role: 'speaker' as const, count: 1 })
/** Written with capitals, as often as given. */
const proper = (text: string, count = 3) => aTerm(text, { count, capital: count })

function find(...documents: Partial<DocumentEvidence>[]) {
  const evidence = documents.map((fields) => anEvidence(fields))
  return findPeople(evidence, aTable(...evidence), english)
}

test('those whom documents name are people, with each part of their names that is no word of the language', () => {
  const { names, isPerson } = find({ people: [spoken('Maria Kessel-Light'), spoken('Maria Kessel-Light')] })
  expect([...names]).toEqual([['maria kessel light', 'Maria Kessel-Light']])
  expect(['maria kessel light', 'maria', 'kessel', 'light', 'maria kessel'].map(isPerson)).toEqual([
    true,
    true,
    true,
    false,
    true,
  ])
})

test('labels of voices, empty names and whole sentences are nobody', () => {
  const { names } = find({
    people: ['Speaker 1', 'host', '', '?!', 'a b c d e f'].map(spoken),
  })
  expect([...names]).toEqual([])
})

describe('a phrase that is built like a name is one', () => {
  test.each([
    ['a given name and a rare word', proper('Maria Quell'), true],
    ['two rare words with capitals', proper('Tadge Dryja'), true],
    ['a given name and a word of the language', proper('Maria Bank'), false],
    ['a given name that is said once', proper('Maria Quell', 1), false],
    ['in small letters', aTerm('maria quell'), false],
    ['an abbreviation', proper('Maria NASA'), false],
    ['a given name, an initial and a rare word', proper('Maria A. Quell'), true],
    ['a given name and a rare word after small ones', proper('Maria van der Quell'), true],
    ['four words', proper('Maria Anna Quell Dryja'), false],
    ['a number', proper('Maria 5'), false],
  ])('%s: %o', (_, term, is) => {
    const people = find({ terms: [proper('NASA'), term] })
    expect([people.names.has(term.key), people.isPerson(term.key)]).toEqual([is, is])
  })
})

test('what is mostly a part of something longer is not listed, and no concept either', () => {
  const inLonger = find({ terms: [aTerm('Tadge Dryja', { count: 9, capital: 9, alone: 2 })] })
  expect([inLonger.names.has('tadge dryja'), inLonger.isPerson('tadge dryja')]).toEqual([false, true])
  const named = find({ terms: [aTerm('Tadge Dryja', { count: 9, capital: 9, alone: 3 })] })
  expect(named.names.has('tadge dryja')).toBe(true)
  const guest = find({
    people: [spoken('Tadge Dryja')],
    terms: [aTerm('Tadge Dryja', { count: 9, capital: 9, alone: 0 })],
  })
  expect(guest.names.has('tadge dryja')).toBe(true)
})

test('two rare words with a hyphen are two people, and what is named after them is no person', () => {
  const { names, isPerson } = find({ terms: [proper('Poon-Dryja'), proper('Maria-Quell')] })
  expect([[...names.values()], isPerson('poon dryja')]).toEqual([['Maria-Quell'], false])
})

test('a surname is a person as long as it is mostly said of the whole name', () => {
  const often = find({ terms: [proper('Maria Quell'), proper('Quell', 30)] })
  expect(often.isPerson('quell')).toBe(true)
  const elsewhere = find({ terms: [proper('Maria Quell'), proper('Quell', 60)] })
  expect(elsewhere.isPerson('quell')).toBe(false)
})

test('the name of a guest that is a word, too, is a person where it is written with a capital', () => {
  const guest = [spoken('Rose')]
  expect(find({ people: guest, terms: [proper('Rose', 9)] }).isPerson('rose')).toBe(true)
  expect(find({ people: guest, terms: [aTerm('rose', { count: 9 })] }).isPerson('rose')).toBe(false)
})

test('names of objects that come with the language are nobody unless somebody is called so', () => {
  const { isPerson } = find({ terms: [aTerm('constructor'), aTerm('__proto__')] })
  expect(['constructor', 'proto', '__proto__', ''].map(isPerson)).toEqual([false, false, false, false])
  expect(find({ people: [spoken('Constructor')] }).isPerson('constructor')).toBe(true)
})

describe('whom somebody calls by a name', () => {
  const called = (text: string) => [{ key: conceptKey(text), text, addressed: 3, speaking: 1, paired: 0 }]
  const documents = (text: string) => [
    { documentId: 'one', called: called(text), terms: [proper(text, 20)] },
    { documentId: 'two', called: called(text) },
  ]

  test('is a person, listed by it where no whole name has it', () => {
    const people = find(...documents('Quelly'))
    expect([[...people.names], people.isPerson('quelly')]).toEqual([[['quelly', 'Quelly']], true])
    const known = find({ people: [spoken('Maria Quelly')] }, ...documents('Quelly'))
    expect([...known.names.keys()]).toEqual(['maria quelly'])
  })

  test('has a surname that is a word, where it is mostly said so', () => {
    const named = (alone: number) =>
      find(...documents('Quelly'), { terms: [proper('Quelly Bank', 6), proper('Bank', 6 + alone)] })
    expect(named(0).isPerson('quelly bank')).toBe(true)
    expect(named(20).isPerson('quelly bank')).toBe(false)
  })
})

test('a phrase that ends with the whole name of a speaker is about a person', () => {
  const { isPerson } = find({ people: [spoken('Maria Bank')] }, { terms: [proper('Maria Quell')] })
  expect(['engineer maria bank', 'engineer maria quell', 'maria bank time'].map(isPerson)).toEqual([
    true,
    false,
    false,
  ])
})
