import { expect, test } from 'vitest'
import { findWithdrawn } from '../../ingest/find-withdrawn.js'

const known = (...documents: [guid: string, publishedAt: string | null][]) =>
  new Map(
    documents.map(([guid, publishedAt]) => [
      guid,
      { id: guid, publishedAt, status: 'present', contentHash: '' } as const,
    ]),
  )
const find = (documents: Parameters<typeof known>, listed: [string, string | null][]) =>
  findWithdrawn(known(...documents), new Map(listed)).map(({ id }) => id)

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
