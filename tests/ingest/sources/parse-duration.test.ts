import { expect, test } from 'vitest'
import { parseDuration } from '../../../ingest/sources/parse-duration.js'

test.each([
  ['3433', 3_433_000],
  ['57:13', 3_433_000],
  ['01:02:03', 3_723_000],
  ['1:2:3.5', 3_723_500],
  ['90:00', 5_400_000],
  [' 12 ', 12_000],
])('%j is %d ms', (written, durationMs) => {
  expect(parseDuration(written)).toBe(durationMs)
})

test.each(['', '0', '00:00:00', 'PT1H', '-3', '1:2:3:4', '12 min', '9999999:00:00', '1e3'])(
  '%j is no duration',
  (written) => {
    expect(parseDuration(written)).toBeNull()
  },
)
