import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPlaceMs, keepPlace, readPlaces, type KeptPlace } from '../../web/src/kept-places.js'

const hourMs = 3_600_000
const at = (documentId: string, positionMs: number): KeptPlace => ({ documentId, positionMs })

test('the newest place stands first, once for each document', () => {
  const places = [at('a', 60_000), at('b', 70_000)]
  expect(keepPlace(places, at('b', 80_000), hourMs)).toEqual([at('b', 80_000), at('a', 60_000)])
})

test('who stopped near the beginning or near the end has nothing to come back to', () => {
  const places = [at('a', 60_000)]
  expect(keepPlace(places, at('a', 9999), hourMs)).toEqual([])
  expect(keepPlace(places, at('a', 10_000), hourMs)).toEqual([at('a', 10_000)])
  expect(keepPlace(places, at('a', hourMs - 30_000), hourMs)).toEqual([])
  expect(keepPlace(places, at('a', hourMs - 30_001), hourMs)).toEqual([at('a', hourMs - 30_001)])
})

test('of a minute the end is its last twentieth', () => {
  expect(keepPlace([], at('a', 56_999), 60_000)).toEqual([at('a', 56_999)])
  expect(keepPlace([], at('a', 57_000), 60_000)).toEqual([])
})

test('without a known length every place but an early one is kept', () => {
  expect(keepPlace([], at('a', 10 * hourMs), null)).toEqual([at('a', 10 * hourMs)])
})

test('the list never grows over its bound, and the oldest goes first', () => {
  let places: KeptPlace[] = []
  for (let index = 0; index < 130; index += 1)
    places = keepPlace(places, at(`document-${index}`, 60_000), hourMs)
  expect(places).toHaveLength(100)
  expect(places[0]?.documentId).toBe('document-129')
  expect(places.at(-1)?.documentId).toBe('document-30')
})

test('what storage holds is read back; what is no place is left out, whatever it is', () => {
  const places = [at('a', 60_000), at('b', 0)]
  expect(readPlaces(JSON.stringify(places))).toEqual(places)
  expect(readPlaces('[{"documentId":"a","positionMs":-1},{"documentId":1,"positionMs":2},null,3]')).toEqual(
    [],
  )
  expect([readPlaces(null), readPlaces('{"a":1}'), readPlaces('nonsense')]).toEqual([[], [], []])
  fc.assert(fc.property(fc.string(), (json) => Array.isArray(readPlaces(json))))
})

test('a document without a kept place has none', () => {
  expect([findPlaceMs([at('a', 60_000)], 'a'), findPlaceMs([at('a', 60_000)], 'b')]).toEqual([60_000, null])
})
