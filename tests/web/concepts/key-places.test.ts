import { expect, test } from 'vitest'
import { findKeyPlaces } from '../../../web/src/concepts/key-places.js'
import { aPlace } from './concept-builders.js'

test('the best explanation, the first one and the first mention are three places', () => {
  const places = findKeyPlaces({
    bestExplained: aPlace({ passageId: 'best' }),
    firstExplained: aPlace({ passageId: 'first', jumpMs: 100, startMs: 700 }),
    firstMentioned: aPlace({ passageId: 'mention', jumpMs: 1000 }),
  })
  expect(places.map(({ label, passageId, atMs }) => [label, passageId, atMs])).toEqual([
    ['Best explanation', 'best', 4500],
    ['First explanation', 'first', 100],
    ['First mention', 'mention', 1000],
  ])
})

test('what is one passage is one place with all its names', () => {
  const only = aPlace()
  const places = findKeyPlaces({ bestExplained: only, firstExplained: only, firstMentioned: only })
  expect(places.map(({ label }) => label)).toEqual(['Best explanation, first explanation, and first mention'])
})

test('without an explanation the first mention is left; without mentions nothing', () => {
  const nothing = { bestExplained: null, firstExplained: null, firstMentioned: null }
  expect(findKeyPlaces({ ...nothing, firstMentioned: aPlace() }).map(({ label }) => label)).toEqual([
    'First mention',
  ])
  expect(findKeyPlaces(nothing)).toEqual([])
})

test('a place without times is read, not played', () => {
  const written = aPlace({ startMs: null, endMs: null, jumpMs: null, anchor: 'taproot' })
  const [place] = findKeyPlaces({ bestExplained: written, firstExplained: null, firstMentioned: null })
  expect([place?.atMs, place?.anchor]).toEqual([null, 'taproot'])
})
