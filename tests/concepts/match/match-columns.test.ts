import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packMatches, toMatchColumns, unpackMatches } from '../../../src/concepts/match/match-columns.js'
import type { NameMatch } from '../../../src/concepts/match/match-document.js'
import { replaceMatches } from '../../../src/concepts/match/replace-matches.js'
import { listMatches } from './list-matches.js'

const time = fc.option(fc.nat())
const aMatch: fc.Arbitrary<NameMatch> = fc
  .record({
    key: fc.constantFrom('levain', 'rye', 'crème fraîche', '__proto__'),
    ordinal: fc.nat(4),
    startMs: time,
    endMs: time,
    sentence: fc.nat(40),
    count: fc.nat(99),
    strength: fc.double({ min: 0, max: 1, noNaN: true }),
    focus: fc.double({ min: 0, max: 1, noNaN: true }),
    text: fc.option(fc.string({ unit: 'grapheme' }), { nil: '' }),
    headed: fc.boolean(),
  })
  .map((match) => ({
    ...match,
    passageId: `p${match.ordinal}`,
    anchor: match.ordinal === 2 ? 'über-uns' : null,
  }))

test('matches come out of columns as they went in, by ordinal, packed too, wherever the bytes lie', () => {
  fc.assert(
    fc.property(fc.array(aMatch, { maxLength: 9 }), fc.nat(9), (matches, offset) => {
      const inOrder = [...matches].sort((a, b) => a.ordinal - b.ordinal)
      const columns = toMatchColumns(matches)
      expect(listMatches(columns)).toEqual(inOrder)
      expect(columns.keys).toEqual([...new Set(inOrder.map(({ key }) => key))])
      expect(columns.passages.map(({ passageId }) => passageId)).toEqual([
        ...new Set(inOrder.map(({ passageId }) => passageId)),
      ])
      const packed = packMatches(columns)
      const elsewhere = Uint8Array.of(...Array<number>(offset).fill(7), ...packed, 7).subarray(offset, -1)
      const unpacked = unpackMatches(elsewhere)
      expect(listMatches(unpacked)).toEqual(inOrder)
      expect(packMatches(unpacked)).toEqual(packed)
      // A small Buffer lies in a pool that it shares with others.
      expect(listMatches(unpackMatches(Buffer.from(packed)))).toEqual(inOrder)
    }),
  )
})

test('matches of some passages take the place of those before, as if all had been put in columns at once', () => {
  fc.assert(
    fc.property(
      fc.array(aMatch, { maxLength: 9 }),
      fc.array(aMatch, { maxLength: 9 }),
      fc.uniqueArray(fc.nat(4)),
      (before, after, replaced) => {
        const passageIds = new Set(replaced.map((ordinal) => `p${ordinal}`))
        const isOfThem = ({ passageId }: NameMatch) => passageIds.has(passageId)
        const found = after.filter(isOfThem)
        const columns = replaceMatches(toMatchColumns(before), passageIds, toMatchColumns(found))
        const all = toMatchColumns([...before.filter((match) => !isOfThem(match)), ...found])
        expect(listMatches(columns)).toEqual(listMatches(all))
        expect(packMatches(columns)).toEqual(packMatches(all))
      },
    ),
  )
})
