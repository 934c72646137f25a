import { expect, test } from 'vitest'
import { DocumentRecords } from '../../src/concepts/document-records.js'
import type { NameMatch } from '../../src/concepts/match/match-document.js'
import { anEvidence, aTerm } from './evidence-builder.js'

const aMatch = (passageId: string, ordinal: number, key = 'levain'): NameMatch => ({
  ...{ key, passageId, ordinal, startMs: null, endMs: null, anchor: null, sentence: 0 },
  ...{ count: 1, strength: 0, focus: 0.3, text: '', headed: false },
})

/** Two passages and a heading. */
const evidence = anEvidence({
  documentId: 'one',
  passageIds: ['p0', 'p1'],
  terms: [aTerm('cold retard')],
  headings: ['Oven Spring'],
  words: [
    ['cold', 2],
    ['levain', 1],
    ['retard', 2],
  ],
  lines: ' the cold retard \n retard cold levain \n oven spring ',
})
const found = (records: DocumentRecords, key: string) => Object.fromEntries(records.findPassages(key))

test('what was packed is as it was, in another process and again when it is taken out', () => {
  const records = new DocumentRecords()
  records.set(evidence)
  records.setMatches('one', [aMatch('p0', 0)])
  const other = new DocumentRecords()
  // A row of a database may lie anywhere in a larger buffer.
  other.load(Uint8Array.of(7, 7, 7, ...records.pack('one')).subarray(3))
  expect(other.get('one')).toMatchObject({
    evidence: records.get('one')?.evidence,
    matches: [aMatch('p0', 0)],
  })
  expect([other.table.terms, other.table.size]).toEqual([records.table.terms, records.table.size])
  expect(other.pack('one')).toEqual(records.pack('one'))

  expect([other.remove('one'), other.remove('one')]).toEqual([true, false])
  expect([other.size, other.table.terms.size, other.table.size, found(other, 'levain')]).toEqual([
    0,
    0,
    0,
    {},
  ])
  expect(() => other.pack('one')).toThrow(RangeError)
})

test('names are held by the passages that have them word for word; by all where a heading has them', () => {
  const records = new DocumentRecords()
  records.set(evidence)
  records.set(anEvidence({ documentId: 'two', words: [['levain', 1]], lines: ' levain ' }))
  expect(found(records, 'cold retard')).toEqual({ one: ['p0'] })
  expect(found(records, 'levain')).toEqual({ one: ['p1'], two: ['two-0'] })
  expect(found(records, 'oven spring')).toEqual({ one: ['p0', 'p1'] })
  expect([found(records, 'levain cold'), found(records, 'old'), found(records, 'constructor')]).toEqual([
    {},
    {},
    {},
  ])
})

test('what is set again replaces what was known', () => {
  const records = new DocumentRecords()
  records.set(evidence)
  records.setMatches('one', [aMatch('p0', 0)])
  records.set(anEvidence({ documentId: 'one', words: [['rye', 1]], lines: ' rye ' }))
  expect(records.get('one')?.matches).toEqual([])
  expect([found(records, 'levain'), found(records, 'rye')]).toEqual([{}, { one: ['one-0'] }])
  expect([records.size, records.table.size, records.table.terms.size]).toEqual([1, 1, 0])
})

test('matches of some passages are replaced in their places', () => {
  const records = new DocumentRecords()
  records.set(evidence)
  records.setMatches('one', [aMatch('p0', 0), aMatch('p1', 1), aMatch('p2', 2)])
  records.replaceMatches('one', new Set(['p1', 'p3']), [aMatch('p1', 1, 'rye'), aMatch('p3', 3)])
  expect(records.get('one')?.matches.map(({ passageId, key }) => `${passageId} ${key}`)).toEqual([
    'p0 levain',
    'p1 rye',
    'p2 levain',
    'p3 levain',
  ])
  records.setMatches('unknown', [])
  records.replaceMatches('unknown', new Set(), [])
  expect(records.size).toBe(1)
})

test('documents come by date, undated ones first, then by id', () => {
  const records = new DocumentRecords()
  for (const [documentId, publishedAt] of [
    ['b', '2026-01-02'],
    ['c', null],
    ['a', '2026-01-02'],
    ['d', '2026-01-01'],
  ] as const)
    records.set(anEvidence({ documentId, publishedAt }))
  expect(records.inOrder().map(({ evidence: { documentId } }) => documentId)).toEqual(['c', 'd', 'a', 'b'])
})
