import { expect, test } from 'vitest'
import { listHeadings } from '../../../src/concepts/extract/list-headings.js'

test('headings are listed once without their numbers; those that differ by these only are numbered', () => {
  expect(
    listHeadings(['LND #9491', 'Oven Springs', '', 'LND #9150', '42', 'Oven spring', 'LND #9491']),
  ).toEqual([
    { key: 'lnd', numbered: true },
    { key: 'oven spring', numbered: false },
  ])
  expect(listHeadings(['Part 1', 'Part 1'])).toEqual([{ key: 'part', numbered: false }])
})
