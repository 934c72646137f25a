import { expect, test } from 'vitest'
import { FeedCache, isKnownTo } from '../../src/api/feed-cache.js'

function aCache() {
  const clock = { nowMs: Date.UTC(2026, 0, 1, 0, 0, 0, 400) }
  const cache = new FeedCache(() => clock.nowMs)
  let written = 0
  const find = (state: number, body: string, key = 'a') =>
    cache.find(key, state, () => {
      written++
      return Promise.resolve(body)
    })
  return { clock, find, written: () => written }
}

test('a feed is written once for a state of the library, and again after five minutes', async () => {
  const { clock, find, written } = aCache()
  const first = await find(1, 'x')
  expect(await find(1, 'y')).toBe(first)
  clock.nowMs += 5 * 60_000
  expect((await find(1, 'z')).body).toBe('z')
  expect((await find(2, 'w')).body).toBe('w')
  expect(written()).toBe(3)
})

test('the same words written again are not modified', async () => {
  const { clock, find } = aCache()
  const first = await find(1, 'x')
  clock.nowMs += 60_000
  const { etag, modifiedMs } = await find(2, 'x')
  expect([etag, modifiedMs]).toEqual([first.etag, Date.UTC(2026, 0, 1)])
  expect((await find(3, 'y')).modifiedMs).toBe(Date.UTC(2026, 0, 1, 0, 1))
})

test('of many feeds the last hundred are kept', async () => {
  const { find, written } = aCache()
  for (let index = 0; index < 101; index++) await find(1, 'x', `${index}`)
  await find(1, 'x', '100')
  expect(written()).toBe(101)
  await find(1, 'x', '0')
  expect(written()).toBe(102)
})

test('a tag tells whether a reader has it; a date only without one', () => {
  const feed = { body: '', etag: '"abc"', modifiedMs: Date.UTC(2026, 0, 1) }
  const known = (conditions: Parameters<typeof isKnownTo>[0]) => isKnownTo(conditions, feed)
  const date = 'Thu, 01 Jan 2026 00:00:00 GMT'
  expect(known({})).toBe(false)
  expect(known({ 'if-none-match': '"abc"' })).toBe(true)
  expect(known({ 'if-none-match': '"x", W/"abc"' })).toBe(true)
  expect(known({ 'if-none-match': '*' })).toBe(true)
  expect(known({ 'if-none-match': '"x"', 'if-modified-since': date })).toBe(false)
  expect(known({ 'if-modified-since': date })).toBe(true)
  expect(known({ 'if-modified-since': 'Wed, 31 Dec 2025 23:59:59 GMT' })).toBe(false)
  expect(known({ 'if-modified-since': 'soon' })).toBe(false)
})
