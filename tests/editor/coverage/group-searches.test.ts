import { expect, test } from 'vitest'
import type { PastQuery } from '../../../src/catalog/catalog.js'
import { groupByMeaning, groupByWords } from '../../../src/editor/coverage/group-searches.js'

const aQuery = (text: string, times: number, day: number, foundWell = 0): PastQuery => ({
  folded: text.toLowerCase(),
  text,
  times,
  hits: 100,
  foundWell,
  lastAt: `2026-01-0${day}T00:00:00.000Z`,
})

test('the same words in another order and form are one search, small words aside', () => {
  const groups = groupByWords(
    [aQuery('baking bread', 3, 1, 1), aQuery('How to bake breads?', 2, 4, 2), aQuery('baking', 2, 2)],
    ['en'],
  )
  expect(groups).toEqual([
    {
      text: 'baking bread',
      times: 5,
      lastAt: '2026-01-04T00:00:00.000Z',
      foundWell: 2,
      queries: [
        { text: 'baking bread', times: 3, lastAt: '2026-01-01T00:00:00.000Z' },
        { text: 'How to bake breads?', times: 2, lastAt: '2026-01-04T00:00:00.000Z' },
      ],
    },
    {
      text: 'baking',
      times: 2,
      lastAt: '2026-01-02T00:00:00.000Z',
      foundWell: 0,
      queries: [{ text: 'baking', times: 2, lastAt: '2026-01-02T00:00:00.000Z' }],
    },
  ])
})

test('those of one meaning are joined, and then stand where their number puts them', () => {
  const groups = groupByWords(
    [aQuery('bread', 3, 1), aQuery('chess', 2, 1), aQuery('checkmate', 2, 2)],
    ['en'],
  )
  expect(groups.map(({ text }) => text)).toEqual(['bread', 'checkmate', 'chess'])
  const near = [Float32Array.of(1, 0), Float32Array.of(0, 1), Float32Array.of(Math.sqrt(0.1), Math.sqrt(0.9))]
  const joined = groupByMeaning(groups, near)
  expect(joined.map(({ text, times }) => [text, times])).toEqual([
    ['checkmate', 4],
    ['bread', 3],
  ])
})

test('what was not embedded stays by itself', () => {
  const groups = groupByWords([aQuery('bread', 3, 1), aQuery('loaf', 2, 1)], ['en'])
  expect(groupByMeaning(groups, [Float32Array.of(1), null])).toEqual(groups)
  expect(groupByMeaning(groups, [])).toEqual(groups)
})
