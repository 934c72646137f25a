import { expect, test } from 'vitest'
import type { PassagePlace } from '../../src/catalog/catalog.js'
import { collapseNeighbours } from '../../src/search/collapse.js'

const place = (documentId: string, ordinal: number, fields: Partial<PassagePlace> = {}): PassagePlace => ({
  passageId: `${documentId}-${ordinal}`,
  documentId,
  ordinal,
  speaker: null,
  anchor: null,
  kind: 'episode',
  sourceId: 's',
  sourceTitle: 'S',
  publishedAt: null,
  ...fields,
})

function collapse(...places: PassagePlace[]) {
  const fused = places.map(({ passageId }, index) => ({ passageId, score: 1 - index / 10 }))
  const hits = collapseNeighbours(fused, new Map(places.map((each) => [each.passageId, each])))
  return hits.map((hit) => [hit.place.passageId, ...hit.more.map(({ passageId }) => passageId)])
}

test('passages directly beside a better one of the same document join it', () => {
  expect(collapse(place('a', 5), place('a', 6), place('a', 4))).toEqual([['a-5', 'a-6', 'a-4']])
})

test('a passage two away is another moment', () => {
  expect(collapse(place('a', 5), place('a', 7))).toEqual([['a-5'], ['a-7']])
})

test('a chain of neighbours does not grow: what is beside a joined passage only is a moment of its own', () => {
  expect(collapse(place('a', 5), place('a', 6), place('a', 7))).toEqual([['a-5', 'a-6'], ['a-7']])
})

test('neighbouring ordinals of different documents have nothing in common', () => {
  expect(collapse(place('a', 5), place('b', 6))).toEqual([['a-5'], ['b-6']])
})

test('a passage that was deleted meanwhile is left out', () => {
  expect(collapseNeighbours([{ passageId: 'gone', score: 1 }], new Map())).toEqual([])
})

test('notes of a recording give their place to what was said in it, and join it; said again it is not twice', () => {
  const notes = place('a', 9, { anchor: 'notes' })
  expect(collapse(notes, place('b', 1), place('a', 5), place('a', 6))).toEqual([
    ['a-5', 'a-9', 'a-6'],
    ['b-1'],
  ])
})

test('notes stand for themselves where nothing that was said is found, and sections of posts always do', () => {
  expect(collapse(place('a', 9, { anchor: 'notes' }), place('b', 1))).toEqual([['a-9'], ['b-1']])
  const section = (ordinal: number) => place('p', ordinal, { kind: 'post', anchor: `s${ordinal}` })
  expect(collapse(section(4), section(1))).toEqual([['p-4'], ['p-1']])
})
