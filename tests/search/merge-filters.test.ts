import { expect, test } from 'vitest'
import { intersectFilters, uniteFilters } from '../../src/search/merge-filters.js'

test('united lists hold any value of either, once; dates narrow, demands add up', () => {
  expect(
    uniteFilters([
      { kinds: ['post'], after: '2024-01-01', before: '2025-01-01', phrases: [['a']] },
      {
        kinds: ['short', 'post'],
        after: '2023-01-01',
        before: '2024-06-01',
        phrases: [['b']],
        speakers: ['Anna'],
      },
    ]),
  ).toEqual({
    kinds: ['post', 'short'],
    after: '2024-01-01',
    before: '2024-06-01',
    phrases: [['a'], ['b']],
    speakers: ['Anna'],
  })
})

test('intersected lists hold the values of both, and stay when nothing is left', () => {
  expect(
    intersectFilters(
      { kinds: ['post', 'short'], sourceIds: ['a'], languages: ['en-GB'], documentIds: ['x'] },
      { kinds: ['short'], sourceIds: ['b'], languages: ['en'] },
    ),
  ).toEqual({ kinds: ['short'], sourceIds: [], languages: ['en-GB'], documentIds: ['x'] })
})

test('an empty list is a filter, not the absence of one', () => {
  expect(intersectFilters({ kinds: [] }, {})).toEqual({ kinds: [] })
  expect(intersectFilters({ kinds: [] }, { kinds: ['post'] })).toEqual({ kinds: [] })
})

test('speakers meet in one name', () => {
  expect(intersectFilters({ speakers: ['Anna', 'Bob'] }, { speakers: ['Meyer'] })).toEqual({
    speakers: ['Anna Meyer', 'Bob Meyer'],
  })
})

test('the narrowest of dates is by time, not by spelling; what is no date is kept to be named later', () => {
  const [early, late] = ['2024-05-01T01:00:00+02:00', '2024-05-01T00:00:00Z']
  expect(intersectFilters({ after: early }, { after: late })).toEqual({ after: late })
  expect(intersectFilters({ before: late }, { before: early })).toEqual({ before: early })
  expect(intersectFilters({ after: 'soon' }, { after: late })).toEqual({ after: 'soon' })
})
