import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DocumentEvidence } from '../../../src/concepts/extract/evidence.js'
import type { TermSnapshot, TermTable } from '../../../src/concepts/resolve/term-table.js'
import { anEvidence, aTable, aTerm } from '../evidence-builder.js'

test('counts occurrences, documents and recordings', () => {
  const table = aTable(
    anEvidence({ terms: [aTerm('soft fork', { count: 5, alone: 2, inside: 4, capital: 1 })] }),
    anEvidence({ kind: 'short', terms: [aTerm('soft fork', { count: 1, alone: 0, inside: 1 })] }),
    anEvidence({ kind: 'post', terms: [aTerm('Soft forks', { count: 2, alone: 2, inside: 2, capital: 2 })] }),
  )
  expect(table.terms.get('soft fork')).toEqual({
    key: 'soft fork',
    texts: new Map([
      ['soft fork', 2],
      ['Soft forks', 1],
    ]),
    count: 8,
    alone: 4,
    inside: 7,
    capital: 3,
    documents: 3,
    recordings: 2,
  })
  expect([table.countOf('soft fork'), table.countOf('soft'), table.countOf('unknown')]).toEqual([8, 8, 0])
  expect(table.size).toBe(3 * 1000 + 2 * 8)
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

/** In no order. */
const contents = (table: TermTable) => ({
  terms: new Map([...table.terms].sort()),
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
        restored.restore(JSON.parse(JSON.stringify(table.snapshot())) as TermSnapshot)
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
