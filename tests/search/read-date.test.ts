import { expect, test } from 'vitest'
import { readDate } from '../../src/search/read-date.js'

test.each([
  ['2024', '2024-01-01T00:00:00.000Z'],
  ['2024-05', '2024-05-01T00:00:00.000Z'],
  ['2024-02-29', '2024-02-29T00:00:00.000Z'],
])('%s begins at %s', (value, instant) => {
  expect(readDate(value)).toBe(instant)
})

test.each([
  '',
  '24',
  '02024',
  '2024-5',
  '2024-13',
  '2023-02-29',
  '2024-05-31T00:00',
  '2024-',
  '2024/05',
  ' 2024',
])('%j is no date', (value) => {
  expect(readDate(value)).toBeNull()
})
