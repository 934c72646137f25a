import { expect, test } from 'vitest'
import { LibraryCounts, type CountedDocument } from '../../src/concepts/library-counts.js'
import { aTerm } from './evidence-builder.js'

const aDocument = (documentId: string, word: string, headingWords: string[] = []): CountedDocument => ({
  documentId,
  counts: { kind: 'episode', terms: [aTerm(`cold ${word}`), aTerm(word)], words: [[word, 2]] },
  headingWords,
})
const [rye, spelt] = [aDocument('one', 'rye'), aDocument('two', 'spelt', ['oven', 'spring'])]

/** A library as the catalog has it: the parts that were written. */
function write(counts: LibraryCounts, parts: Uint8Array[]): 'nothing' | 'a part' | 'all' {
  const packed = counts.pack()
  counts.markWritten()
  if (!packed) return 'nothing'
  if (packed.anew) parts.length = 0
  parts.push(packed.part)
  return packed.anew ? 'all' : 'a part'
}
function read(parts: readonly Uint8Array[]): LibraryCounts {
  const counts = new LibraryCounts()
  counts.restore(parts)
  return counts
}
const told = ({ table, holders }: LibraryCounts) => ({
  terms: [...table.list(0, 0)],
  size: table.size,
  rye: holders.find(['rye']),
  oven: holders.find(['oven']),
})

test('a step adds what it changed, and the parts together are all of it', () => {
  const counts = new LibraryCounts()
  const parts: Uint8Array[] = []
  expect(write(counts, parts)).toBe('nothing')
  counts.add(rye)
  expect(write(counts, parts)).toBe('all')
  counts.add(spelt)
  expect([write(counts, parts), write(counts, parts)]).toEqual(['a part', 'nothing'])
  expect(told(read(parts))).toEqual(told(counts))
  expect(told(read(parts))).toMatchObject({ size: 4, rye: ['one'], oven: ['two'] })

  // Another process goes on: one goes, the other says something else.
  const next = read(parts)
  next.remove(rye)
  next.remove(spelt)
  next.add(aDocument('two', 'rye'))
  expect([write(next, parts), parts.length]).toEqual(['a part', 3])
  expect(told(read(parts))).toEqual(told(next))
  expect(told(read(parts))).toMatchObject({ size: 2, rye: ['two'], oven: [] })
  expect(read(parts).table.get('cold rye')).toMatchObject({ documents: 1 })
})

test.each([
  ['by one process', (counts: LibraryCounts) => counts],
  ['each by another process', (_: LibraryCounts, parts: readonly Uint8Array[]) => read(parts)],
])('many parts, or many documents, are written as one, %s', (_, goOn) => {
  let counts = new LibraryCounts()
  const parts: Uint8Array[] = []
  const writeStep = (documents: number, step: string) => {
    for (let at = 0; at < documents; at++) counts.add(aDocument(`${step}-${at}`, 'rye'))
    const written = write(counts, parts)
    counts = goOn(counts, parts)
    return written
  }
  const single = Array.from({ length: 60 }, (_, at) => writeStep(1, `single-${at}`))
  expect(single.flatMap((step, at) => (step === 'all' ? [at] : []))).toEqual([0, 50])
  expect(read(parts).holders.find(['rye'])).toHaveLength(60)
  // 9 changes are in parts: 91 more make a hundred.
  const many = [45, 46, 1, 60, 40, 1].map((documents, at) => writeStep(documents, `many-${at}`))
  expect(many).toEqual(['a part', 'a part', 'all', 'a part', 'a part', 'all'])
  expect(told(read(parts))).toEqual(told(counts))

  for (let at = 0; at < 101; at++) counts.add(aDocument(`more-${at}`, 'spelt'))
  expect([write(counts, parts), parts.length]).toEqual(['all', 1])
  expect(told(read(parts))).toEqual(told(counts))
  counts.remove(aDocument('single-0-0', 'rye'))
  expect([write(counts, parts), parts.length]).toEqual(['a part', 2])
  expect(read(parts).holders.find(['rye'])).toHaveLength(60 + 45 + 46 + 1 + 60 + 40 + 1 - 1)
})

test('what is read again forgets what was not written', () => {
  const counts = new LibraryCounts()
  counts.add(rye)
  counts.restore([])
  expect([counts.pack(), counts.table.size]).toEqual([null, 0])
})
