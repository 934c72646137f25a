import { expect, test } from 'vitest'
import { parseInterval } from '../../src/domain/interval.js'

test.each([
  ['5m', 300_000],
  ['30m', 1_800_000],
  ['1h', 3_600_000],
  [' 6H ', 21_600_000],
  ['1 d', 86_400_000],
  ['4m', null],
  ['0h', null],
  ['1', null],
  ['h', null],
  ['-1h', null],
  ['1.5h', null],
  ['1w', null],
  ['366d', null],
  ['', null],
])('%j is %s ms', (text, ms) => {
  expect(parseInterval(text)).toBe(ms)
})
