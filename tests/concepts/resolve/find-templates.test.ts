import { expect, test } from 'vitest'
import type { DocumentEvidence } from '../../../src/concepts/extract/evidence.js'
import { listHeadings } from '../../../src/concepts/extract/list-headings.js'
import { findTemplates } from '../../../src/concepts/resolve/find-templates.js'

const documents = (sourceId: string, ...headings: string[][]) =>
  headings.map((own): Pick<DocumentEvidence, 'sourceId' | 'headings' | 'edges'> => ({
    sourceId,
    headings: listHeadings(own),
    edges: [],
  }))

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

test('of a source with few documents three of five make a form of words that are no name', () => {
  const own = [['What we learned', 'Stone ovens'], ['What we learned', 'Stone ovens'], ['x'], ['y']]
  const { isName, forms } = findTemplates(documents('a', ['What we learned', 'Stone ovens'], ...own), [])
  expect(['what we learned', 'stone oven'].map(isName)).toEqual([true, false])
  expect(forms).toEqual(['what we learned'])
  expect(findTemplates(documents('a', ...own), []).forms).toEqual([])
})

test('what several documents have more than once, with other numbers, is the name of what is numbered', () => {
  const numbered = (at: number) => [`Oven #${at}`, `Recap ${at}`]
  const twice = (at: number) => [...numbered(at), `Oven #${at}0`]
  const { isName } = findTemplates(documents('a', ...[1, 2, 3, 4].map(numbered), twice(5), twice(6)), [])
  expect(['oven', 'recap'].map(isName)).toEqual([false, true])
  const once = findTemplates(documents('a', ...[1, 2, 3, 4, 5].map(numbered), twice(6)), [])
  expect(once.isName('oven')).toBe(true)
})

test('a sentence that sections begin with everywhere says nothing of what it names', () => {
  const opening = 'notable change in oven and mill this week'
  const posts = [1, 2, 3, 4, 5].map(() => ({ sourceId: 'a', headings: [], edges: [opening, 'bread'] }))
  const { countOf, forms, isName } = findTemplates(posts, [])
  expect(forms).toEqual([opening])
  expect(['oven', 'oven and mill', 'rye'].map(countOf)).toEqual([5, 5, 0])
  expect(isName(opening)).toBe(false)
})

test('a sentence and its end, which others have too, are counted once where both are of the form', () => {
  const tail = 'notable change to popular mill of rye'.split(' ').slice(-6).join(' ')
  const whole = `this week we speak of ovens and of notable change to popular mill of rye`
  const posts = [1, 2, 3, 4, 5, 6].map((at) => ({
    sourceId: 'a',
    headings: [],
    edges: at < 6 ? [whole, tail] : [tail],
  }))
  const { countOf, forms } = findTemplates(posts, [])
  expect(forms).toEqual([tail, whole].sort())
  expect(['mill', 'ovens'].map(countOf)).toEqual([6, 5])
})
