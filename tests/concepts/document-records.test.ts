import { expect, test } from 'vitest'
import type { ConceptEvidence } from '../../src/catalog/concept-store.js'
import { DocumentRecords } from '../../src/concepts/document-records.js'
import type { NameMatch } from '../../src/concepts/match/match-document.js'
import { anEvidence, aTerm, emptyCatalog } from './evidence-builder.js'
import { listMatches } from './match/list-matches.js'

const aMatch = (passageId: string, ordinal: number, key = 'levain'): NameMatch => ({
  ...{ key, passageId, ordinal, startMs: null, endMs: null, anchor: null, sentence: 0 },
  ...{ count: 1, strength: 0, focus: 0.3, text: '', headed: false },
})

/** Two passages and a heading. */
const evidence = anEvidence({
  documentId: 'one',
  passageIds: ['p0', 'p1'],
  terms: [aTerm('cold retard')],
  words: [
    ['cold', 2],
    ['levain', 1],
    ['retard', 2],
  ],
  lines: ' the cold retard \n retard cold levain \n oven spring ',
})
const two = anEvidence({ documentId: 'two', words: [['levain', 1]], lines: ' levain ' })

async function recordsOf(...documents: (typeof evidence)[]): Promise<DocumentRecords> {
  const records = new DocumentRecords(emptyCatalog)
  for (const document of documents) await records.set(document)
  return records
}
async function find(records: DocumentRecords, ...keys: string[]) {
  const found = await records.findPassages(keys)
  return Object.fromEntries([...found].map(([documentId, passageIds]) => [documentId, [...passageIds]]))
}
const matchesOf = (records: DocumentRecords, documentId: string): NameMatch[] | undefined => {
  const record = records.get(documentId)
  return record && listMatches(record.matches)
}

/** What another process has of it, and which documents it asked the catalog for. */
function handOver(records: DocumentRecords, ...documentIds: string[]) {
  const written = new Map<string, ConceptEvidence>()
  const asked: string[] = []
  const next = new DocumentRecords({
    findConceptEvidence(ids, part) {
      asked.push(...ids)
      return Promise.resolve(
        new Map(
          ids.flatMap((id) => {
            const parts = written.get(id)
            return parts ? [[id, parts[part]]] : []
          }),
        ),
      )
    },
  })
  const counts = records.packCounts()
  next.restore(counts ? [counts.part] : [])
  for (const documentId of documentIds) {
    const { evidence: parts, matches } = records.pack(documentId)
    if (parts) written.set(documentId, parts)
    next.load({ documentId, outline: parts?.outline ?? new Uint8Array(), matches })
  }
  records.markWritten()
  return { next, asked }
}

test('another process goes on from what was packed, and reads of a document only what it needs', async () => {
  const records = await recordsOf(evidence, two)
  records.setMatches('one', [aMatch('p0', 0)])
  const { next, asked } = handOver(records, 'one', 'two')
  expect(next.get('one')).toEqual({ ...records.get('one'), lines: null, unwritten: null })
  expect(matchesOf(next, 'one')).toEqual([aMatch('p0', 0)])
  expect([[...next.table.list(0, 0)], next.table.size]).toEqual([
    [...records.table.list(0, 0)],
    records.table.size,
  ])
  expect(next.pack('one')).toEqual({ evidence: null, matches: records.pack('one').matches })
  expect(records.pack('one').evidence).toBeNull()

  expect(await find(next, 'cold retard')).toEqual({ one: ['p0'] })
  expect(await find(next, 'cold')).toEqual({ one: ['p0', 'p1'] })
  expect(asked).toEqual(['one'])

  expect([await next.remove('one'), await next.remove('one')]).toEqual([true, false])
  expect([next.size, next.table.terms, next.table.size]).toEqual([1, 0, 1])
  expect(await find(next, 'levain', 'cold')).toEqual({ two: ['two-0'] })
  expect(() => next.pack('one')).toThrow(RangeError)
})

test('names are held by the passages that have them word for word; by all where a heading has them', async () => {
  const records = await recordsOf(evidence, two)
  expect(await find(records, 'cold retard')).toEqual({ one: ['p0'] })
  expect(await find(records, 'levain')).toEqual({ one: ['p1'], two: ['two-0'] })
  expect(await find(records, 'oven spring')).toEqual({ one: ['p0', 'p1'] })
  expect(await find(records, 'levain', 'cold retard')).toEqual({ one: ['p1', 'p0'], two: ['two-0'] })
  expect(await find(records, 'levain cold', 'old', 'constructor')).toEqual({})
})

test('what is set again replaces what was known', async () => {
  const records = await recordsOf(evidence)
  records.setMatches('one', [aMatch('p0', 0)])
  await records.set(anEvidence({ documentId: 'one', words: [['rye', 1]], lines: ' rye ' }))
  expect(matchesOf(records, 'one')).toEqual([])
  expect([await find(records, 'levain'), await find(records, 'rye')]).toEqual([{}, { one: ['one-0'] }])
  expect([records.size, records.table.size, records.table.terms]).toEqual([1, 1, 0])
})

test('matches of some passages are replaced in their places', async () => {
  const records = await recordsOf(evidence)
  records.setMatches('one', [aMatch('p0', 0), aMatch('p1', 1), aMatch('p2', 2)])
  records.replaceMatches('one', new Set(['p1', 'p3']), [aMatch('p1', 1, 'rye'), aMatch('p3', 3)])
  expect(matchesOf(records, 'one')?.map(({ passageId, key }) => `${passageId} ${key}`)).toEqual([
    'p0 levain',
    'p1 rye',
    'p2 levain',
    'p3 levain',
  ])
  records.setMatches('unknown', [])
  records.replaceMatches('unknown', new Set(), [])
  expect(records.size).toBe(1)
})

test('documents come by date, undated ones first, then by id', async () => {
  const records = await recordsOf(
    ...(
      [
        ['b', '2026-01-02'],
        ['c', null],
        ['a', '2026-01-02'],
        ['d', '2026-01-01'],
      ] as const
    ).map(([documentId, publishedAt]) => anEvidence({ documentId, publishedAt })),
  )
  expect(records.inOrder().map(({ evidence: { documentId } }) => documentId)).toEqual(['c', 'd', 'a', 'b'])
})
