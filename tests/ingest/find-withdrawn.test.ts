import { expect, test } from 'vitest'
import { findWithdrawn } from '../../ingest/find-withdrawn.js'

const known = (...documents: [guid: string, publishedAt: string | null][]) =>
  new Map(
    documents.map(([guid, publishedAt]) => [
      guid,
      { id: guid, publishedAt, status: 'present', contentHash: '' } as const,
    ]),
  )
const find = (documents: Parameters<typeof known>, listed: [string, string | null][], listsAll = false) =>
  findWithdrawn(known(...documents), new Map(listed), { listsAll }).map(({ id }) => id)

test('what is missing among older items was deleted', () => {
  expect(
    find(
      [
        ['a', '2026-02'],
        ['b', '2026-01'],
      ],
      [['b', '2026-01']],
    ),
  ).toEqual(['a'])
})

test('what is older than everything listed has left the window and stays', () => {
  expect(
    find(
      [
        ['a', '2026-01'],
        ['b', '2026-02'],
      ],
      [['b', '2026-02']],
    ),
  ).toEqual([])
})

test('undated documents and empty lists prove nothing', () => {
  expect(find([['a', null]], [['b', '2026-01']])).toEqual([])
  expect(find([['a', '2026-02']], [])).toEqual([])
  expect(find([['a', '2026-02']], [['b', null]])).toEqual([])
})

test('a list in no order of date proves nothing, one that begins with the oldest does', () => {
  const documents: Parameters<typeof known> = [
    ['a', '2015'],
    ['b', '2019'],
    ['c', '2020'],
  ]
  // A playlist: the newest addition on top, whatever its date.
  expect(
    find(documents, [
      ['d', '2018'],
      ['a', '2015'],
      ['b', '2019'],
    ]),
  ).toEqual([])
  expect(
    find(documents, [
      ['a', '2015'],
      ['b', '2019'],
    ]),
  ).toEqual(['c'])
})

test('what a source that lists all does not list is gone, with a date or without', () => {
  expect(
    find(
      [
        ['a', null],
        ['b', '2026-01'],
        ['c', '2020'],
      ],
      [['c', '2020']],
      true,
    ),
  ).toEqual(['a', 'b'])
})
