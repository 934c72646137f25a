import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PassagePlace } from '../../src/catalog/catalog.js'
import { collapseNeighbours } from '../../src/search/collapse.js'
import { aPlace } from '../builders/hits.js'

function collapse(...places: PassagePlace[]) {
  const fused = places.map(({ passageId }, index) => ({ passageId, score: 1 - index / 1000 }))
  const hits = collapseNeighbours(fused, new Map(places.map((each) => [each.passageId, each])))
  return hits.map((hit) => [hit.place.passageId, ...hit.more.map(({ passageId }) => passageId)])
}
const inA = (...ordinals: number[]) => collapse(...ordinals.map((ordinal) => aPlace('a', ordinal)))

test('passages directly beside a better one of the same document join it', () => {
  expect(inA(5, 6, 4)).toEqual([['a-5', 'a-6', 'a-4']])
})

test('a passage two away is another moment when what lies between was not found', () => {
  expect(inA(5, 7)).toEqual([['a-5'], ['a-7']])
})

test('what stands beside a joined passage joins, too', () => {
  expect(inA(5, 6, 7, 4, 3)).toEqual([['a-5', 'a-6', 'a-7', 'a-4', 'a-3']])
})

test('three passages away from the best one another moment begins', () => {
  expect(inA(5, 6, 7, 8, 9, 10, 11)).toEqual([['a-5', 'a-6', 'a-7'], ['a-8', 'a-9', 'a-10'], ['a-11']])
})

test('a weaker passage between two better ones joins the better one, and they stay two', () => {
  expect(inA(4, 6, 5)).toEqual([['a-4', 'a-5'], ['a-6']])
})

test('neighbouring ordinals of different documents have nothing in common', () => {
  expect(collapse(aPlace('a', 5), aPlace('b', 6))).toEqual([['a-5'], ['b-6']])
})

test('a passage that was deleted meanwhile is left out', () => {
  expect(collapseNeighbours([{ passageId: 'gone', score: 1 }], new Map())).toEqual([])
})

test('notes of a recording give their place to what was said in it, and join it; said again it is not twice', () => {
  const notes = aPlace('a', 9, { anchor: 'notes' })
  expect(collapse(notes, aPlace('b', 1), aPlace('a', 5), aPlace('a', 6))).toEqual([
    ['a-5', 'a-9', 'a-6'],
    ['b-1'],
  ])
})

test('notes stand for themselves where nothing that was said is found, and sections of posts always do', () => {
  expect(collapse(aPlace('a', 9, { anchor: 'notes' }), aPlace('b', 1))).toEqual([['a-9'], ['b-1']])
  const section = (ordinal: number) => aPlace('p', ordinal, { kind: 'post', anchor: `s${ordinal}` })
  expect(collapse(section(4), section(1))).toEqual([['p-4'], ['p-1']])
})

test('every passage is in one hit, within two of its best; best passages never stand side by side', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(40)), (ordinals) => {
      const hits = inA(...ordinals).map((names) => names.map((name) => Number(name.slice(2))))
      expect(hits.flat().sort((a, b) => a - b)).toEqual([...ordinals].sort((a, b) => a - b))
      const rank = (ordinal: number) => ordinals.indexOf(ordinal)
      for (const [best = NaN, ...more] of hits)
        for (const ordinal of more) {
          expect(Math.abs(ordinal - best)).toBeLessThanOrEqual(2)
          expect(rank(ordinal)).toBeGreaterThan(rank(best))
        }
      const peaks = new Set(hits.map(([best]) => best))
      for (const best of peaks) expect(peaks.has((best ?? NaN) + 1)).toBe(false)
    }),
  )
})
