import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DocumentEvidence } from '../../../src/concepts/extract/evidence.js'
import type { TermTable } from '../../../src/concepts/resolve/term-table.js'
import { anEvidence, aTable, aTerm } from '../evidence-builder.js'

test('counts occurrences, documents and recordings', () => {
  const table = aTable(
    anEvidence({ terms: [aTerm('soft fork', { count: 5, alone: 2, inside: 4, capital: 1 })] }),
    anEvidence({ kind: 'short', terms: [aTerm('soft fork', { count: 1, alone: 0, inside: 1 })] }),
    anEvidence({ kind: 'post', terms: [aTerm('Soft forks', { count: 2, alone: 2, inside: 2, capital: 2 })] }),
  )
  expect(table.get('soft fork')).toEqual({
    key: 'soft fork',
    count: 8,
    alone: 4,
    inside: 7,
    capital: 3,
    documents: 3,
    recordings: 2,
  })
  expect([table.countOf('soft fork'), table.countOf('soft'), table.countOf('unknown')]).toEqual([8, 8, 0])
  expect([table.size, table.terms, table.get('unknown')]).toEqual([3 * 1000 + 2 * 8, 1, undefined])
})

test('a phrase is written as most documents write it; of equals the first of the alphabet', () => {
  const table = aTable(
    anEvidence({ terms: [aTerm('b way', { count: 90 })] }),
    anEvidence({ terms: [aTerm('B way')] }),
    anEvidence({ terms: [aTerm('B way')] }),
    anEvidence({ terms: [aTerm('tied')] }),
    anEvidence({ terms: [aTerm('Tied')] }),
  )
  expect([table.textOf('b way'), table.textOf('tied'), table.textOf('unknown')]).toEqual([
    'B way',
    'Tied',
    '',
  ])
})

test('lists what is said often enough in enough documents', () => {
  const table = aTable(
    anEvidence({ terms: [aTerm('often', { count: 9 }), aTerm('seldom', { count: 1 })] }),
    anEvidence({ terms: [aTerm('seldom', { count: 1 }), aTerm('once', { count: 1 })] }),
  )
  const list = (...least: [number, number]) => [...table.list(...least)].map(({ key }) => key).sort()
  expect([list(0, 0), list(2, 1), list(2, 2), list(10, 1)]).toEqual([
    ['often', 'once', 'seldom'],
    ['often', 'seldom'],
    ['seldom'],
    [],
  ])
})

test('grows with its terms, and takes the place of those that are gone', () => {
  const terms = Array.from({ length: 5000 }, (_, at) => aTerm(`term ${at}`, { count: at + 1 }))
  const [first, second] = [
    anEvidence({ terms: terms.slice(0, 3000) }),
    anEvidence({ terms: terms.slice(3000) }),
  ]
  const table = aTable(first)
  table.remove(first)
  table.add(second)
  table.add(first)
  expect([table.terms, table.get('term 0')?.count, table.get('term 4999')?.count]).toEqual([5000, 1, 5000])
  expect([...table.list(0, 0)].every(({ key, count }) => key === `term ${count - 1}`)).toBe(true)
})

/** In no order. */
const contents = (table: TermTable) => ({
  terms: [...table.list(0, 0)].sort((a, b) => (a.key < b.key ? -1 : 1)),
  texts: [...table.list(0, 0)].map(({ key }) => table.textOf(key)).sort(),
  size: table.size,
  words: ['other', 'a', 'b', 'constructor'].map((word) => table.countOf(word)),
})

const aDocument = fc
  .record({
    kind: fc.constantFrom<DocumentEvidence['kind']>('episode', 'short', 'post'),
    terms: fc.uniqueArray(
      fc
        .record({
          text: fc.constantFrom('a', 'A', 'b', 'a b', 'constructor', '__proto__'),
          count: fc.integer({ min: 1, max: 9 }),
        })
        .map(({ text, count }) => aTerm(text, { count })),
      { selector: ({ key }) => key, maxLength: 5 },
    ),
  })
  .map(anEvidence)

test('a table is restored from its snapshot as it was', () => {
  fc.assert(
    fc.property(
      fc.array(aDocument, { maxLength: 6 }),
      fc.array(aDocument, { maxLength: 3 }),
      (first, second) => {
        const table = aTable(...first)
        const restored = aTable()
        restored.restore(table.snapshot())
        expect(contents(restored)).toEqual(contents(table))
        for (const document of second) restored.add(document)
        for (const document of first) restored.remove(document)
        expect(contents(restored)).toEqual(contents(aTable(...second)))
      },
    ),
  )
})

test('what is taken out again leaves nothing behind, in any order', () => {
  fc.assert(
    fc.property(
      fc.array(aDocument, { maxLength: 6 }),
      fc.array(aDocument, { maxLength: 3 }),
      fc.nat(),
      (passing, staying, turn) => {
        const table = aTable(...passing, ...staying)
        const at = passing.length === 0 ? 0 : turn % passing.length
        for (const document of [...passing.slice(at), ...passing.slice(0, at)]) table.remove(document)
        expect(contents(table)).toEqual(contents(aTable(...staying)))
        for (const document of staying) table.remove(document)
        expect(contents(table)).toEqual(contents(aTable()))
      },
    ),
  )
})
