import { expect, test } from 'vitest'
import { RecentLooks } from '../../src/jobs/recent-looks.js'
import { aSource } from '../builders/documents.js'

const now = Date.parse('2026-01-10T12:00:00.000Z')
const minute = 60_000

test('what was found is taken as found for ten minutes, and added when it is added', () => {
  const looks = new RecentLooks()
  looks.keep('a', aSource({ id: 'a', addedAt: 'when it was looked at' }), now)
  const later = now + 9 * minute
  expect(looks.find(['a'], later)).toEqual([aSource({ id: 'a', addedAt: '2026-01-10T12:09:00.000Z' })])
  expect(looks.find(['a'], now + 11 * minute)).toBeNull()
})

test('all of the locations must have been looked at', () => {
  const looks = new RecentLooks()
  looks.keep('a', aSource(), now)
  expect([looks.find(['a', 'b'], now), looks.find(['b'], now), looks.find([], now)]).toEqual([null, null, []])
})

test('the oldest go when there are too many', () => {
  const looks = new RecentLooks()
  for (let index = 0; index < 1001; index++) looks.keep(String(index), aSource(), now)
  expect([looks.find(['0'], now), looks.find(['1'], now)?.length]).toEqual([null, 1])
})
