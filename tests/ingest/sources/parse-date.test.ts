import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDate } from '../../../ingest/sources/parse-date.js'

test.each([
  ['Fri, 09 Oct 2020 04:30:38 GMT', '2020-10-09T04:30:38.000Z'],
  ['Sat, 07 Sep 2002 00:00:01 EST', '2002-09-07T05:00:01.000Z'],
  ['07 Sep 2002 00:00 -0730', '2002-09-07T07:30:00.000Z'],
  ['7 September 2002 12:00:00 +01:00', '2002-09-07T11:00:00.000Z'],
  ['Mon, 1 Jan 49 00:00:00 Z', '2049-01-01T00:00:00.000Z'],
  ['Sat, 1 Jan 50 00:00:00 Z', '1950-01-01T00:00:00.000Z'],
  ['Thu, 1 Jan 102 00:00:00 Z', '2002-01-01T00:00:00.000Z'],
  ['Tues, 4 Mar 2025 10:00:00 CEST', '2025-03-04T08:00:00.000Z'],
  ['Wed,25 Jun 2025 07:00:00 GMT+0200', '2025-06-25T05:00:00.000Z'],
  ['Nov 21, 2026', '2026-11-21T00:00:00.000Z'],
  ['21-Nov-26 10:00:00 PST', '2026-11-21T18:00:00.000Z'],
  ['Fri, 31 Dec 2016 23:59:60 GMT', '2016-12-31T23:59:59.000Z'],
  ['2026-02-23', '2026-02-23T00:00:00.000Z'],
  ['2026-02-23 00:00:00 -0800', '2026-02-23T08:00:00.000Z'],
  ['2026-02-23T10:20:30.1234567+02:00', '2026-02-23T08:20:30.123Z'],
  ['2024-02-29T00:00Z', '2024-02-29T00:00:00.000Z'],
])('%s is %s', (written, iso) => {
  expect(parseDate(written)).toBe(iso)
})

test.each([
  '',
  'yesterday',
  '31 Feb 2026',
  '2026-02-29',
  '2026-13-01',
  '1 Jan 2026 25:00:00',
  '12:00',
  'Jan 2026',
  '1 2 3 Jan',
])('%j is no date', (written) => {
  expect(parseDate(written)).toBeNull()
})

test('what Date writes as UTC or ISO is read back to the second', () => {
  const anyDate = fc.date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(anyDate, (date) => {
      const toTheSecond = new Date(Math.floor(date.getTime() / 1000) * 1000).toISOString()
      expect(parseDate(date.toUTCString())).toBe(toTheSecond)
      expect(parseDate(date.toISOString())).toBe(date.toISOString())
    }),
  )
})

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string(), (text) => void parseDate(text)))
})
