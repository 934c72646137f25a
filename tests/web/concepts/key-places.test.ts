import { expect, test } from 'vitest'
import { findKeyPlaces } from '../../../web/src/concepts/key-places.js'
import { aPlace, anEntry } from './concept-builders.js'

test('the best explanation, the first one and the first mention are three places', () => {
  const places = findKeyPlaces({
    bestExplained: aPlace({ passageId: 'best' }),
    firstExplained: aPlace({ passageId: 'first', jumpMs: 100, startMs: 700 }),
    timeline: [anEntry({ id: 'undated', publishedAt: null }), anEntry({ id: 'dated' })],
  })
  expect(places.map(({ label, passageId, atMs }) => [label, passageId, atMs])).toEqual([
    ['Best explanation', 'best', 4500],
    ['First explanation', 'first', 100],
    ['First mention', 'dated-first', 1000],
  ])
})

test('what is one passage is one place with both names', () => {
  const only = aPlace({ passageId: 'd1-first' })
  const places = findKeyPlaces({ bestExplained: only, firstExplained: only, timeline: [anEntry()] })
  expect(places.map(({ label }) => label)).toEqual(['Best explanation, first explanation, and first mention'])
})

test('without an explanation the first mention is left, of undated documents too; without mentions nothing', () => {
  const timeline = [anEntry({ id: 'undated', publishedAt: null })]
  expect(
    findKeyPlaces({ bestExplained: null, firstExplained: null, timeline }).map(({ label, passageId }) => [
      label,
      passageId,
    ]),
  ).toEqual([['First mention', 'undated-first']])
  expect(findKeyPlaces({ bestExplained: null, firstExplained: null, timeline: [] })).toEqual([])
})

test('a place without times is read, not played', () => {
  const written = aPlace({ startMs: null, endMs: null, jumpMs: null, anchor: 'taproot' })
  const [place] = findKeyPlaces({ bestExplained: written, firstExplained: null, timeline: [] })
  expect([place?.atMs, place?.anchor]).toEqual([null, 'taproot'])
})
