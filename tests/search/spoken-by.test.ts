import { expect, test } from 'vitest'
import { noCorrections } from '../../src/domain/corrections.js'
import { findSpokenBy } from '../../src/search/spoken-by.js'

const saidBy = (...speakers: (string | null)[]) => ({
  sentences: speakers.map((speaker, index) => ({
    from: index,
    to: index + 1,
    startMs: null,
    endMs: null,
    speaker,
  })),
})
const spoken = (asked: string[], ...speakers: (string | null)[]) => [
  ...findSpokenBy(asked, saidBy(...speakers), noCorrections),
]

test.each([
  ['by all words of a name, folded', ['meyer ANNA'], [1]],
  ['by any of several', ['bert', 'anna meyer'], [0, 1]],
  ['of nobody asked for: all', [], [0, 1, 2, 3]],
  ['of nobody who is named so: all', ['annie'], [0, 1, 2, 3]],
])('sentences %s', (_, asked, expected) => {
  expect(spoken(asked, 'Bert', 'Anna Méyer', 'Anna', null)).toEqual(expected)
})

test('a name that was corrected is the name', () => {
  const corrections = { ...noCorrections, speakers: { 'Speaker 1': 'Anna' } }
  expect([...findSpokenBy(['anna'], saidBy('Bert', 'Speaker 1'), corrections)]).toEqual([1])
})
