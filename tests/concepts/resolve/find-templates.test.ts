import { expect, test } from 'vitest'
import { findTemplates } from '../../../src/concepts/resolve/find-templates.js'

const documents = (sourceId: string, ...headings: string[][]) =>
  headings.map((own) => ({ sourceId, headings: own }))

test('names of shows are names of the form, however they are written', () => {
  const { isName } = findTemplates([], ['Crumb Talk', 'The Rye-Blog'])
  expect(['crumb talk', 'the rye blog', 'crumb'].map(isName)).toEqual([true, true, false])
})

test('what recurs in five documents of a source with only its number changed belongs to the form', () => {
  const recurring = [1, 2, 3, 4, 5].map((number) => [`Newsletter #${number} Recap`, `Part ${number}`, 'Once'])
  const { isName, isPart } = findTemplates(documents('a', ...recurring.slice(0, 5)), [])
  expect(['newsletter recap', 'part', 'once', 'newsletter'].map(isName)).toEqual([true, true, true, false])
  expect(['newsletter recap', 'newsletter', 'part'].map(isPart)).toEqual([true, false, false])
})

test('four documents make no form, nor do five of different sources, nor few of many', () => {
  const same = [['Our sponsor']]
  const four = documents('a', ...Array<string[]>(4).fill(['Our sponsor']))
  const elsewhere = documents('b', ...same)
  const many = documents('c', ...Array<string[]>(6).fill(['Rare one']), ...Array<string[]>(94).fill(['x']))
  const { isName } = findTemplates([...four, ...elsewhere, ...many], [])
  expect(['our sponsor', 'rare one', 'x'].map(isName)).toEqual([false, false, true])
})

test('a heading twice in a document counts once, an empty one not at all', () => {
  const twice = Array<string[]>(4).fill(['Mail', 'Mail', '', '123'])
  expect(findTemplates(documents('a', ...twice), []).isName('mail')).toBe(false)
  const empty = Array<string[]>(9).fill(['', '42'])
  expect(findTemplates(documents('a', ...empty), []).isName('')).toBe(false)
})
